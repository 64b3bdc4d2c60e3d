import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import type { Tone } from "#app/components/tones.ts";

export type Method = "exact" | "near-exact" | "semantic" | "drafted";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.6 } as const;
const cut = { fill: "none", className: "glyph-cut", strokeLinecap: "round" } as const;
const ring = <circle cx="8" cy="8" r="6.2" {...line} />;
const dashedRing = <circle cx="8" cy="8" r="6.2" {...line} strokeDasharray="2.6 2.27" />;

const shapes: Record<Tone | Method, ReactNode> = {
  current: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.3l2.3 2.3 4.5-4.9" {...cut} strokeWidth="1.8" strokeLinejoin="round" />
    </>
  ),
  bridged: (
    <>
      <path d="M8 1a7 7 0 0 0 0 14z" fill="currentColor" />
      {ring}
      <path d="M10 4.2v7.6M12.4 5.6v4.8" {...line} strokeWidth="1.2" />
    </>
  ),
  ageing: (
    <>
      {ring}
      <path d="M8 4.4V8l2.6 1.7" {...line} strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  qualified: (
    <>
      <path d="M8 1.6L15 14H1z" {...line} strokeLinejoin="round" />
      <path d="M8 6v4" {...line} strokeLinecap="round" />
      <circle cx="8" cy="12" r="0.9" fill="currentColor" />
    </>
  ),
  lapsed: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" {...cut} strokeWidth="1.7" />
    </>
  ),
  prep: dashedRing,
  observation: (
    <>
      {dashedRing}
      <circle cx="8" cy="8" r="2.6" fill="currentColor" />
    </>
  ),
  pending: (
    <path
      d="M4 1.8h8M4 14.2h8M5 2v2.4L8 8l3-3.6V2M5 14v-2.4L8 8l3 3.6V14"
      {...line}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  none: (
    <>
      {ring}
      <path d="M5 8h6" {...line} strokeLinecap="round" />
    </>
  ),
  disclaimer: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" {...line} />
      <path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.5-.8 1.1" {...line} strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="8" cy="11.6" r="0.9" fill="currentColor" />
    </>
  ),
  exact: <path d="M2.5 5.5h11M2.5 10.5h11" {...line} strokeWidth="1.8" strokeLinecap="round" />,
  "near-exact": (
    <path
      d="M2.5 11h11M2.5 6.2c1.8-2.4 3.7-2.4 5.5 0s3.7 2.4 5.5 0"
      {...line}
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  semantic: (
    <>
      <circle cx="5.8" cy="8" r="4.3" {...line} strokeWidth="1.5" />
      <circle cx="10.2" cy="8" r="4.3" {...line} strokeWidth="1.5" />
    </>
  ),
  drafted: (
    <path
      d="M2.6 13.4l.7-3.1 7.4-7.4a1.6 1.6 0 0 1 2.3 0l.1.1a1.6 1.6 0 0 1 0 2.3l-7.4 7.4zM9.2 4.4l2.4 2.4"
      {...line}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

/** Our own shapes, so that each means one thing. Always beside a word: hidden from screen readers. */
export function Glyph({ of, className }: { of: Tone | Method; className?: string }) {
  return (
    <svg className={classNames("glyph", className)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[of]}
    </svg>
  );
}

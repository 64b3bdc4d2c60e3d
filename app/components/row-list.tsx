import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { Glyph } from "#app/components/glyph.tsx";
import type { Tone } from "#app/components/tones.ts";

/** A list of things to open, in a pane. */
export function RowList({ label, numbered, children }: { label?: string; numbered?: boolean; children: ReactNode }) {
  return (
    <ul className={classNames("rows", numbered && "rows-numbered")} aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowLinkProps {
  to: string;
  current?: boolean;
  tone?: Tone;
  /** Stands where the tone's glyph would: a question's number. */
  number?: ReactNode;
  title: ReactNode;
  strong?: boolean;
  aside?: ReactNode;
  late?: boolean;
  /** Lines under the title. `b` inside takes the tone. */
  lines?: ReactNode[];
}

export function RowLink({ to, current, tone, number, title, strong, aside, late, lines = [] }: RowLinkProps) {
  return (
    <li data-tone={tone}>
      <Link to={to} aria-current={current ? "true" : undefined} preventScrollReset>
        {number === undefined ? (
          <span className="row-lead">{tone && <Glyph of={tone} />}</span>
        ) : (
          <span className="row-lead id">{number}</span>
        )}
        <span className={classNames("row-title", strong && "row-strong")}>{title}</span>
        <span className={classNames("row-aside", late && "row-late")}>{aside}</span>
        {lines.map((words, at) => (
          <span key={at} className="row-line">
            {words}
          </span>
        ))}
      </Link>
    </li>
  );
}

import { useId } from "react";
import { Filled, FillPatterns } from "#app/components/fills.tsx";
import type { Fill } from "#app/components/fills.tsx";
import type { Tone } from "#app/components/tones.ts";

/** One cell a thing: how many of a small set are covered, and how. */
export function CoverageMeter({ label, parts }: { label: string; parts: { fill: Fill; count: number }[] }) {
  const patterns = `fills${useId().replaceAll(":", "")}`;
  const cells = parts.flatMap(({ fill, count }) => Array<Fill>(count).fill(fill));
  return (
    <svg className="coverage" role="img" aria-label={label}>
      <FillPatterns id={patterns} />
      {cells.map((fill, at) => (
        <Filled
          key={at}
          fill={fill}
          patterns={patterns}
          x={(at / cells.length) * 100}
          width={100 / cells.length}
          height={8}
        />
      ))}
    </svg>
  );
}

export interface MeterProps {
  label: string;
  value: number;
  max?: number;
  /** A line drawn across: from here on it counts. */
  mark?: number;
  tone?: Tone;
  className?: string;
}

/** How much of a whole, such as of the time for a decision. The number itself stands beside it in words. */
export function Meter({ label, value, max = 1, mark, tone, className }: MeterProps) {
  const percent = (part: number) => Math.min(100, Math.max(0, (part / max) * 100));
  const marked = mark !== undefined;
  const y = marked ? 4 : 0;
  const thick = marked ? 4 : 6;
  return (
    <svg
      className={`meter ${marked ? "meter-marked" : ""} ${className ?? ""}`}
      data-tone={tone}
      role="img"
      aria-label={label}
    >
      <rect className="meter-track" y={y} width="100%" height={thick} />
      <rect className="meter-fill" y={y} width={`${percent(value)}%`} height={thick} />
      {marked && <line className="meter-line" x1={`${percent(mark)}%`} x2={`${percent(mark)}%`} y1="0" y2="12" />}
    </svg>
  );
}

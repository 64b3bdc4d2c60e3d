import { useId } from "react";
import { Filled, FillPatterns } from "#app/components/fills.tsx";
import type { Fill } from "#app/components/fills.tsx";

export interface Segment {
  label: string;
  count: number;
  fill: Fill;
}

/** What has become of a counted set, part by part, with the numbers in words below. */
export function ProgressSegments({ label, segments }: { label: string; segments: Segment[] }) {
  const patterns = `fills${useId().replaceAll(":", "")}`;
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const inWords = segments.map(({ count, label: part }) => `${count} ${part}`).join(", ");
  const starts = segments.map((_, at) => segments.slice(0, at).reduce((sum, { count }) => sum + count, 0));
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <div className="segments">
      <svg role="img" aria-label={`${label}: ${inWords}`}>
        <FillPatterns id={patterns} />
        {segments.map(
          ({ fill, count, label: part }, at) =>
            count > 0 && (
              <Filled
                key={part}
                fill={fill}
                patterns={patterns}
                x={share(starts[at] ?? 0)}
                width={share(count)}
                height={10}
              />
            ),
        )}
      </svg>
      <ul className="legend" aria-hidden="true">
        {segments.map(({ fill, count, label: part }) => (
          <li key={part}>
            <svg>
              <Filled fill={fill} patterns={patterns} x={0} width={100} height={9} />
            </svg>
            <b>{count}</b> {part}
          </li>
        ))}
      </ul>
    </div>
  );
}

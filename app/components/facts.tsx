import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";

/** Terms and what is so. `compact` for side panes. */
export function Facts({
  children,
  compact,
  className,
}: {
  children: ReactNode;
  compact?: boolean;
  className?: string;
}) {
  return <dl className={classNames("facts", compact && "facts-compact", className)}>{children}</dl>;
}

export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A row of big numbers, each with what it counts. */
export function Counts({ counts }: { counts: { label: string; count: number | string }[] }) {
  return (
    <dl className="counts">
      {counts.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";

export interface PaneLayoutProps {
  /** Left: what to choose from. */
  list?: ReactNode;
  listLabel?: string;
  /** Right: what the work rests on. Below 1080 px it drops under the work. */
  evidence?: ReactNode;
  evidenceLabel?: string;
  workLabel: string;
  /** Narrows the staff rail to its icons, to leave room for three panes. */
  narrowRail?: boolean;
  children: ReactNode;
}

/** Panes that scroll on their own, inside a staff page. Put `KeyHints` after it. */
export function PaneLayout(props: PaneLayoutProps) {
  const { list, listLabel = "List", evidence, evidenceLabel = "Evidence", workLabel, narrowRail, children } = props;
  const shape = list ? Boolean(evidence) && "panes-three" : "panes-side";
  return (
    <div className={classNames("panes", shape)} data-rail={narrowRail ? "narrow" : undefined}>
      {list && (
        <section className="pane-list" aria-label={listLabel}>
          {list}
        </section>
      )}
      <section className="pane-work" aria-label={workLabel}>
        {children}
      </section>
      {evidence && (
        <aside className="pane-side" aria-label={evidenceLabel} tabIndex={0}>
          {evidence}
        </aside>
      )}
    </div>
  );
}

export function EvidenceSection({
  title,
  aside,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <h2>
        {title}
        {aside && <span className="font-normal text-ink2">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

/** The actions of a pane or a form, always in view. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="acts">{children}</div>;
}

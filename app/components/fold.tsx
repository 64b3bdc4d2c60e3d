import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { Icon } from "#app/components/icon.tsx";

export interface FoldProps {
  summary: ReactNode;
  /** At the right of the summary: a date, a count. */
  aside?: ReactNode;
  open?: boolean;
  /** `link`: a quiet “show more” inside text. */
  variant?: "row" | "link";
  id?: string;
  children: ReactNode;
}

export function Fold({ summary, aside, open, variant = "row", id, children }: FoldProps) {
  return (
    <details className={classNames("fold", variant === "link" && "fold-link")} open={open} id={id}>
      <summary>
        <Icon of={ChevronRight} />
        <span className="fold-title">{summary}</span>
        {aside && <span className="fold-aside">{aside}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

/** Folds under each other, with rules between them. */
export function Folds({ children }: { children: ReactNode }) {
  return <div className="folds">{children}</div>;
}

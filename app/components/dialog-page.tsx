import type { ReactNode } from "react";

export interface DialogPageProps {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
  /** 1 where the question is the whole page. */
  level?: 1 | 2;
}

/** A question that needs a place of its own, because the act cannot be undone. Buttons repeat the verb. */
export function DialogPage({ title, children, actions, level = 1 }: DialogPageProps) {
  return (
    <div className="dialog">
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <div className="dialog-words">{children}</div>
      <div className="btn-row">{actions}</div>
    </div>
  );
}

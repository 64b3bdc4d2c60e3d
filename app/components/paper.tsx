import type { ReactNode } from "react";

/** A text that stands apart, such as an agreement to read before accepting it. */
export function Paper(props: {
  head: ReactNode;
  headAside?: ReactNode;
  label: string;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="paper">
      <div className="paper-head">
        <span>{props.head}</span>
        {props.headAside}
      </div>
      <div className="paper-text" role="region" aria-label={props.label} tabIndex={0}>
        {props.children}
      </div>
      {props.foot && <div className="paper-foot">{props.foot}</div>}
    </div>
  );
}

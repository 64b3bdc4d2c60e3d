import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A stepper or a banner under the head. */
  children?: ReactNode;
}

/** The head of a public page. */
export function PageHeader({ title, eyebrow, lead, actions, children }: PageHeaderProps) {
  return (
    <div className="page-head">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {actions && <div className="page-actions">{actions}</div>}
      {children}
    </div>
  );
}

export interface StaffHeaderProps {
  title: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  meta?: ReactNode;
  /** Buttons and search, at the right. */
  children?: ReactNode;
}

/** The bar on top of a staff page. */
export function StaffHeader({ title, back, meta, children }: StaffHeaderProps) {
  return (
    <div className="bar">
      <div className="min-w-0">
        {back && (
          <p className="bar-crumb">
            <Link to={back.to}>{back.label}</Link>
          </p>
        )}
        <h1>{title}</h1>
        {meta && <p className="bar-meta">{meta}</p>}
      </div>
      {children && <div className="bar-actions">{children}</div>}
    </div>
  );
}

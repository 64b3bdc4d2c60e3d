import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

export interface NavItem {
  to: string;
  label: ReactNode;
  /** Current on its own page only, not on the pages under it. */
  exact?: boolean;
}

/** Links to pages know whether they are current; links within a page are left to the browser. */
export function NavAnchor({ to, label, exact = to === "/" }: NavItem) {
  return to.includes("#") ? (
    <a href={to}>{label}</a>
  ) : (
    <NavLink to={to} end={exact}>
      {label}
    </NavLink>
  );
}

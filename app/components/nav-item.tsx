import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useAddress } from "#app/messages/speech.ts";

export interface NavItem {
  to: string;
  label: ReactNode;
  /** Current on its own page only, not on the pages under it. */
  exact?: boolean;
}

/** Links to pages know whether they are current; links within a page are left to the browser. */
export function NavAnchor({ to, label, exact = to === "/" }: NavItem) {
  const address = useAddress();
  return to.includes("#") ? (
    <a href={address(to)}>{label}</a>
  ) : (
    <NavLink to={address(to)} end={exact}>
      {label}
    </NavLink>
  );
}

import { Link, NavLink } from "@remix-run/react";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { BrandLink, BrandMark } from "#app/components/brand-mark.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { Icon } from "#app/components/icon.tsx";
import type { IconShape } from "#app/components/icon.tsx";
import { SignOut } from "#app/components/sign-out.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";

export interface StaffLink {
  to: string;
  label: string;
  icon: IconShape;
  count?: number;
  /** Current only on this very address, not on those below it. */
  exact?: boolean;
}

export interface StaffGroup {
  title?: string;
  links: StaffLink[];
}

export interface StaffPerson {
  name: string;
  role: string;
  path?: string;
}

export interface StaffLayoutProps {
  brand: Brand;
  homePath?: string;
  groups: StaffGroup[];
  person: StaffPerson;
  signOutPath: string;
  /** A staff page: a `StaffHeader`, then a `StaffBody` or a `PaneLayout`. */
  children: ReactNode;
}

/** The rail and the page beside it. Under 1080 px the rail becomes a menu on top. */
export function StaffLayout({ brand, homePath = "/staff", children, ...rail }: StaffLayoutProps) {
  return (
    <div className="staff">
      <SkipLink />
      <nav className="rail" aria-label="Main">
        <BrandLink brand={brand} to={homePath} />
        <RailContents {...rail} />
      </nav>
      <details className="menu">
        <summary>
          <span className="brand">
            <BrandMark {...brand} />
            {brand.name}
          </span>
          <span className="btn btn-alternative btn-small">
            <Icon of={Menu} />
            Menu
          </span>
        </summary>
        <nav aria-label="Main menu">
          <RailContents {...rail} />
        </nav>
      </details>
      <main id="main" className="staff-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function RailContents({ groups, person, signOutPath }: Pick<StaffLayoutProps, "groups" | "person" | "signOutPath">) {
  return (
    <>
      {groups.map((group, at) => (
        <RailGroup key={group.title ?? at} group={group} />
      ))}
      <div className="rail-person">
        <p>
          <b>{person.path ? <Link to={person.path}>{person.name}</Link> : person.name}</b>
          {person.role}
        </p>
        <SignOut path={signOutPath} />
      </div>
    </>
  );
}

function RailGroup({ group: { title, links } }: { group: StaffGroup }) {
  return (
    <>
      {title && <p className="rail-group">{title}</p>}
      <ul className="rail-links">
        {links.map(({ to, label, icon, count, exact }) => (
          <li key={to}>
            <NavLink to={to} end={exact}>
              <Icon of={icon} />
              <span className="rail-label">{label}</span>
              {count !== undefined && count > 0 && <span className="count">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The contents of a staff page that has no panes. */
export function StaffBody({ children }: { children: ReactNode }) {
  return <div className="staff-body">{children}</div>;
}

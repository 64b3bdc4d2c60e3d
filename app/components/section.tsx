import type { ReactNode } from "react";
import { PageLink } from "#app/components/page-link.tsx";

export interface SectionLink {
  to: string;
  label: ReactNode;
}

export interface SectionProps {
  id: string;
  title: ReactNode;
  intro?: ReactNode;
  links?: SectionLink[];
  children: ReactNode;
}

/** A part of a public page: its head at the side, what it holds beside it. */
export function Section({ id, title, intro, links, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {typeof intro === "string" ? <p>{intro}</p> : intro && <div>{intro}</div>}
        {links && links.length > 0 && (
          <ul>
            {links.map(({ to, label }) => (
              <li key={to}>
                <PageLink to={to}>{label}</PageLink>
              </li>
            ))}
          </ul>
        )}
      </header>
      <div className="section-body">{children}</div>
    </section>
  );
}

/** A part of a staff page: head on top, what can be done with it at the right. */
export function StaffSection(props: {
  id: string;
  title: ReactNode;
  intro?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="staff-section" id={props.id} aria-labelledby={`${props.id}-title`}>
      <header>
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        {props.aside}
        {props.intro && <p>{props.intro}</p>}
      </header>
      {props.children}
    </section>
  );
}

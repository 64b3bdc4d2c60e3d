import { Link } from "@remix-run/react";

export interface FilterLink {
  to: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Views of one list. Links, so that each has an address and none needs JavaScript. */
export function FilterLinks({ label, filters }: { label: string; filters: FilterLink[] }) {
  return (
    <nav className="filters" aria-label={label}>
      {filters.map((filter) => (
        <Link key={filter.to} to={filter.to} aria-current={filter.current ? "true" : undefined} preventScrollReset>
          {filter.label}
          {filter.count !== undefined && <span className="count"> {filter.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Parts of one thing, such as the sheets of a file. */
export function TabLinks({ label, tabs }: { label: string; tabs: FilterLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} aria-current={tab.current ? "page" : undefined} preventScrollReset>
          {tab.label}
          {tab.count !== undefined && ` ${tab.count}`}
        </Link>
      ))}
    </nav>
  );
}

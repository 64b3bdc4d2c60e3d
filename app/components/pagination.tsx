import { Link } from "@remix-run/react";

export interface PaginationProps {
  /** "51 – 100 of 447" */
  range: string;
  newer?: string | null;
  older?: string | null;
}

export function Pagination({ range, newer, older }: PaginationProps) {
  return (
    <nav className="pages" aria-label="Pages">
      {newer && (
        <Link to={newer} rel="prev">
          Newer
        </Link>
      )}
      <span>{range}</span>
      {older && (
        <Link to={older} rel="next">
          Older
        </Link>
      )}
    </nav>
  );
}

import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";

export interface Column {
  key: string;
  label: ReactNode;
  align?: "end";
  /** The head is there for screen readers only. */
  hidden?: boolean;
  /** Where the head leads to sort by this column, and how it is sorted now. */
  sort?: { to: string; direction?: "ascending" | "descending" };
  className?: string;
}

export interface DataTableProps {
  caption: ReactNode;
  captionVisible?: boolean;
  columns: Column[];
  /** Rows: `tr` with a `RowHead` first, then `Cell`s. Under 640 px each row becomes a list. */
  children: ReactNode;
  className?: string;
}

export function DataTable({ caption, captionVisible, columns, children, className }: DataTableProps) {
  return (
    <table className={classNames("tbl tbl-stack", className)}>
      <caption className={captionVisible ? undefined : "sr-only"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function ColumnHead({ column: { label, align, hidden, sort, className } }: { column: Column }) {
  const words = hidden ? <span className="sr-only">{label}</span> : label;
  return (
    <th scope="col" className={classNames(align && "cell-end", className)} aria-sort={sort?.direction}>
      {sort ? (
        <Link to={sort.to}>
          {words}
          {sort.direction && <span aria-hidden="true">{sort.direction === "ascending" ? " ↑" : " ↓"}</span>}
        </Link>
      ) : (
        words
      )}
    </th>
  );
}

/** The first cell: what the row is about. */
export function RowHead({
  children,
  detail,
  className,
}: {
  children: ReactNode;
  detail?: ReactNode;
  className?: string;
}) {
  return (
    <th scope="row" className={className}>
      {children}
      {detail && <small>{detail}</small>}
    </th>
  );
}

export interface CellProps {
  /** The column's head again, shown beside the value where the row is a list. */
  label?: string;
  align?: "end";
  quiet?: boolean;
  /** Takes the whole width where the row is a list: the action, or a long text. */
  whole?: boolean;
  className?: string;
  children?: ReactNode;
}

export function Cell({ label, align, quiet, whole, className, children }: CellProps) {
  return (
    <td
      data-label={label}
      className={classNames(align && "cell-end", quiet && "cell-quiet", (whole || !label) && "cell-whole", className)}
    >
      <div>{children}</div>
    </td>
  );
}

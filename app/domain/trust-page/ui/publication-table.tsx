import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DateTime } from "#app/components/time.tsx";

export type ListedPublication = {
  number: number;
  state: "published" | "set-aside";
  madeAt: string;
  madeBy: string | null;
  note: string;
  restoredFrom: number | null;
};

const columns = [
  { key: "number", label: "Number" },
  { key: "when", label: "When" },
  { key: "who", label: "Who" },
  { key: "note", label: "Note" },
];

/** Newest first. The first that was published is what visitors see. */
export function PublicationTable({ publications }: { publications: ListedPublication[] }) {
  const current = publications.find(({ state }) => state === "published")?.number;
  return (
    <DataTable caption="History" columns={columns}>
      {publications.map((entry) => (
        <tr key={entry.number}>
          <RowHead detail={stateOf(entry, current)}>
            <Link to={`/staff/publications/${entry.number}`}>{entry.number}</Link>
          </RowHead>
          <Cell label="When">
            <DateTime date={entry.madeAt} />
          </Cell>
          <Cell label="Who">{entry.madeBy ?? "Candor"}</Cell>
          <Cell label="Note" quiet={!entry.note && entry.restoredFrom === null}>
            {[entry.restoredFrom !== null && `Restored from ${entry.restoredFrom}.`, entry.note]
              .filter(Boolean)
              .join(" ") || "–"}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

export function stateOf({ number, state }: { number: number; state: string }, current: number | undefined): string {
  if (state === "set-aside") return "A draft that was set aside";
  return number === current ? "What visitors see now" : "Published";
}

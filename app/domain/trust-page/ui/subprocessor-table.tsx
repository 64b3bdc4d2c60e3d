import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Status } from "#app/components/status.tsx";
import { sayDay } from "#app/domain/trust-page/days.ts";
import { subprocessorStateNames, type SubprocessorState } from "#app/domain/trust-page/subprocessors.ts";

type Row = {
  id: string;
  name: string;
  service: string;
  region: string;
  objectUntil: string | null;
  addedOn: string | null;
  removedOn: string | null;
  state: SubprocessorState;
};

const tones = { planned: "pending", active: "current", leaving: "ageing", removed: "none" } as const;

const columns = [
  { key: "name", label: "Company" },
  { key: "service", label: "Does what" },
  { key: "region", label: "Where" },
  { key: "state", label: "State" },
  { key: "dates", label: "Dates" },
];

function datesOf({ addedOn, removedOn, objectUntil, state }: Row): string {
  const begins = addedOn && `${state === "planned" ? "from" : "since"} ${sayDay(addedOn)}`;
  const objections = state === "planned" && objectUntil && `objections until ${sayDay(objectUntil)}`;
  return [begins, objections, removedOn && `until ${sayDay(removedOn)}`].filter(Boolean).join(", ") || "–";
}

export function SubprocessorTable({ entries, mayEdit }: { entries: Row[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Subprocessors" columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>{mayEdit ? <Link to={`/staff/subprocessors/${entry.id}`}>{entry.name}</Link> : entry.name}</RowHead>
          <Cell label="Does what">{entry.service}</Cell>
          <Cell label="Where">{entry.region || "–"}</Cell>
          <Cell label="State">
            <Status tone={tones[entry.state]} word={subprocessorStateNames[entry.state]} />
          </Cell>
          <Cell label="Dates">{datesOf(entry)}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

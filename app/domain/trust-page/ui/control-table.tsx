import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { Audience, Status } from "#app/components/status.tsx";
import type { ControlStatus } from "#db/schema/trust-page.ts";
import { controlStatusNames, controlStatusTones } from "#app/domain/trust-page/controls.ts";

type Row = {
  id: string;
  code: string;
  title: string;
  status: ControlStatus;
  criteria: string[];
  owner: string;
  public: boolean;
};

const columns = [
  { key: "control", label: "Control" },
  { key: "criteria", label: "Criteria" },
  { key: "status", label: "Status" },
  { key: "owner", label: "Owner" },
  { key: "audience", label: "Shown to" },
];

export function ControlTable({ controls, mayEdit }: { controls: Row[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Controls" columns={columns}>
      {controls.map((control) => (
        <tr key={control.id}>
          <RowHead>
            <Id>{control.code}</Id>{" "}
            {mayEdit ? <Link to={`/staff/controls/${control.id}`}>{control.title}</Link> : control.title}
          </RowHead>
          <Cell label="Criteria">{control.criteria.length > 0 ? <Id>{control.criteria.join(" ")}</Id> : "–"}</Cell>
          <Cell label="Status">
            <Status tone={controlStatusTones[control.status]} word={controlStatusNames[control.status]} />
          </Cell>
          <Cell label="Owner">{control.owner || "–"}</Cell>
          <Cell label="Shown to">
            <Audience audience={control.public ? "public" : "internal"} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

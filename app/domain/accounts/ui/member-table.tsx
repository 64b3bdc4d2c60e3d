import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DateText } from "#app/components/time.tsx";

export type MemberRow = { id: string; name: string; email: string; title: string | null; createdAt: string };

const columns = [
  { key: "name", label: "Name" },
  { key: "email", label: "E-mail" },
  { key: "title", label: "Title" },
  { key: "since", label: "Since" },
];

export function MemberTable({ members }: { members: MemberRow[] }) {
  return (
    <DataTable caption="Members" columns={columns}>
      {members.map((member) => (
        <tr key={member.id}>
          <RowHead>{member.name}</RowHead>
          <Cell label="E-mail">{member.email}</Cell>
          <Cell label="Title">{member.title ?? "–"}</Cell>
          <Cell label="Since">
            <DateText date={member.createdAt} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

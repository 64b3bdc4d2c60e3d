import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DateText } from "#app/components/time.tsx";

export type AccountRow = {
  id: string;
  name: string;
  domains: string[];
  createdAt: string;
  ownerName: string | null;
  members: string | null;
};

const columns = [
  { key: "name", label: "Company account" },
  { key: "domains", label: "E-mail domains" },
  { key: "members", label: "Members", align: "end" as const },
  { key: "owner", label: "Owner" },
  { key: "since", label: "Since" },
];

export function AccountTable({ accounts }: { accounts: AccountRow[] }) {
  return (
    <DataTable caption="Company accounts" columns={columns}>
      {accounts.map((account) => (
        <tr key={account.id}>
          <RowHead>
            <Link to={`/staff/accounts/${account.id}`}>{account.name}</Link>
          </RowHead>
          <Cell label="E-mail domains">{account.domains.join(", ") || "–"}</Cell>
          <Cell label="Members" align="end">
            {account.members}
          </Cell>
          <Cell label="Owner" quiet={!account.ownerName}>
            {account.ownerName ?? "Nobody"}
          </Cell>
          <Cell label="Since">
            <DateText date={account.createdAt} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { formatDate } from "#app/components/dates.ts";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { GrantState } from "../grants.ts";
import { grantStateWords } from "../request-words.ts";

export type GrantRow = {
  id: string;
  title: string;
  name: string;
  email: string;
  companyName: string | null;
  companyAccountId: string | null;
  grantedByName: string;
  grantedAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  revokeReason: string | null;
  days: number;
  state: GrantState;
  downloads: string | number | null;
};

const columns = [
  { key: "person", label: "Person" },
  { key: "document", label: "Document" },
  { key: "state", label: "State" },
  { key: "granted", label: "Granted" },
  { key: "copies", label: "Copies", align: "end" as const },
  { key: "revoke", label: "Revoke", hidden: true, align: "end" as const },
];

export function GrantTable({ grants, mayRevoke }: { grants: GrantRow[]; mayRevoke: boolean }) {
  return (
    <DataTable caption="Grants" columns={columns}>
      {grants.map((grant) => (
        <tr key={grant.id}>
          <RowHead detail={grant.email}>
            {grant.name}
            {grant.companyAccountId && (
              <>
                , <Link to={`/staff/accounts/${grant.companyAccountId}`}>{grant.companyName}</Link>
              </>
            )}
          </RowHead>
          <Cell label="Document">{grant.title}</Cell>
          <Cell label="State">
            <Status {...grantStateWords[grant.state]} detail={detailOf(grant)} />
          </Cell>
          <Cell label="Granted">
            <DateText date={grant.grantedAt} /> by {grant.grantedByName}
          </Cell>
          <Cell label="Copies" align="end">
            {grant.downloads}
          </Cell>
          <Cell align="end" whole>
            {mayRevoke && grant.state !== "revoked" && grant.state !== "closed" && (
              <Link className="mr-3" to={`/staff/grants/${grant.id}/term`}>
                {grant.state === "expired" ? "Renew" : "Term"}
                <span className="sr-only">
                  {" "}
                  of {grant.title} for {grant.name}
                </span>
              </Link>
            )}
            {mayRevoke && (grant.state === "open" || grant.state === "waits-for-nda") && (
              <Link to={`/staff/grants/${grant.id}/revocation`}>
                Revoke
                <span className="sr-only">
                  {" "}
                  {grant.title} for {grant.name}
                </span>
              </Link>
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function detailOf({ state, expiresAt, days, revokedAt, revokeReason }: GrantRow): string | null {
  if (state === "revoked") return `${formatDate(revokedAt!)}: “${revokeReason}”`;
  if (state === "waits-for-nda") return `for the NDA, then ${days} days`;
  return expiresAt && `${state === "open" ? "until" : "on"} ${formatDate(expiresAt)}`;
}

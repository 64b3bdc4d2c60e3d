import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { formatDate } from "#app/components/dates.ts";
import { countOf } from "#app/components/numbers.ts";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { ShareLinkState } from "../share-links.ts";

export type ShareLinkRow = {
  id: string;
  companyAccountId: string;
  companyName: string;
  makerName: string;
  note: string;
  documents: string[];
  grantDays: number;
  uses: number;
  maxUses: number;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  startsAt: string;
  state: ShareLinkState;
};

const words = {
  open: { tone: "current", word: "Open" },
  "not-yet": { tone: "pending", word: "Not yet" },
  "used-up": { tone: "none", word: "Used up" },
  expired: { tone: "none", word: "Ended" },
  revoked: { tone: "lapsed", word: "Revoked" },
} as const;

const columns = [
  { key: "account", label: "For" },
  { key: "documents", label: "Documents" },
  { key: "state", label: "State", className: "w-40" },
  { key: "uses", label: "Uses", className: "w-20" },
  { key: "made", label: "Made" },
  { key: "revoke", label: "Revoke", hidden: true, align: "end" as const },
];

export function ShareLinkTable({ links }: { links: ShareLinkRow[] }) {
  return (
    <DataTable caption="Share links" columns={columns}>
      {links.map((link) => (
        <tr key={link.id}>
          <RowHead detail={link.note}>
            <Link to={`/staff/accounts/${link.companyAccountId}`}>{link.companyName}</Link>
          </RowHead>
          <Cell label="Documents">
            {link.documents.join(", ")}
            <small className="block">for {countOf(link.grantDays, "day")} each</small>
          </Cell>
          <Cell label="State">
            <Status {...words[link.state]} detail={detailOf(link)} />
          </Cell>
          <Cell label="Uses">
            <Link to={`/staff/share-links/${link.id}`}>
              {link.uses} of {link.maxUses}
              <span className="sr-only">: activity of the link for {link.companyName}</span>
            </Link>
          </Cell>
          <Cell label="Made">
            <DateText date={link.createdAt} /> by {link.makerName}
          </Cell>
          <Cell align="end" whole>
            {(link.state === "open" || link.state === "not-yet") && (
              <Form method="post" action={`/staff/share-links/${link.id}/revocation`}>
                <Button variant="negative" size="small">
                  Revoke<span className="sr-only"> the link for {link.companyName}</span>
                </Button>
              </Form>
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function detailOf({ state, startsAt, expiresAt, revokedAt }: ShareLinkRow): string | null {
  if (state === "not-yet") return `from ${formatDate(startsAt)}`;
  if (state === "revoked") return revokedAt && `on ${formatDate(revokedAt)}`;
  return `${state === "expired" ? "on" : "until"} ${formatDate(expiresAt)}`;
}

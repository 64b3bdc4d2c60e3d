import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { Status } from "#app/components/status.tsx";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { requestStatusWords } from "../request-words.ts";

export type TriedRow = {
  id: string;
  reference: string;
  name: string;
  companyName: string;
  status: AccessRequestStatus;
  deciderName: string | null;
  byRule: string | null;
  would: "approve" | "hold" | "decline" | "route" | "nothing";
  rule: string | null;
  why: string[];
};

export const wouldWords = {
  approve: { tone: "current", word: "Approve" },
  hold: { tone: "ageing", word: "Hold" },
  route: { tone: "pending", word: "Hold for one person" },
  decline: { tone: "lapsed", word: "Decline" },
  nothing: { tone: "none", word: "No rule speaks of it" },
} as const;

const columns = [
  { key: "request", label: "Request" },
  { key: "did", label: "What happened" },
  { key: "would", label: "What these rules would do" },
];

/** What was done, and beside it what the rules would do. */
export function TrialTable({ tried }: { tried: TriedRow[] }) {
  return (
    <DataTable caption="The newest requests" columns={columns}>
      {tried.map((one) => (
        <tr key={one.id}>
          <RowHead detail={`${one.name}, ${one.companyName}`}>
            <Link to={`/staff/requests/${one.id}`}>
              <Id>{one.reference}</Id>
            </Link>
          </RowHead>
          <Cell label="What happened">
            <Status
              tone={requestStatusWords[one.status].tone}
              word={requestStatusWords[one.status].word}
              detail={one.byRule ? `by the rule “${one.byRule}”` : one.deciderName && `by ${one.deciderName}`}
            />
          </Cell>
          <Cell label="These rules">
            <Status {...wouldWords[one.would]} detail={one.rule && `“${one.rule}”`} />
            {one.why.length > 0 && <span className="block text-13 text-ink2">{one.why.join(". ")}.</span>}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

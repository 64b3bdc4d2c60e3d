import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { formatDateTime } from "#app/components/dates.ts";
import { Id } from "#app/components/mono.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { requestStatusWords } from "../request-words.ts";

export type OwnRequestRow = {
  id: string;
  reference: string;
  status: AccessRequestStatus;
  requestedAt: string;
  decidedAt: string | null;
  decideBy: string | null;
  documents: string[];
};

const columns = [
  { key: "documents", label: "Documents" },
  { key: "sent", label: "Sent", className: "w-32" },
  { key: "status", label: "Where it stands", className: "w-64" },
];

export function OwnRequests({ requests }: { requests: OwnRequestRow[] }) {
  return (
    <DataTable caption="Your requests" columns={columns}>
      {requests.map((request) => (
        <tr key={request.id}>
          <RowHead detail={<Id>{request.reference}</Id>}>
            <Link to={`/portal/requests/${request.id}`}>{request.documents.join(", ")}</Link>
          </RowHead>
          <Cell label="Sent">
            <DateText date={request.requestedAt} />
          </Cell>
          <Cell label="Where it stands">
            <Status {...requestStatusWords[request.status]} detail={detailOf(request)} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function detailOf({ status, decideBy, decidedAt }: OwnRequestRow): string | null {
  if (status === "pending" && decideBy) return `You hear from us by ${formatDateTime(decideBy)}`;
  if (status === "more-info") return "Your answer is needed";
  return decidedAt && formatDateTime(decidedAt);
}

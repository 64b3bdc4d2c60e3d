import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
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

export function OwnRequests({ requests }: { requests: OwnRequestRow[] }) {
  const words = useWords();
  const { requests: said, requestStatus } = words.portal;
  const columns = [
    { key: "documents", label: said.columns.documents },
    { key: "sent", label: said.columns.sent, className: "w-32" },
    { key: "status", label: said.columns.status, className: "w-64" },
  ];
  return (
    <DataTable caption={said.caption} columns={columns}>
      {requests.map((request) => (
        <tr key={request.id}>
          <RowHead detail={<Id>{request.reference}</Id>}>
            <PageLink to={`/portal/requests/${request.id}`}>{request.documents.join(", ")}</PageLink>
          </RowHead>
          <Cell label={said.columns.sent}>
            <DateText date={request.requestedAt} />
          </Cell>
          <Cell label={said.columns.status}>
            <Status
              tone={requestStatusWords[request.status].tone}
              word={requestStatus[request.status]}
              detail={detailOf(request, words)}
            />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function detailOf({ status, decideBy, decidedAt }: OwnRequestRow, { calendar, portal }: Words): string | null {
  if (status === "pending" && decideBy) return portal.requests.hearBy(decideBy);
  if (status === "more-info") return portal.requests.answerNeeded;
  return decidedAt && calendar.dayAndTime(decidedAt);
}

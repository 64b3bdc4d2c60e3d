import { formatDateTime, formatDuration } from "#app/components/dates.ts";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { RowLink, RowList } from "#app/components/row-list.tsx";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import type { QueueView } from "../queue-views.ts";
import { requestStatusWords } from "../request-words.ts";

export type QueueRow = {
  id: string;
  status: AccessRequestStatus;
  name: string;
  companyName: string;
  reason: string;
  verifiedAt: string | null;
  decidedAt: string | null;
  decideBy: string | null;
  deciderName: string | null;
  assigneeName: string | null;
  documents: string[];
};

interface QueueListProps {
  view: QueueView;
  requests: QueueRow[];
  counts: { waiting: number; "more-info": number };
  selectedId: string | null;
  now: string;
}

export function QueueList({ view, requests, counts, selectedId, now }: QueueListProps) {
  return (
    <>
      <FilterLinks
        label="Show"
        filters={[
          { to: "/staff/requests?show=waiting", label: "Waiting", count: counts.waiting, current: view === "waiting" },
          {
            to: "/staff/requests?show=more-info",
            label: "Asked back",
            count: counts["more-info"],
            current: view === "more-info",
          },
          { to: "/staff/requests?show=decided", label: "Decided", current: view === "decided" },
        ]}
      />
      <RowList label="Requests">
        {requests.map((request) => (
          <QueueRowLink key={request.id} request={request} view={view} current={request.id === selectedId} now={now} />
        ))}
      </RowList>
    </>
  );
}

function QueueRowLink(props: { request: QueueRow; view: QueueView; current: boolean; now: string }) {
  const { request, view, current, now } = props;
  const waits = request.status === "pending" || request.status === "more-info";
  const late = request.status === "pending" && request.decideBy !== null && request.decideBy < now;
  const { tone, word } = requestStatusWords[request.status];
  return (
    <RowLink
      to={`/staff/requests/${request.id}?show=${view}`}
      current={current}
      tone={tone}
      strong={waits}
      late={late}
      title={
        <>
          {request.name} <span>{request.companyName}</span>
        </>
      }
      aside={ageOf(request, now)}
      lines={[
        <span key="documents">{request.documents.join(", ")}</span>,
        <span key="reason" className="row-quiet">
          {waits ? `“${shortened(request.reason)}”` : wordsOn(request, word)}
          {waits && request.assigneeName && ` With ${request.assigneeName}.`}
        </span>,
      ]}
    />
  );
}

function ageOf({ status, verifiedAt, decidedAt }: QueueRow, now: string) {
  if (status !== "pending" && status !== "more-info") return decidedAt && formatDateTime(decidedAt);
  return verifiedAt && formatDuration(Date.parse(now) - Date.parse(verifiedAt));
}

const wordsOn = ({ deciderName }: QueueRow, word: string) => (deciderName ? `${word} by ${deciderName}` : word);
const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 88)} …` : text);

import { ButtonLink } from "#app/components/button.tsx";
import { formatDuration } from "#app/components/dates.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PaneLayout } from "#app/components/pane-layout.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { decisionHours } from "../limits.ts";
import type { QueueView } from "../queue-views.ts";
import { QueueList, type QueueRow } from "./queue-list.tsx";
import { RequestPane, type ShownHappening, type ShownRequest } from "./request-pane.tsx";

export interface QueuePageProps {
  view: QueueView;
  requests: QueueRow[];
  selected: ShownRequest | null;
  happenings: ShownHappening[];
  counts: { waiting: number; "more-info": number };
  ndaNumber: number | null;
  decides: boolean;
  now: string;
}

export function QueuePage(page: QueuePageProps) {
  const { view, requests, selected, counts, now } = page;
  const oldest = view === "waiting" ? requests[0]?.verifiedAt : null;
  const waiting = `${counts.waiting} waiting`;
  const age = oldest ? `, oldest ${formatDuration(Date.parse(now) - Date.parse(oldest))}` : "";
  return (
    <>
      <StaffHeader title="Requests" meta={`${waiting}${age}. Target ${decisionHours} h`}>
        <ButtonLink size="small" to="/staff/grants">
          Who holds what
        </ButtonLink>
      </StaffHeader>
      <PaneLayout
        list={<QueueList view={view} requests={requests} counts={counts} selectedId={selected?.id ?? null} now={now} />}
        listLabel="Requests"
        workLabel={selected ? `Request ${selected.reference}` : "Request"}
      >
        {selected ? (
          <RequestPane request={selected} {...page} />
        ) : (
          <EmptyState title={view === "waiting" ? "No request is waiting" : "Nothing here"}>
            <p>A request comes here once the prospect has proved their address.</p>
          </EmptyState>
        )}
      </PaneLayout>
    </>
  );
}

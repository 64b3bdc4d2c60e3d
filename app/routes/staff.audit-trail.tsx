import { Form as GetForm, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { SelectField } from "#app/components/field.tsx";
import { Hash, Id } from "#app/components/mono.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { DateTime } from "#app/components/time.tsx";
import { listAuditEvents, verifyAuditTrail } from "#app/domain/audit/trail.server.ts";
import { detailsInWords, inWords } from "#app/domain/audit/wording.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Audit trail" }];

const areas = [
  { value: "", label: "Everything" },
  { value: "access.", label: "Access" },
  { value: "accounts.", label: "People and sign-in" },
  { value: "documents.", label: "Documents" },
  { value: "trust-page.", label: "Trust page" },
  { value: "knowledge-base.", label: "Knowledge base" },
  { value: "questionnaires.", label: "Questionnaires" },
];

export const loader = forStaff(["admin", "security"], async ({ db, url }) => {
  const area = areas.find(({ value }) => value === url.searchParams.get("area"))?.value ?? "";
  const before = /^\d{1,18}$/.exec(url.searchParams.get("before") ?? "")?.[0];
  const page = await listAuditEvents(db, { before, action: area });
  return { ...page, area, first: !before, verdict: await verifyAuditTrail(db) };
});

const columns = [
  { key: "at", label: "When" },
  { key: "what", label: "What" },
  { key: "who", label: "Who" },
  { key: "details", label: "Details" },
  { key: "hash", label: "Hash" },
];

export default function AuditTrail() {
  const { events, older, area, first, verdict } = useLoaderData<typeof loader>();
  const address = (before?: string) =>
    `/staff/audit-trail?${new URLSearchParams({ area, ...(before ? { before } : {}) })}`;
  return (
    <>
      <StaffHeader title="Audit trail" meta={`${countOf(Number(verdict.events), "event")}, one chain`}>
        <GetForm method="get" className="flex items-end gap-2">
          <SelectField label="Area" name="area" options={areas} defaultValue={area} />
          <Button>Show</Button>
        </GetForm>
      </StaffHeader>
      <StaffBody>
        {verdict.brokenAt ? (
          <Status
            tone="lapsed"
            word="The chain is broken."
            detail={`Event ${verdict.brokenAt} does not follow from the one before.`}
          />
        ) : (
          <Status tone="current" word="The chain holds.">
            Every event was recomputed just now.
          </Status>
        )}
        {events.length === 0 ? (
          <EmptyState title="Nothing is on record here yet">Each change appears here the moment it is made.</EmptyState>
        ) : (
          <DataTable caption="Events, newest first" columns={columns}>
            {events.map((event) => (
              <tr key={event.seq}>
                <RowHead detail={<Id>{event.seq}</Id>}>
                  <DateTime date={event.at} />
                </RowHead>
                <Cell label="What">{inWords(event.action)}</Cell>
                <Cell label="Who">{event.actorName}</Cell>
                <Cell label="Details" className="wrap-anywhere">
                  {detailsInWords(event.details)}
                </Cell>
                <Cell label="Hash">
                  <Hash value={event.hash} />
                </Cell>
              </tr>
            ))}
          </DataTable>
        )}
        <Pagination
          range={`${events.length} shown`}
          newer={first ? null : address()}
          older={older ? address(older) : null}
        />
      </StaffBody>
    </>
  );
}

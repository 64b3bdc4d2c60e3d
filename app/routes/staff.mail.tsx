import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form } from "#app/components/form.tsx";
import { Note } from "#app/components/note.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { listMail } from "#app/domain/notifications/mailbox.server.ts";
import { listWaitingJobs, whereMailGoes } from "#app/domain/notifications/outbox.server.ts";
import { JobTable } from "#app/domain/notifications/ui/job-table.tsx";
import { MailState } from "#app/domain/notifications/ui/mail-state.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Mail and jobs" }];

export const loader = forStaff(["admin"], async ({ db }) => ({
  mail: await listMail(db),
  jobs: await listWaitingJobs(db),
  goes: whereMailGoes(),
}));

const columns = [
  { key: "subject", label: "Subject" },
  { key: "to", label: "To" },
  { key: "at", label: "Queued" },
  { key: "state", label: "State" },
  { key: "act", label: "Act", hidden: true },
];

export default function MailPage() {
  const { mail, jobs, goes } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title="Mail and jobs" meta={`${countOf(mail.length, "mail")}, newest first`} />
      <StaffBody>
        {goes === "kept" && (
          <Note tone="prep" title="Nothing leaves this machine.">
            There is no RESEND_API_KEY, so every mail is kept here instead of being sent. Open one to use its code or
            link.
          </Note>
        )}
        {mail.length === 0 && <EmptyState title="No mail yet">The first request or invite makes one.</EmptyState>}
        {mail.length > 0 && (
          <DataTable caption="Mail" columns={columns}>
            {mail.map((one) => (
              <tr key={one.id}>
                <RowHead>
                  {one.state === "kept" ? (
                    <Link to={`/staff/mail/${one.id}`}>{one.subject}</Link>
                  ) : (
                    (one.subject ?? one.template)
                  )}
                </RowHead>
                <Cell label="To">{one.recipient}</Cell>
                <Cell label="Queued">
                  <DateTime date={one.queuedAt} />
                </Cell>
                <Cell label="State">
                  <MailState state={one.state} failure={one.failure} />
                </Cell>
                <Cell>
                  {one.state === "dead" && (
                    <Form action={`/staff/mail/${one.id}/sending`}>
                      <Button size="small">Send again</Button>
                    </Form>
                  )}
                </Cell>
              </tr>
            ))}
          </DataTable>
        )}
        <StaffSection id="jobs" title="Jobs" intro="Work that is queued, running, or was given up after its last try.">
          <JobTable jobs={jobs} />
        </StaffSection>
      </StaffBody>
    </>
  );
}

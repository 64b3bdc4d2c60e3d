import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { UpdateTable } from "#app/domain/trust-page/ui/update-table.tsx";
import { listUpdates } from "#app/domain/trust-page/updates.server.ts";
import type { UpdateState } from "#app/domain/trust-page/updates.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Updates" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  updates: (await listUpdates(db)).map(({ id, topic, title, channel, state, publishedAt }) => ({
    ...{ id, topic, title, channel, state, publishedAt },
  })),
  mayEdit: staff.role !== "sales",
}));

export default function Updates() {
  const { updates, mayEdit } = useLoaderData<typeof loader>();
  const count = (wanted: UpdateState) => updates.filter(({ state }) => state === wanted).length;
  const [published, scheduled, drafts] = [count("published"), count("scheduled"), count("draft")];
  return (
    <>
      <StaffHeader title="Updates" meta={`${published} published, ${scheduled} scheduled, ${drafts} in draft`}>
        <ButtonLink size="small" href="/#updates">
          View as visitor
        </ButtonLink>
        {mayEdit && (
          <ButtonLink to="/staff/updates/new" variant="primary" size="small" icon={Plus}>
            Write an update
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        {updates.length === 0 ? (
          <EmptyState title="No update yet">
            Say when a report is issued, a subprocessor is planned or a vulnerability concerns your customers.
          </EmptyState>
        ) : (
          <UpdateTable updates={updates} mayEdit={mayEdit} />
        )}
      </StaffBody>
    </>
  );
}

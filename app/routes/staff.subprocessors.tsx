import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { listSubprocessorsByState } from "#app/domain/trust-page/subprocessors.server.ts";
import { SubprocessorTable } from "#app/domain/trust-page/ui/subprocessor-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Subprocessors" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  entries: await listSubprocessorsByState(db, dayOf(new Date())),
  mayEdit: staff.role !== "sales",
}));

export default function Subprocessors() {
  const { entries, mayEdit } = useLoaderData<typeof loader>();
  const planned = entries.filter(({ state }) => state === "planned").length;
  return (
    <>
      <StaffHeader title="Subprocessors" meta={`${entries.length} on the trust page, ${planned} planned`}>
        <ButtonLink size="small" href="/#subprocessors">
          View as visitor
        </ButtonLink>
        {mayEdit && (
          <>
            <ButtonLink to="/staff/subprocessors/terms" size="small">
              Notice
            </ButtonLink>
            <ButtonLink to="/staff/subprocessors/new" variant="primary" size="small" icon={Plus}>
              Add a subprocessor
            </ButtonLink>
          </>
        )}
      </StaffHeader>
      <StaffBody>
        {entries.length === 0 ? (
          <EmptyState title="No subprocessor yet">
            Add the companies that process customer data for you. Visitors see each one once it is published, and those
            who subscribed are mailed then.
          </EmptyState>
        ) : (
          <SubprocessorTable entries={entries} mayEdit={mayEdit} />
        )}
      </StaffBody>
    </>
  );
}

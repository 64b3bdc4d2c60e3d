import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { listEndingSoon } from "#app/domain/trust-page/ending-warnings.server.ts";
import { listReportOverview } from "#app/domain/trust-page/report-overview.server.ts";
import { EndingNote } from "#app/domain/trust-page/ui/ending-note.tsx";
import { ReportTable } from "#app/domain/trust-page/ui/report-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Reports" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  reports: await listReportOverview(db, dayOf(new Date())),
  endings: await listEndingSoon(db, dayOf(new Date())),
  mayEdit: staff.role !== "sales",
}));

export default function Reports() {
  const { reports, endings, mayEdit } = useLoaderData<typeof loader>();
  const published = reports.filter((report) => report.published).length;
  return (
    <>
      <StaffHeader title="Reports" meta={`${published} of ${reports.length} on the trust page`}>
        <ButtonLink size="small" href="/">
          View as visitor
        </ButtonLink>
        {mayEdit && (
          <ButtonLink to="/staff/reports/new" variant="primary" size="small" icon={Plus}>
            Add a report
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        {endings.length > 0 && <EndingNote endings={endings} />}
        {reports.length === 0 ? (
          <EmptyState title="No report yet">
            A report is worth adding before it exists: enter its planned period or as-of date, and the trust page says
            that you are preparing, being observed or waiting for the auditor.
          </EmptyState>
        ) : (
          <ReportTable reports={reports} mayEdit={mayEdit} />
        )}
      </StaffBody>
    </>
  );
}

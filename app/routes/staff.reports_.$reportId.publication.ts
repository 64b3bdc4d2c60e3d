import { publishReport } from "#app/domain/trust-page/reports.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const reportId = idFrom(params, "reportId");
  await publishReport(db, staff, reportId);
  return redirectSaying(
    `/staff/reports/${reportId}`,
    "Put the report on the page. Visitors see it once that is published",
  );
});

import { unpublishReport } from "#app/domain/trust-page/reports.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const reportId = idFrom(params, "reportId");
  await unpublishReport(db, staff, reportId);
  return redirectSaying(
    `/staff/reports/${reportId}`,
    "Took the report off the page. Visitors see it until that is published",
  );
});

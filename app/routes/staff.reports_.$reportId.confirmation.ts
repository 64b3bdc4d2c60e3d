import { confirmReport, confirmationForm } from "#app/domain/trust-page/second-person.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const reportId = idFrom(params, "reportId");
  const form = await parseForm(request, confirmationForm);
  const fingerprint = form.ok ? form.value.fingerprint : "";
  await confirmReport(db, staff, { reportId, fingerprint });
  return redirectSaying("/staff/publications", "Confirmed the report");
});

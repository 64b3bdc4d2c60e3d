import { assignRequest } from "#app/domain/access/assignments.server.ts";
import { assignmentForm } from "#app/domain/access/requests.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, assignmentForm);
  const assigned = form.ok ? await attempt(() => assignRequest(db, staff, { requestId, ...form.value })) : form;
  const said = assigned.ok ? "Assigned the request" : Object.values(assigned.errors).flat().join(" ");
  return redirectSaying(`/staff/requests/${requestId}`, said);
});

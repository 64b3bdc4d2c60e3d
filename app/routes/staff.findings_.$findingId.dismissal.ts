import { dismissForm } from "#app/domain/knowledge-base/findings/finding.ts";
import { dismissFinding } from "#app/domain/knowledge-base/findings.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, dismissForm);
  if (!form.ok) return redirectSaying("/staff/findings", Object.values(form.errors).flat().join(". "));
  const id = idFrom(params, "findingId");
  const done = await attempt(() => dismissFinding(db, staff, { id, ...form.value }));
  return redirectSaying("/staff/findings", done.ok ? "Dismissed the finding" : done.errors.form!.join(" "));
});

import { redirect } from "@remix-run/node";
import { layoutForm } from "#app/domain/questionnaires/layout-choice.ts";
import { confirmLayout } from "#app/domain/questionnaires/layout.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "questionnaireId");
  const form = await parseForm(request, layoutForm);
  if (!form.ok) return redirectSaying(`/staff/questionnaires/${id}/map`, Object.values(form.errors).flat().join(". "));
  const confirmed = await attempt(() => confirmLayout(db, staff, { id, form: form.value }));
  if (confirmed.ok) return redirect(`/staff/questionnaires/${id}`);
  return redirectSaying(`/staff/questionnaires/${id}/map?sheet=${form.value.sheet}`, confirmed.errors.form!.join(" "));
});

import { dismissCorrection } from "#app/domain/questionnaires/corrections.server.ts";
import { dismissalForm } from "#app/domain/questionnaires/corrections.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, dismissalForm);
  if (!form.ok) return redirectSaying("/staff/corrections", Object.values(form.errors).flat().join(". "));
  const deliveredId = idFrom(params, "deliveredId");
  const done = await attempt(() => dismissCorrection(db, staff, { deliveredId, ...form.value }));
  return redirectSaying(
    "/staff/corrections",
    done.ok ? `Dismissed, ${done.value.account}` : done.errors.form!.join(" "),
  );
});

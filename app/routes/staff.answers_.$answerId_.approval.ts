import { approveAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { approveForm } from "#app/domain/knowledge-base/answers.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "answerId");
  const form = await parseForm(request, approveForm);
  if (!form.ok) return redirectSaying(`/staff/answers/${id}`, Object.values(form.errors).flat().join(". "));
  const done = await attempt(() => approveAnswer(db, staff, { ...form.value, id }));
  const said = done.ok ? `Approved ${done.value.key}` : done.errors.form!.join(" ");
  return redirectSaying(`/staff/answers/${id}`, said);
});

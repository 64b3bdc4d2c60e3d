import { sendCorrection } from "#app/domain/questionnaires/corrections.server.ts";
import { noticeForm } from "#app/domain/questionnaires/corrections.ts";
import { countOf } from "#app/components/numbers.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, noticeForm);
  if (!form.ok) return redirectSaying("/staff/corrections", Object.values(form.errors).flat().join(". "));
  const deliveredId = idFrom(params, "deliveredId");
  const sent = await attempt(() => sendCorrection(db, staff, { deliveredId, ...form.value }));
  if (!sent.ok) return redirectSaying("/staff/corrections", sent.errors.form!.join(" "));
  const { account, people } = sent.value;
  return redirectSaying(
    "/staff/corrections",
    `Sent the correction to ${countOf(people, "person", "people")} of ${account}`,
  );
});

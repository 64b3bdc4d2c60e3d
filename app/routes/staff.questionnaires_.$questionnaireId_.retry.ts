import { retryQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "questionnaireId");
  const done = await attempt(() => retryQuestionnaire(db, staff, id));
  return redirectSaying(`/staff/questionnaires/${id}`, done.ok ? "Trying it again" : done.errors.form!.join(" "));
});

import { drawUpBridgeLetter } from "#app/domain/trust-page/bridge-letter-draft.server.ts";
import { letterDraftForm } from "#app/domain/trust-page/bridge-letter-draft.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { fileAnswer } from "#app/http/file-answer.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, letterDraftForm);
  if (!form.ok) {
    return Response.json({ message: "Go back to the draft and look it over once more." }, { status: 422 });
  }
  const draft = { reportId: idFrom(params, "reportId"), draft: form.value, today: dayOf(new Date()) };
  return fileAnswer(await drawUpBridgeLetter(db, staff, draft));
});

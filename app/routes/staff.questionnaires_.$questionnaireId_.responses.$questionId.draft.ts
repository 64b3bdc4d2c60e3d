import { redirect } from "@remix-run/node";
import { takeDraft } from "#app/domain/questionnaires/drafts.server.ts";
import { decisionForm } from "#app/domain/questionnaires/questionnaires.ts";
import { findNextToDecide } from "#app/domain/questionnaires/review-desk.server.ts";
import { deskAddress, showFrom } from "#app/domain/questionnaires/shown-questions.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

/** Takes the draft that was shown as the answer. */
export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const [questionnaireId, questionId] = [idFrom(params, "questionnaireId"), idFrom(params, "questionId")];
  const form = await parseForm(request, decisionForm);
  const here = (show: string | undefined) =>
    deskAddress(questionnaireId, { show: showFrom(show), question: questionId });
  if (!form.ok) return redirectSaying(here(form.typed.show), Object.values(form.errors).flat().join(". "));
  const { show, version } = form.value;
  const done = await attempt(() => takeDraft(db, staff, { version, questionnaireId, questionId }));
  if (!done.ok) return redirectSaying(here(show), done.errors.form!.join(" "));
  const question = await findNextToDecide(db, questionnaireId, questionId);
  return redirect(deskAddress(questionnaireId, { show: showFrom(show), question, undo: questionId }));
});

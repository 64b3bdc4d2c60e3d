import { redirect } from "@remix-run/node";
import { discardDraft } from "#app/domain/questionnaires/drafts.server.ts";
import { decisionForm } from "#app/domain/questionnaires/questionnaires.ts";
import { deskAddress, showFrom } from "#app/domain/questionnaires/shown-questions.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

/** Stays at the question: it is still to be decided. */
export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const [questionnaireId, questionId] = [idFrom(params, "questionnaireId"), idFrom(params, "questionId")];
  const form = await parseForm(request, decisionForm);
  const here = deskAddress(questionnaireId, { show: showFrom(form.ok ? form.value.show : null), question: questionId });
  if (!form.ok) return redirectSaying(here, "The draft could not be discarded. Look at the question again");
  const { version } = form.value;
  const done = await attempt(() => discardDraft(db, staff, { version, questionnaireId, questionId }));
  return done.ok ? redirect(here) : redirectSaying(here, done.errors.form!.join(" "));
});

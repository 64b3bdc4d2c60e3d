import { redirect } from "@remix-run/node";
import { decisionForm } from "#app/domain/questionnaires/questionnaires.ts";
import { undoResponse } from "#app/domain/questionnaires/review.server.ts";
import { deskAddress, showFrom } from "#app/domain/questionnaires/shown-questions.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

/** Stays at the question: it is to be decided anew. */
export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const [questionnaireId, questionId] = [idFrom(params, "questionnaireId"), idFrom(params, "questionId")];
  const form = await parseForm(request, decisionForm);
  const here = deskAddress(questionnaireId, { show: showFrom(form.ok ? form.value.show : null), question: questionId });
  if (!form.ok) return redirectSaying(here, "This could not be undone. Look at the question again");
  const done = await attempt(() =>
    undoResponse(db, staff, { version: form.value.version, questionnaireId, questionId }),
  );
  return done.ok ? redirect(here) : redirectSaying(here, done.errors.form!.join(" "));
});

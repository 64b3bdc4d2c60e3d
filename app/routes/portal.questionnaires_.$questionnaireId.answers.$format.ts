import { makeAnswerFile } from "#app/domain/questionnaires/answer-document/answer-files.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, prospect, request, params }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const asked = { id: idFrom(params, "questionnaireId"), format: params.format ?? "" };
  return fileAnswer(await makeAnswerFile(db, prospect, asked));
});

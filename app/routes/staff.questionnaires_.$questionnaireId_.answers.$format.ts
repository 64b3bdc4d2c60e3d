import { makeAnswerFile } from "#app/domain/questionnaires/answer-document/answer-files.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, staff, request, params }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const asked = { id: idFrom(params, "questionnaireId"), format: params.format ?? "" };
  return fileAnswer(await makeAnswerFile(db, staff, asked));
});

import { getReleasedFile } from "#app/domain/questionnaires/exports.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, prospect, request, params }) => {
  const refused = refusePartOfFile(request);
  return refused ?? fileAnswer(await getReleasedFile(db, prospect, idFrom(params, "questionnaireId")));
});

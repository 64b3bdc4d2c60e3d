import { exportFile } from "#app/domain/questionnaires/exports.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, staff, request, params }) => {
  const refused = refusePartOfFile(request);
  return refused ?? fileAnswer(await exportFile(db, staff, idFrom(params, "questionnaireId")));
});

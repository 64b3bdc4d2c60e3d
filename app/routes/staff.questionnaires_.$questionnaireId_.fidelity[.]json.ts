import { getFidelityFile } from "#app/domain/questionnaires/fidelity-report.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, request, params }) => {
  const refused = refusePartOfFile(request);
  return refused ?? fileAnswer(await getFidelityFile(db, idFrom(params, "questionnaireId")));
});

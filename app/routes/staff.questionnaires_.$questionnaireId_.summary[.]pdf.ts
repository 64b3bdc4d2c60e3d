import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, request, params }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const { makeSummaryPdf } = await import("#app/domain/questionnaires/summary-pdf.server.tsx");
  return fileAnswer(await makeSummaryPdf(db, idFrom(params, "questionnaireId"), null));
});

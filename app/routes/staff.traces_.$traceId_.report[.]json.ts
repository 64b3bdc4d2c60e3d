import { getTraceFile } from "#app/domain/access/trace-file-report.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const refused = refusePartOfFile(request);
  return refused ?? fileAnswer(await getTraceFile(db, staff, idFrom(params, "traceId")));
});

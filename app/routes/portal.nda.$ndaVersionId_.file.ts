import { sendNdaFile } from "#app/domain/access/nda-file.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, request, params, prospect, sessionHash }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const ndaVersionId = idFrom(params, "ndaVersionId");
  const { bytes, nda } = await sendNdaFile(db, prospect, { ndaVersionId, sessionHash });
  const mediaType = nda.format === "pdf" ? "application/pdf" : "text/markdown; charset=utf-8";
  return fileAnswer({ bytes, fileName: `nda-version-${nda.number}.${nda.format === "pdf" ? "pdf" : "md"}`, mediaType });
});

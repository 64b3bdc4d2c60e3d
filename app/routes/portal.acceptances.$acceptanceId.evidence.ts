import { evidencePack } from "#app/domain/access/evidence-pack.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, request, params, prospect }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const pack = await evidencePack(db, prospect, idFrom(params, "acceptanceId"));
  return fileAnswer({ ...pack, mediaType: "application/zip" });
});

import { evidencePack } from "#app/domain/access/evidence-pack.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, request, params, staff }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const pack = await evidencePack(db, staff, idFrom(params, "acceptanceId"));
  return fileAnswer({ ...pack, mediaType: "application/zip" });
});

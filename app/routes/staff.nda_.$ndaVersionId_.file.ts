import { bytesOfNda } from "#app/domain/access/nda-file.server.ts";
import { getNdaVersion } from "#app/domain/access/nda.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, request, params }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const nda = await getNdaVersion(db, idFrom(params, "ndaVersionId"));
  const [extension, mediaType] =
    nda.format === "pdf" ? ["pdf", "application/pdf"] : ["md", "text/markdown; charset=utf-8"];
  return fileAnswer({ bytes: await bytesOfNda(nda), fileName: `nda-version-${nda.number}.${extension}`, mediaType });
});

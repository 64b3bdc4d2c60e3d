import { openSignedPaper } from "#app/domain/access/account-terms.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db, request, params }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const { bytes, name } = await openSignedPaper(db, idFrom(params, "accountId"), idFrom(params, "groundId"));
  return fileAnswer({ bytes, fileName: name, mediaType: "application/pdf" });
});

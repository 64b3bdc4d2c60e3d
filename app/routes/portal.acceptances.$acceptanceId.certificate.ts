import { getAcceptance } from "#app/domain/access/acceptance-record.server.ts";
import { vendorName } from "#app/domain/access/vendor.server.ts";
import { fileAnswer, refusePartOfFile } from "#app/http/file-answer.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, request, params, prospect }) => {
  const refused = refusePartOfFile(request);
  if (refused) return refused;
  const acceptance = await getAcceptance(db, prospect, idFrom(params, "acceptanceId"));
  const { acceptanceCertificate } = await import("#app/domain/access/nda-certificate-pdf.server.tsx");
  const bytes = await acceptanceCertificate(acceptance, await vendorName(db));
  return fileAnswer({
    bytes,
    fileName: `nda-acceptance-${acceptance.id}.pdf`,
    mediaType: "application/pdf",
  });
});

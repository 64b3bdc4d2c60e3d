import { getTrustSummaryFile } from "#app/domain/trust-page/summary-file.server.ts";
import { fileAnswer } from "#app/http/file-answer.server.ts";
import { spokenLanguage } from "#app/http/language.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db, request }) =>
  fileAnswer(await getTrustSummaryFile(db, spokenLanguage(request).language)),
);

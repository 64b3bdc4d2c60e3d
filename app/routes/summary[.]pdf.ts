import { getTrustSummaryFile } from "#app/domain/trust-page/summary-file.server.ts";
import { fileAnswer } from "#app/http/file-answer.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db }) => fileAnswer(await getTrustSummaryFile(db)));

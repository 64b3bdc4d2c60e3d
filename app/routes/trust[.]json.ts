import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { getTrustJson } from "#app/domain/trust-page/machines/machine-files.server.ts";
import { machineAnswer } from "#app/http/machine-answer.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db, request }) => {
  const answers = await listPublicAnswers(db);
  return machineAnswer(request, await getTrustJson(db, { now: new Date(), answers }));
});

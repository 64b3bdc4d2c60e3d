import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { getSearchFile } from "#app/domain/trust-page/search.server.ts";
import { machineAnswer } from "#app/http/machine-answer.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db, request, words }) => {
  const answer = machineAnswer(request, await getSearchFile(db, { answers: await listPublicAnswers(db), words }));
  answer.headers.append("Vary", "Accept-Language");
  return answer;
});

import { getComponentDefinition } from "#app/domain/trust-page/machines/machine-files.server.ts";
import { machineAnswer } from "#app/http/machine-answer.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async ({ db, request }) =>
  machineAnswer(request, await getComponentDefinition(db, new Date())),
);

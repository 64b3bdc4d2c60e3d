import { getControlsFile } from "#app/domain/trust-page/controls.server.ts";
import { fileAnswer } from "#app/http/file-answer.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async ({ db }) => fileAnswer(await getControlsFile(db)));

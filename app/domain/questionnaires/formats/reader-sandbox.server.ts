import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import { type Command, confinedCommand } from "#app/platform/confined-command.server.ts";

/** The command line of a reading process: it may read its own file and nothing else. */
export const readerCommand = (script: string): Promise<Command> =>
  confinedCommand(script, { ...processLimits, readable: [], addons: false });

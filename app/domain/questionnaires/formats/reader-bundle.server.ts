import type { FileKind } from "#app/domain/questionnaires/formats/file-kind.ts";
import { type ChildProgram, ensureChildProgram } from "#app/platform/child-program.server.ts";

const folder = "app/domain/questionnaires/formats";
const formats = `#${folder}`;

const program = { entry: `${folder}/reader-child.server.ts`, sources: [folder, "app/domain/matching", "app/messages"] };

/**
 * The reading process's one file, for most formats and with everything for some: the libraries for these are several
 * times as large as all the rest, and a process reads one file.
 */
const forMost: ChildProgram = {
  ...{ ...program, name: "child.mjs" },
  external: [`${formats}/pdf-*`, `${formats}/json-*`, `${formats}/fidelity/pdf-*`, `${formats}/fidelity/json-*`],
};
const forAll: ChildProgram = { ...program, name: "child-with-pdf.mjs", external: [] };

/** The path of the reading process's file, bundled anew when a source is newer. */
export const ensureReaderBundle = (kind: FileKind): Promise<string> =>
  ensureChildProgram(kind === "pdf" || kind === "json" ? forAll : forMost);

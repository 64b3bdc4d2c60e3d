import { join } from "node:path";
import { type ChildProgram, ensureChildProgram, projectRoot } from "#app/platform/child-program.server.ts";
import { runConfined } from "#app/platform/confined-process.server.ts";
import type { Comparison } from "./compare-files.server.ts";
import { framed, unframed } from "./frames.ts";
import type { LookingRequest } from "./looking-child.server.ts";
import { originalPagesOf } from "./original-pages.server.ts";
import type { SaidWords } from "./what-a-file-says.server.ts";

const MiB = 1024 * 1024;

const limits = {
  heapMiB: 768,
  dataBytes: 2_000 * MiB,
  cpuSeconds: 240,
  wallMilliseconds: 300_000,
  openFiles: 128,
  resultBytes: 64 * MiB,
  addons: true,
};

const program: ChildProgram = {
  entry: "app/domain/documents/trace/looking-child.server.ts",
  name: "looking-child.mjs",
  sources: ["app/domain/documents/trace", "app/domain/documents/marks"],
  external: ["@napi-rs/canvas", "pdfjs-dist"],
};

export const ensureLookingProgram = (): Promise<string> => ensureChildProgram(program);

/** What a found file says of itself; null where it is neither a PDF nor a picture that can be opened. */
export async function readFoundFile(found: Uint8Array): Promise<({ pages: number } & SaidWords) | null> {
  const result = (await ask({ operation: "read" }, [found])) as ({ pages: number } & SaidWords) | { unreadable: true };
  return "unreadable" in result ? null : result;
}

/** What the pages of a found file look like beside those of an original. */
export async function compareWithOriginal(found: Uint8Array, original: Uint8Array): Promise<Comparison> {
  const places = await originalPagesOf(original);
  return (await ask({ operation: "compare", places }, [found, original])) as Comparison;
}

/** Neither the key of the marks nor the ledger goes into the process that opens a stranger's file. */
async function ask(request: LookingRequest, files: Uint8Array[]): Promise<unknown> {
  const root = projectRoot();
  const readable = ["node_modules/pdfjs-dist", "node_modules/@napi-rs", "package.json", "build"].map((path) =>
    join(root, path),
  );
  const answer = await runConfined(await ensureLookingProgram(), framed(request, files), { ...limits, readable });
  return unframed(answer).head;
}

import { compareFiles, type OriginalPage } from "./compare-files.server.ts";
import { framed, unframed } from "./frames.ts";
import { seeFile, type SeenFile } from "./render-pages.server.ts";
import { whatAFileSays } from "./what-a-file-says.server.ts";

export type LookingRequest = { operation: "read" } | { operation: "compare"; places: OriginalPage[] };

/** The whole of the looking process: one request on stdin, one result on stdout, then it ends. */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const { head, files } = unframed(Buffer.concat(chunks));
  const result = framed(await resultOf(head as LookingRequest, files));
  process.stdout.write(result, () => process.exit(0));
}

async function resultOf(request: LookingRequest, [found, original]: Buffer[]): Promise<unknown> {
  const seen = await readable(found!);
  if (!seen) return { unreadable: true };
  if (request.operation === "read") return { pages: seen.pageCount, ...(await whatAFileSays(seen)) };
  return compareFiles(seen, await seeFile(original!), request.places);
}

/** A file that somebody found may be damaged, locked or no file of that kind at all. */
async function readable(bytes: Buffer): Promise<SeenFile | null> {
  return seeFile(bytes).catch(() => null);
}

await main();

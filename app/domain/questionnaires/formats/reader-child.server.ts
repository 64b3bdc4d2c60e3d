import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { packedInspection } from "#app/domain/questionnaires/formats/packed-inspection.server.ts";
import {
  type FileRequest,
  inspectHere,
  rowsHere,
  writeHere,
} from "#app/domain/questionnaires/formats/read-file.server.ts";
import { framed, type ReaderResult } from "#app/domain/questionnaires/formats/reader-frames.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** The whole of the reading process: a request on descriptor 3, a file on stdin, one result on stdout, then it ends. */
async function main(): Promise<void> {
  const [request, file] = await Promise.all([wholeOf(createReadStream("", { fd: 3 })), wholeOf(process.stdin)]);
  process.stdout.write(await resultOf(JSON.parse(request.toString("utf8")) as FileRequest, file));
}

async function wholeOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function resultOf(request: FileRequest, bytes: Buffer): Promise<Buffer> {
  try {
    ensureUnchanged(request, bytes);
    if (request.operation === "inspect") {
      const { packed, ...summary } = packedInspection(await inspectHere(bytes, request.fileName, request.choices));
      return framed({ ok: true, summary } satisfies ReaderResult, packed);
    }
    if (request.operation === "rows") {
      return framed({ ok: true, rows: await rowsHere(bytes, request.fileName) } satisfies ReaderResult);
    }
    if (request.operation === "verify") {
      const [original, copy] = [bytes.subarray(0, request.originalLength), bytes.subarray(request.originalLength)];
      return framed({ ok: true, fidelity: await verifyCopyHere(original, copy, request) } satisfies ReaderResult);
    }
    return framed({ ok: true } satisfies ReaderResult, await writeHere(bytes, request.fileName, request.writes));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return framed({ ok: false, code: error.code, message: error.message } satisfies ReaderResult);
  }
}

/** The server opens a stored file without reading it, so that it is compared with its name here. */
function ensureUnchanged({ sha256 }: FileRequest, bytes: Buffer): void {
  if (sha256 === undefined || createHash("sha256").update(bytes).digest("hex") === sha256) return;
  throw new UnreadableFile("file.damaged", complaints.fileChanged);
}

await main();

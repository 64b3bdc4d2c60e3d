import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import {
  type FileRequest,
  inspectHere,
  rowsHere,
  writeHere,
} from "#app/domain/questionnaires/formats/read-file.server.ts";
import { framed, type ReaderResult, unframed } from "#app/domain/questionnaires/formats/reader-frames.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** The whole of the reading process: one request on stdin, one result on stdout, then it ends. */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const { head, body } = unframed(Buffer.concat(chunks));
  process.stdout.write(await resultOf(head as FileRequest, body));
}

async function resultOf(request: FileRequest, bytes: Buffer): Promise<Buffer> {
  try {
    if (request.operation === "inspect") {
      const inspection = await inspectHere(bytes, request.fileName, request.choices);
      return framed({ ok: true, inspection } satisfies ReaderResult);
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

await main();

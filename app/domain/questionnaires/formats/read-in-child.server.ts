import { spawn } from "node:child_process";
import { once } from "node:events";
import { type FileKind, fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import type { Inspection, LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import type { FileRequest } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { ensureReaderBundle } from "#app/domain/questionnaires/formats/reader-bundle.server.ts";
import { framed, type ReaderResult, unframed } from "#app/domain/questionnaires/formats/reader-frames.ts";
import { confinedCommand } from "#app/domain/questionnaires/formats/reader-sandbox.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/**
 * Finds the questions of a customer's file, in a child process that can neither write files, start programs nor, where
 * the system offers it, use the network. Throws UnreadableFile with a sentence for the person who uploaded it.
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
  choices: LayoutChoices = {},
): Promise<Inspection> {
  const { head } = await askReader({ operation: "inspect", fileName, choices }, bytes);
  return head.inspection as Inspection;
}

/** Runs one request in a reading process of its own. They run one after the other; a long queue turns requests away. */
export async function askReader(request: FileRequest, bytes: Uint8Array): Promise<Reply> {
  const kind = fileKindOf(
    request.operation === "verify" ? bytes.subarray(0, request.originalLength) : bytes,
    request.fileName,
  );
  if (waiting >= processLimits.waiting) {
    throw new UnreadableFile("file.reader_busy", "Many files are being read at the moment. Try again in a minute.");
  }
  waiting++;
  const turn = queue.then(() => readInChild(kind, request, bytes));
  queue = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn.finally(() => {
    waiting--;
  });
}

export type Reply = { head: Extract<ReaderResult, { ok: true }>; body: Buffer };

let queue: Promise<void> = Promise.resolve();
let waiting = 0;

async function readInChild(kind: FileKind, request: FileRequest, bytes: Uint8Array): Promise<Reply> {
  const { head, body } = unframed(await outputOf(kind, framed(request, bytes)));
  const result = head as ReaderResult;
  if (!result.ok) throw new UnreadableFile(result.code, result.message);
  return { head: result, body };
}

async function outputOf(kind: FileKind, input: Buffer): Promise<Buffer> {
  const { command, args, env } = await confinedCommand(await ensureReaderBundle(kind));
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let timedOut = false;
  let tooMuch = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, processLimits.wallMilliseconds);
  const output: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= processLimits.resultBytes) return output.push(chunk);
    tooMuch = true;
    return child.kill("SIGKILL");
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString("utf8")).slice(-2_000);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (code === 0 && !tooMuch) return Buffer.concat(output);
    throw failure({ timedOut, signal, code, complaint });
  } finally {
    clearTimeout(timer);
  }
}

type Ending = { timedOut: boolean; signal: NodeJS.Signals | null; code: number | null; complaint: string };

function failure({ timedOut, signal, code, complaint }: Ending): UnreadableFile {
  const slow = timedOut || signal === "SIGXCPU" || (signal === "SIGKILL" && !complaint.includes("heap"));
  const heavy = signal === "SIGABRT" || code === 134 || complaint.includes("heap out of memory");
  const error = heavy
    ? new UnreadableFile("file.too_heavy", "This file needs more memory than reading a questionnaire may take.")
    : slow
      ? new UnreadableFile("file.too_slow", "This file takes longer to read than a questionnaire may take.")
      : new UnreadableFile(
          "file.unreadable",
          "This file could not be read. Open it, save it again and upload it anew.",
        );
  error.cause = complaint;
  return error;
}

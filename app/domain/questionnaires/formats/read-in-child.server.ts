import { complaints } from "#app/messages/en/complaints.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import type { Writable } from "node:stream";
import { beginningBytes, type FileKind, fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import type { Inspection, LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import type { FileRequest } from "#app/domain/questionnaires/formats/read-file.server.ts";
import {
  type InspectionSummary,
  type PackedInspection,
  unpackedInspection,
} from "#app/domain/questionnaires/formats/packed-inspection.server.ts";
import { ensureReaderBundle } from "#app/domain/questionnaires/formats/reader-bundle.server.ts";
import { jsonOf, type ReaderResult, unframed } from "#app/domain/questionnaires/formats/reader-frames.ts";
import { readerCommand } from "#app/domain/questionnaires/formats/reader-sandbox.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** A file's bytes, or one that is kept: the reading process gets it opened, so that it passes through nobody's memory. */
export type ReadableFile = Uint8Array | KeptFile;
export type KeptFile = { sha256: string; open: () => Promise<FileHandle> };

/**
 * Finds the questions of a customer's file, in a child process that can neither write files, start programs nor, where
 * the system offers it, use the network. Throws UnreadableFile with a sentence for the person who uploaded it.
 */
export async function inspectFile(
  file: ReadableFile,
  fileName: string,
  choices: LayoutChoices = {},
): Promise<Inspection> {
  return unpackedInspection((await inspectFileUnseen(file, fileName, choices)).packed);
}

/** The same, left packed, for whoever only keeps what was found. */
export async function inspectFileUnseen(
  file: ReadableFile,
  fileName: string,
  choices: LayoutChoices = {},
): Promise<PackedInspection> {
  const { head, body } = await askReader({ operation: "inspect", fileName, choices }, file);
  return { ...(head.summary as InspectionSummary), packed: body };
}

/** Runs one request in a reading process of its own. They run one after the other; a long queue turns requests away. */
export async function askReader(request: FileRequest, file: ReadableFile): Promise<Reply> {
  if (waiting >= processLimits.waiting) {
    throw new UnreadableFile("file.reader_busy", "Many files are being read at the moment. Try again in a minute.");
  }
  waiting++;
  const turn = queue.then(() => (file instanceof Uint8Array ? readBytes(request, file) : readKept(request, file)));
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

function readBytes(request: FileRequest, bytes: Uint8Array): Promise<Reply> {
  const original = request.operation === "verify" ? bytes.subarray(0, request.originalLength) : bytes;
  return readInChild(fileKindOf(original, request.fileName), request, bytes);
}

async function readKept(request: FileRequest, { sha256, open }: KeptFile): Promise<Reply> {
  const file = await open();
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    const kind = fileKindOf(buffer.subarray(0, bytesRead), request.fileName, (await file.stat()).size);
    return await readInChild(kind, { ...request, sha256 }, file);
  } finally {
    await file.close();
  }
}

async function readInChild(kind: FileKind, request: FileRequest, input: Uint8Array | FileHandle): Promise<Reply> {
  const { head, body } = unframed(await outputOf(await ensureReaderBundle(kind), jsonOf(request), input));
  const result = head as ReaderResult;
  if (!result.ok) throw new UnreadableFile(result.code, result.message);
  return { head: result, body };
}

async function outputOf(bundle: string, request: Buffer, input: Uint8Array | FileHandle): Promise<Buffer> {
  const { command, args, env } = await readerCommand(bundle);
  const isBytes = input instanceof Uint8Array;
  const child = spawn(command, args, { env, stdio: [isBytes ? "pipe" : input.fd, "pipe", "pipe", "pipe"] });
  const [stdout, stderr] = [child.stdout!, child.stderr!];
  let timedOut = false;
  let tooMuch = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, processLimits.wallMilliseconds);
  const output: Buffer[] = [];
  let size = 0;
  stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= processLimits.resultBytes) return output.push(chunk);
    tooMuch = true;
    return child.kill("SIGKILL");
  });
  let complaint = "";
  stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString("utf8")).slice(-2_000);
  });
  send(child.stdio[3] as Writable, request);
  if (isBytes) send(child.stdin!, input);
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (code === 0 && !tooMuch) return Buffer.concat(output);
    throw failure({ timedOut, signal, code, complaint });
  } finally {
    clearTimeout(timer);
  }
}

/** A process that has died takes nothing more; how it died is the news. */
function send(pipe: Writable, bytes: Uint8Array): void {
  pipe.on("error", () => undefined);
  pipe.end(bytes);
}

type Ending = { timedOut: boolean; signal: NodeJS.Signals | null; code: number | null; complaint: string };

function failure({ timedOut, signal, code, complaint }: Ending): UnreadableFile {
  const slow = timedOut || signal === "SIGXCPU" || (signal === "SIGKILL" && !complaint.includes("heap"));
  const heavy = signal === "SIGABRT" || code === 134 || complaint.includes("heap out of memory");
  const error = heavy
    ? new UnreadableFile("file.too_heavy", complaints.fileTooHeavy)
    : slow
      ? new UnreadableFile("file.too_slow", complaints.fileTooSlow)
      : new UnreadableFile("file.unreadable", complaints.fileUnreadable);
  error.cause = complaint;
  return error;
}

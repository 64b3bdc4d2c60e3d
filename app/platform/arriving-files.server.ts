import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "./env.server.ts";

/** A file on disk that nobody has kept yet. */
export type ArrivedFile = { path: string; sha256: string; sizeBytes: number; beginning: Uint8Array };

/** Below the stored files, so that keeping one is a rename on the same file system. */
const folder = join(env.dataDir, "files", "arriving");

const beginningBytes = 1024;
const leftoverHours = 6;

/** Writes the chunks to disk as they come, a few at a time in memory; null when there are none. */
export async function receiveFile(chunks: AsyncIterable<Uint8Array>): Promise<ArrivedFile | null> {
  const path = join(folder, randomUUID());
  const hash = createHash("sha256");
  let [sizeBytes, beginning] = [0, Buffer.alloc(0)];
  let file: FileHandle | null = null;
  try {
    for await (const chunk of chunks) {
      file ??= await newFile(path);
      await file.appendFile(chunk);
      hash.update(chunk);
      sizeBytes += chunk.length;
      const missing = beginningBytes - beginning.length;
      if (missing > 0) beginning = Buffer.concat([beginning, chunk.subarray(0, missing)]);
    }
  } catch (error) {
    await file?.close();
    await rm(path, { force: true });
    throw error;
  }
  await file?.close();
  return file && { path, sha256: hash.digest("hex"), sizeBytes, beginning };
}

async function newFile(path: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return open(path, "wx", 0o600);
}

export async function readArrivedFile({ path, sizeBytes }: ArrivedFile): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(new ArrayBuffer(sizeBytes));
  const file = await open(path, "r");
  try {
    for (let at = 0; at < sizeBytes;) {
      const { bytesRead } = await file.read(bytes, at, sizeBytes - at, at);
      if (bytesRead === 0) throw new Error("A file that has arrived was cut short.");
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  return bytes;
}

/** Away with it, unless it was kept: then it lies elsewhere. */
export const discardArrivedFile = ({ path }: ArrivedFile): Promise<void> => rm(path, { force: true });

/** What a process left that ended in the middle of a request. Another one may be receiving, so only what is old goes. */
export async function discardLeftovers(): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const oldest = Date.now() - leftoverHours * 3_600_000;
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < oldest) await rm(path, { force: true });
  }
}

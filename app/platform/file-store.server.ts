import { randomUUID, webcrypto } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArrivedFile } from "./arriving-files.server.ts";
import { env } from "./env.server.ts";

export class StoredFileDamaged extends Error {}

export interface FileStore {
  /** Keeps the content under its SHA-256 (hex); a file that has arrived is taken over. The same again changes nothing. */
  put(content: Uint8Array | ArrivedFile): Promise<{ sha256: string; sizeBytes: number }>;
  /** The bytes, checked against their name. Throws `StoredFileDamaged` when they differ or are gone. */
  get(sha256: string): Promise<Buffer>;
  /** The file for reading, not checked: its reader is to compare. Throws `StoredFileDamaged` when it is gone. */
  open(sha256: string): Promise<FileHandle>;
}

/** Content-addressed files below `directory`: written beside, fsynced, renamed, so that no half file is ever seen. */
export function fileStoreOn(directory: string): FileStore {
  const placeOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);

  return {
    async put(content) {
      const isBytes = content instanceof Uint8Array;
      const sha256 = isBytes ? await digestOf(content) : content.sha256;
      const place = placeOf(sha256);
      if (!(await exists(place))) {
        const folder = join(directory, sha256.slice(0, 2));
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await moveDurably(isBytes ? await written(content, `${place}.${randomUUID()}`) : content.path, place);
      }
      return { sha256, sizeBytes: isBytes ? content.length : content.sizeBytes };
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch(() => {
        throw missing(sha256);
      });
      if ((await digestOf(bytes)) !== sha256) {
        throw new StoredFileDamaged(`The stored file ${sha256} has changed.`);
      }
      return bytes;
    },
    open(sha256) {
      return open(placeOf(sha256), "r").catch(() => {
        throw missing(sha256);
      });
    },
  };
}

const missing = (sha256: string) => new StoredFileDamaged(`The stored file ${sha256} is missing.`);

/** Worked out beside the main thread, where 50 MiB would keep everyone else waiting. */
const digestOf = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex");

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function written(bytes: Uint8Array, path: string): Promise<string> {
  const file = await open(path, "wx", 0o600);
  await file.writeFile(bytes).finally(() => file.close());
  return path;
}

async function moveDurably(from: string, place: string) {
  await synced(from, "r+");
  await rename(from, place).catch(async (error) => {
    await unlink(from);
    throw error;
  });
  await synced(dirname(place), "r");
}

async function synced(path: string, mode: "r" | "r+") {
  const file = await open(path, mode);
  await file.sync().finally(() => file.close());
}

export const fileStore: FileStore = fileStoreOn(join(env.dataDir, "files"));

import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { env } from "./env.server.ts";

export class StoredFileDamaged extends Error {}

export interface FileStore {
  /** Keeps the bytes under their SHA-256 (hex). Keeping the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<{ sha256: string; sizeBytes: number }>;
  /** The bytes, checked against their name. Throws `StoredFileDamaged` when they differ or are gone. */
  get(sha256: string): Promise<Buffer>;
}

/** Content-addressed files below `directory`: written beside, fsynced, renamed, so that no half file is ever seen. */
export function fileStoreOn(directory: string): FileStore {
  const placeOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);

  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const place = placeOf(sha256);
      if (!(await exists(place))) await writeDurably(join(directory, sha256.slice(0, 2)), place, bytes);
      return { sha256, sizeBytes: bytes.length };
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch(() => {
        throw new StoredFileDamaged(`The stored file ${sha256} is missing.`);
      });
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
        throw new StoredFileDamaged(`The stored file ${sha256} has changed.`);
      }
      return bytes;
    },
  };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function writeDurably(folder: string, place: string, bytes: Uint8Array) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${place}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, place).catch(async (error) => {
    await unlink(beside);
    throw error;
  });
  const directory = await open(folder, "r");
  await directory.sync().finally(() => directory.close());
}

export const fileStore: FileStore = fileStoreOn(join(env.dataDir, "files"));

import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  discardArrivedFile,
  discardLeftovers,
  readArrivedFile,
  receiveFile,
} from "#app/platform/arriving-files.server.ts";
import { env } from "#app/platform/env.server.ts";
import { fileStore } from "#app/platform/file-store.server.ts";

const folder = join(env.dataDir, "files", "arriving");
const arriving = () => (existsSync(folder) ? readdirSync(folder) : []);

async function* inChunks(...chunks: string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}

async function* breakingOff(): AsyncGenerator<Buffer> {
  yield* inChunks("one");
  throw new Error("gone");
}

describe("a file that arrives", () => {
  test("lies on disk under its SHA-256 and its beginning, and is kept by moving it", async () => {
    const text = `${"x".repeat(1_000)}${"y".repeat(100)}`;
    const arrived = (await receiveFile(inChunks("x".repeat(1_000), "y".repeat(100))))!;
    expect(arrived).toMatchObject({ sizeBytes: 1_100, sha256: createHash("sha256").update(text).digest("hex") });
    expect(Buffer.from(arrived.beginning).toString()).toBe(text.slice(0, 1024));
    expect((await readArrivedFile(arrived)).toString()).toBe(text);

    expect(await fileStore.put(arrived)).toEqual({ sha256: arrived.sha256, sizeBytes: 1_100 });
    expect((await fileStore.get(arrived.sha256)).toString()).toBe(text);
    expect(arriving()).toEqual([]);
  });

  test("a second time is kept once, and what came goes", async () => {
    await fileStore.put((await receiveFile(inChunks("twice")))!);
    const again = (await receiveFile(inChunks("twice")))!;
    const { sha256 } = await fileStore.put(again);
    await discardArrivedFile(again);
    expect(arriving()).toEqual([]);
    expect((await fileStore.get(sha256)).toString()).toBe("twice");
  });

  test("and breaks off leaves nothing", async () => {
    await expect(receiveFile(breakingOff())).rejects.toThrow("gone");
    expect(arriving()).toEqual([]);
  });

  test("without a byte is none", async () => {
    expect(await receiveFile(inChunks())).toBeNull();
  });

  test("and is left behind by a process that died goes after six hours, and no sooner", async () => {
    await mkdir(folder, { recursive: true });
    for (const [name, hours] of [["old", 6.1] as const, ["young", 5.9] as const]) {
      await writeFile(join(folder, name), name);
      const at = new Date(Date.now() - hours * 3_600_000);
      await utimes(join(folder, name), at, at);
    }
    await discardLeftovers();
    expect(arriving()).toEqual(["young"]);
    await discardArrivedFile({ path: join(folder, "young"), sha256: "", sizeBytes: 5, beginning: Buffer.alloc(0) });
  });
});

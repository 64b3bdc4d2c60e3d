import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { startCandor, throughNpm } from "#tests/support/running-candor.ts";

const patience = 180_000;

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), "candor-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `npm start`'s script to its end, and gives how it ended and what it said. */
function runToItsEnd(settings: Record<string, string>): Promise<{ code: unknown; stderr: string }> {
  const env = { ...process.env, NODE_ENV: "production" as const, DATABASE_URL: "", ...settings };
  return new Promise((ended) => {
    execFile(process.execPath, ["scripts/start.mjs"], { env }, (error, _, stderr) =>
      ended({ code: error?.code, stderr }),
    );
  });
}

const get = (origin: string, path: string) => fetch(`${origin}${path}`, { redirect: "manual" });

describe("npm start", () => {
  test(
    "loads the demo once, keeps others off its data, stops on SIGTERM and starts again",
    async () => {
      const DATA_DIR = aFolder();
      const first = await startCandor({ DATA_DIR });
      expect(first.output()).toMatch(/^Candor is ready at http:\/\/localhost:\d+$/m);
      expect(first.output()).toMatch(/maren@lindmere\.example\s+\S{20,}/);
      expect(await (await get(first.origin, "/health")).text()).toBe("alive\n");
      expect(await (await get(first.origin, "/ready")).text()).toBe("ready\n");

      const kept = join(DATA_DIR, "demo-sign-ins.json");
      expect(statSync(kept).mode & 0o077).toBe(0);
      const second = await runToItsEnd({ DATA_DIR, PORT: "0" });
      expect(second.code).toBe(1);
      expect(second.stderr).toMatch(/is in use by another Candor \(process \d+\)/);
      expect(second.stderr).not.toMatch(/^\s+at /m);

      const signIns = readFileSync(kept, "utf8");
      expect(await first.stop()).toBe(0);

      const again = await startCandor({ DATA_DIR }, throughNpm);
      expect(again.output()).not.toContain("Loading the demo");
      expect(readFileSync(kept, "utf8")).toBe(signIns);
      await again.stop();
      await expect.poll(() => get(again.origin, "/health").then(({ status }) => status, () => "gone"), { timeout: 20_000 }).toBe("gone"); // prettier-ignore
    },
    patience,
  );

  test(
    "without the demo prints a token that makes the first admin, once",
    async () => {
      const candor = await startCandor({ DEMO: "off" });
      onTestFinished(() => void candor.stop());
      expect(await (await get(candor.origin, "/")).text()).toContain("Trust center");
      const token = /with this token, once:\s+(\S+)/.exec(candor.output())![1]!;
      const setUp = (given: string) =>
        fetch(`${candor.origin}/staff/set-up`, {
          method: "POST",
          redirect: "manual",
          headers: { origin: candor.origin, "content-type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({
            token: given,
            name: "Ruth Okafor",
            email: "ruth@vendor.example",
            password: "correct horse battery staple",
          }),
        });

      expect((await setUp("another token")).status).toBe(422);
      const made = await setUp(token);
      expect(made.status).toBe(302);
      expect(made.headers.get("set-cookie")).toMatch(/HttpOnly/);
      expect((await setUp(token)).status).toBe(422);
      expect((await get(candor.origin, "/staff/set-up")).status).toBe(404);
    },
    patience,
  );

  test(
    "says in a line which setting cannot be",
    async () => {
      const { code, stderr } = await runToItsEnd({ DATA_DIR: aFolder(), PORT: "many" });

      expect(code).toBe(1);
      expect(stderr).toMatch(/PORT/);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    patience,
  );

  test.runIf(inject("postgres"))(
    "on PostgreSQL loads no demo",
    async () => {
      const candor = await startCandor({ DATABASE_URL: inject("postgres")!.url });
      onTestFinished(() => void candor.stop());

      expect(candor.output()).toContain("Database: PostgreSQL");
      expect(candor.output()).toContain("There is no staff yet");
    },
    patience,
  );
});

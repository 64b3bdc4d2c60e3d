import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

type Line = Record<string, unknown> & { time: string };

const linesOf = (request: object): Line[] => {
  const program = `
    import { logRequest } from "#app/server/request-log.server.ts";
    import { logger } from "#app/platform/logger.server.ts";
    const request = JSON.parse(process.argv[1]);
    logRequest(request);
    logger.info(request, "request");`;
  const given = ["--import", "tsx", "--input-type=module", "-e", program, JSON.stringify(request)];
  const output = execFileSync(process.execPath, given, {
    encoding: "utf8",
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
};

test.each([
  { requestId: "a-1", method: "GET", path: "/", status: 200, ms: 1, ip: "::1" },
  { requestId: "a-2", method: "POST", path: '/"\n{"level":60}', status: 404, ms: 0, ip: '"}\n' },
  { requestId: "a-3", method: "GET", path: "/ü", status: 304, ms: 12 },
])("a request's line is the one that the logger would write, and is not lost when the process ends: %o", (request) => {
  const [{ time: _, ...plain }, { time, ...gathered }, ...more] = linesOf(request) as [Line, Line];
  expect(gathered).toEqual(plain);
  expect(gathered).toMatchObject(request);
  expect(new Date(time).toISOString()).toBe(time);
  expect(more).toEqual([]);
});

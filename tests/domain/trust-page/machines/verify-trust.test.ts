import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keySet } from "#app/domain/trust-page/machines/detached-signature.server.ts";
import { getBadge, getTrustJson } from "#app/domain/trust-page/machines/machine-files.server.ts";
import { db } from "#db/client.server.ts";
import { runScript } from "#tests/scripts/run-script.ts";
import { aWholeCompany, addresses, get, textAt, type Address } from "./scene.ts";

type Sent = { status: number; headers: Record<string, string>; body: string };

/** Changes what leaves, as someone on the way could. */
let onTheWay: (address: Address, sent: Sent) => Promise<Sent> | Sent;
let server: Server;
let url: string;

beforeEach(async () => {
  await aWholeCompany();
  onTheWay = (_address, sent) => sent;
  server = createServer((request, response) => {
    const address = addresses.find((known) => known === request.url);
    void (address ? answerTo(address) : Promise.resolve({ status: 404, headers: {}, body: "" })).then((sent) =>
      response.writeHead(sent.status, { ...sent.headers, connection: "close" }).end(sent.body),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((done) => server.close(done)));

async function answerTo(address: Address): Promise<Sent> {
  const answer = await get(address);
  return onTheWay(address, {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  });
}

const change = (wanted: Address, how: (sent: Sent) => Partial<Sent>) => {
  onTheWay = (address, sent) => (address === wanted ? { ...sent, ...how(sent) } : sent);
};
const without = ({ "trust-signature": _signature, ...headers }: Record<string, string>) => headers;

describe("npm run verify-trust", () => {
  test("says the status with its date, and whose signature holds", async () => {
    const { status, stdout, stderr } = await runScript("verify-trust", url);
    expect([status, stderr]).toEqual([0, ""]);
    const { kid } = keySet.parse(JSON.parse(await textAt("/.well-known/trust-keys.json"))).keys[0]!;
    expect(stdout).toMatch(
      /^Orrery & Sons.* SOC 2 Type II.*\. Status: .+, worked out on \d+ \w+ \d{4}, \d\d:\d\d UTC\. The signatures of trust\.json and badge\.svg hold; the key is /,
    );
    expect(stdout).toContain(kid);
    expect(await runScript("verify-trust", `${url}/trust.json`, "--key", kid)).toMatchObject({ status: 0 });
  });

  test.each<[string, () => void, RegExp]>([
    [
      "a changed word",
      () => change("/trust.json", ({ body }) => ({ body: body.replace('"unqualified"', '"qualified"') })),
      /trust\.json: The signature does not fit/,
    ],
    [
      "a changed badge",
      () => change("/badge.svg", ({ body }) => ({ body: body.replaceAll("#", "# ") })),
      /badge\.svg: The signature does not fit/,
    ],
    [
      "no signature",
      () => change("/trust.json", ({ headers }) => ({ headers: without(headers) })),
      /without a signature/,
    ],
    ["keys of others", () => change("/.well-known/trust-keys.json", () => ({ body: '{"keys":[]}' })), /No keys/],
    ["keys that are none", () => change("/.well-known/trust-keys.json", () => ({ body: "<p>" })), /not a set of/],
    [
      "another address in its place",
      () => change("/trust.json", () => ({ status: 302, headers: { location: "/x" } })),
      /answers with 302/,
    ],
  ])("with %s says what does not hold, and exits with 1", async (_what, meddle, message) => {
    meddle();
    const { status, stdout } = await runScript("verify-trust", url);
    expect([status, stdout.split("\n").length]).toEqual([1, 2]);
    expect(stdout).toMatch(/^Not verified\. /);
    expect(stdout).toMatch(message);
  });

  test("does not take an old statement that is sent again, though its signature holds", async () => {
    const lastWeek = new Date(Date.now() - 7 * 86_400_000);
    const { body, signature } = await getTrustJson(db, { now: lastWeek, answers: [] });
    change("/trust.json", () => ({ body, headers: { "trust-signature": signature! } }));
    const { status, stdout } = await runScript("verify-trust", url);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/^Not verified\. The statement “.*” is of .*, not of today/),
    ]);
  });

  test("does not take a badge of another day, though its signature holds", async () => {
    const { body, signature } = await getBadge(db, new Date(Date.now() - 7 * 86_400_000));
    change("/badge.svg", () => ({ body, headers: { "trust-signature": signature! } }));
    const { status, stdout } = await runScript("verify-trust", url);
    expect([status, stdout]).toEqual([1, expect.stringContaining("The badge does not say what trust.json says")]);
  });

  test("does not take another key than the one that was named", async () => {
    const { status, stdout } = await runScript("verify-trust", url, "--key", "x".repeat(43));
    expect([status, stdout]).toEqual([1, expect.stringContaining("does not publish the key")]);
  });

  test("exits with 2 when it is called wrongly, or nobody answers", async () => {
    for (const wrong of [[], ["trust.example.com"], ["file:///etc/passwd"], [url, url], [url, "--keys", "x"]]) {
      const { status, stdout, stderr } = await runScript("verify-trust", ...wrong);
      expect([wrong, status, stdout]).toEqual([wrong, 2, ""]);
      expect(stderr).toContain("Usage: npm run -s verify-trust -- URL");
    }
    expect(await runScript("verify-trust", "http://127.0.0.1:1")).toMatchObject({
      status: 2,
      stderr: "http://127.0.0.1:1/.well-known/trust-keys.json does not answer.\n",
    });
  });
});

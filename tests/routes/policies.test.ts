import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Policy } from "#app/http/policy.server.ts";
import { startSession } from "#app/domain/accounts/sessions.server.ts";
import { db } from "#db/client.server.ts";
import { type Answer, builtPages, servePages } from "#tests/support/built-pages.ts";
import { aClient, ada, kim, ruth, sam } from "#tests/support/given.ts";

type Call = { method: "GET" | "POST"; path: string; policy: string };
type Line = { loader?: string; action?: string };

/** Kept by hand: who may call what. A new route fails here until someone has decided. */
const decided = JSON.parse(readFileSync("tests/routes/policies.json", "utf8")) as Record<string, Line>;

let pages: ServerBuild;
let served: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  pages = await builtPages();
  served = await servePages();
});
afterAll(() => served.stop());

test("every loader and action carries the policy that was decided for it", () => {
  const built = Object.fromEntries(
    Object.values(pages.routes).flatMap((route) => {
      const line: Line = {};
      if (route!.module.loader) line.loader = inWords(route!.module.loader);
      if (route!.module.action) line.action = inWords(route!.module.action);
      return Object.keys(line).length > 0 ? [[route!.id, line]] : [];
    }),
  );

  expect(built).toEqual(decided);
});

const actors = {
  visitor: async () => "",
  "an unapproved prospect": async () => cookieOf(await kim()),
  sales: async () => cookieOf(await sam()),
  security: async () => cookieOf(await ada()),
  admin: async () => cookieOf(await ruth()),
};

describe.each(Object.keys(actors) as (keyof typeof actors)[])("%s", (actor) => {
  test("gets from every loader and action what its policy says", async () => {
    const wrong: string[] = [];
    for (const call of everyCall()) {
      const cookie = await actors[actor]();
      const answer = await served.send({ ...call, cookie });
      const verdict = judge(call, actor, answer);
      if (verdict) wrong.push(`${call.method} ${call.path} (${call.policy}): ${answer.status}, ${verdict}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** Each route as a page, by Remix's data address, and as a form. Ids in the address are of nothing that exists. */
function* everyCall(): Generator<Call> {
  for (const [id, { loader, action }] of Object.entries(decided)) {
    const address = addressOf(id);
    const data = `${address}?_data=${encodeURIComponent(id)}`;
    if (loader) yield { method: "GET", path: data, policy: loader };
    if (loader && hasOwnAddress(id)) yield { method: "GET", path: address, policy: loader };
    if (action) yield { method: "POST", path: data, policy: action };
    if (action && hasOwnAddress(id)) yield { method: "POST", path: address, policy: action };
  }
}

function judge({ policy, path }: Call, actor: keyof typeof actors, answer: Answer): string | null {
  const { status, location, headers } = answer;
  if (status >= 500) return "a crash";
  const target = location ?? String(headers["x-remix-redirect"] ?? "");
  const ledToSignIn = /^\/(staff\/)?sign-in(\?|$)/.test(target) || status === 401;
  const refused = status === 403;
  if (mayCall(policy, actor))
    return refused || status === 401 || (ledToSignIn && !leadsThere(policy, path)) ? "was refused" : null;
  if (isKnownTo(policy, actor)) return refused ? null : "another role was let in";
  return ledToSignIn ? null : "was not led to the sign-in";
}

/** Signing out ends at the sign-in, and so does a code that was never asked for. */
const leadsThere = (policy: string, path: string) => policy === "anyone" || path.includes("/sign-out");

function mayCall(policy: string, actor: keyof typeof actors): boolean {
  if (policy === "anyone") return true;
  if (policy === "prospect") return actor === "an unapproved prospect";
  if (policy === "prospect or staff") return actor !== "visitor";
  const roles = policy.replace("staff: ", "").split(", ");
  return isStaff(actor) && (roles.includes("any") || roles.includes(actor));
}

const isStaff = (actor: string) => ["sales", "security", "admin"].includes(actor);
const isKnownTo = (policy: string, actor: string) => policy.startsWith("staff: ") && isStaff(actor);

function inWords(guarded: unknown): string {
  const policy = (guarded as { policy?: Policy }).policy;
  if (!policy) return "NO POLICY";
  if (policy.who !== "staff") return policy.who;
  return `staff: ${policy.roles === "any" ? "any" : [...policy.roles].sort().join(", ")}`;
}

function addressOf(id: string): string {
  const segments: string[] = [];
  for (let route = pages.routes[id]; route; route = route.parentId ? pages.routes[route.parentId] : undefined) {
    if (route.path) segments.unshift(route.path);
  }
  const address = `/${segments.join("/")}`;
  return address.replaceAll(/:\w+\??/g, () => randomUUID()).replace("/*", "/no-such-page");
}

/** A layout is reached at the address of its index route, which then answers in its place. */
const hasOwnAddress = (id: string) =>
  id !== "root" && !Object.values(pages.routes).some((route) => route!.parentId === id && route!.index);

async function cookieOf(person: Parameters<typeof startSession>[1]): Promise<string> {
  const { cookie } = await startSession(db, person, { provedBy: "test", client: aClient });
  return cookie.split(";")[0]!;
}

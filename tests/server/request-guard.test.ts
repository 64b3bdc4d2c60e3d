import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyLimits } from "#app/server/body-limits.server.ts";
import { requestGuard } from "#app/server/request-guard.server.ts";
import { securityHeaders } from "#app/server/security-headers.server.ts";

let server: Server;

beforeAll(async () => {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(securityHeaders, requestGuard, bodyLimits);
  app.all("*", (incoming, response) => {
    let bytes = 0;
    incoming.on("data", (chunk: Buffer) => (bytes += chunk.length));
    incoming.on("end", () => void (response.headersSent || response.json({ bytes, headers: incoming.headers })));
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const us = "http://localhost:3000";

describe("a change is taken only from our own pages", () => {
  test.each([
    ["a form of ours, old browser", { origin: us }, 200],
    ["a form of ours", { origin: us, "sec-fetch-site": "same-origin" }, 200],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    ["another site, old browser", { origin: "https://evil.example" }, 403],
    ["another site that hides its name", { origin: "null" }, 403],
    ["a sibling domain", { origin: us, "sec-fetch-site": "same-site" }, 403],
    ["the address bar", { "sec-fetch-site": "none" }, 403],
    ["nobody in particular", {}, 403],
    ["a forged forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }, 403],
  ])("%s", async (_, headers, status) => {
    expect(await send({ method: "POST", headers })).toMatchObject({ status });
    expect(await send({ method: "POST", path: "/x?_data=routes%2Fx", headers })).toMatchObject({ status });
  });

  describe("but a mail provider ends a subscription for its reader", () => {
    const path = "/subscription/end?key=x";

    test("with nothing but the address, and without anyone's cookies", async () => {
      const answer = await send({ method: "POST", path, headers: { cookie: "candor_staff=x" }, bytes: 26 });
      expect(answer.status).toBe(200);
      expect((JSON.parse(answer.body) as { headers: object }).headers).not.toHaveProperty("cookie");
      const multipart = { "content-type": "multipart/form-data; boundary=x" };
      expect(await send({ method: "POST", path, headers: multipart, bytes: 26 })).toMatchObject({ status: 200 });
    });

    test.each([
      ["a page of another site", path, { origin: "https://evil.example" }],
      ["a page that hides its name", path, { origin: "null" }],
      ["a browser that names no origin", path, { "sec-fetch-site": "cross-site" }],
      ["another address", "/subscription", {}],
      ["an address below", "/subscription/end/x", {}],
      ["another spelling of the address", "/Subscription/end", {}],
      ["our own way of asking for data", `${path}&_data=routes%2Fsubscription_.end`, {}],
      ["the data of another page", "/subscription/end?_data=routes%2Fstaff", {}],
    ])("%s does not", async (_, at, headers) => {
      expect(await send({ method: "POST", path: at, headers })).toMatchObject({ status: 403 });
    });

    test("and keeps the cookies of a page of ours", async () => {
      const answer = await send({ method: "POST", path, headers: { origin: us, cookie: "a=b" }, bytes: 1 });
      expect((JSON.parse(answer.body) as { headers: object }).headers).toHaveProperty("cookie", "a=b");
    });
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])("%s is not used", async (method) => {
    expect(await send({ method, headers: { origin: us } })).toMatchObject({ status: 405 });
  });

  test("what is no form is refused", async () => {
    const headers = { origin: us, "content-type": "text/plain" };
    expect(await send({ method: "POST", headers })).toMatchObject({ status: 415 });
  });
});

describe("a malformed request gets an answer of its own kind, never a crash", () => {
  test.each([
    ["another host", "/", { host: "evil.example" }, 421],
    ["our name on another port", "/", { host: "localhost:1" }, 421],
    ["a path that is no UTF-8", "/%ff", {}, 400],
    ["a NUL byte", "/a%00b", {}, 400],
    ["a parameter given twice", "/?a=1&a=2", {}, 400],
    ["a list, which may be given twice", "/?a[]=1&a[]=2", {}, 200],
    ["another authority in the path", "//evil.example/x", {}, 400],
    ["a very long address", `/${"a".repeat(5000)}`, {}, 414],
    ["a loader asked for by a link", "/x?_data=routes%2Fx", { "sec-fetch-dest": "document" }, 403],
    [
      "a loader asked for by our script",
      "/x?_data=routes%2Fx",
      { "sec-fetch-dest": "empty", "sec-fetch-site": "same-origin" },
      200,
    ],
  ])("%s", async (_, path, headers, status) => {
    expect(await send({ path, headers })).toMatchObject({ status });
  });

  test("nobody can claim another address through a proxy that is not there", async () => {
    const { body } = await send({
      headers: { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.example", forwarded: "x" },
    });
    expect(body).not.toMatch(/1\.2\.3\.4|evil/);
  });
});

describe("a body is counted as it arrives", () => {
  const kib = 1024;

  test.each([
    ["a form of 64 KiB", "/x", 64 * kib, 200],
    ["a form over 64 KiB", "/x", 64 * kib + 1, 413],
    ["a questionnaire of 10 MiB", "/portal/questionnaires", 10 * kib * kib, 200],
    ["a questionnaire over 10 MiB", "/portal/questionnaires", 10 * kib * kib + 64 * kib + 1, 413],
    ["a path that only looks like an upload", "/portal/questionnairesx", 64 * kib + 1, 413],
  ])("%s", async (_, path, bytes, status) => {
    const answer = await send({ method: "POST", path, headers: { origin: us }, bytes });
    expect(answer.status).toBe(status);
    if (status === 200) expect(JSON.parse(answer.body)).toMatchObject({ bytes });
    else expect(answer.body).toMatch(/^This is too large\. A .* may have up to/);
  });

  test("also when its length is not announced", async () => {
    const headers = { origin: us, "transfer-encoding": "chunked" };
    expect(await send({ method: "POST", headers, bytes: 200 * kib })).toMatchObject({ status: 413 });
  });
});

test("every answer carries the security headers, also a refusal, with a nonce of its own", async () => {
  const [one, other] = [await send({}), await send({ headers: { host: "evil.example" } })];
  for (const { headers } of [one, other]) {
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cache-control": "no-store, private",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  const nonce = (answer: typeof one) => /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1];
  expect(nonce(one)).not.toBe(nonce(other));
});

type Sent = { method?: string; path?: string; headers?: Record<string, string>; bytes?: number };
type Answer = { status: number; headers: Record<string, unknown>; body: string };

function send({ method = "GET", path = "/", headers = {}, bytes = 0 }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const length = headers["transfer-encoding"] || bytes === 0 ? {} : { "content-length": String(bytes) };
    const type = method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {};
    const outgoing = request(
      { port, host: "127.0.0.1", method, path, headers: { host: "localhost:3000", ...type, ...length, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", () => finish());
        incoming.on("end", () => finish());
        const finish = () =>
          resolve({ status: incoming.statusCode!, headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      },
    );
    outgoing.on("error", (error) => setTimeout(() => reject(error), 200));
    outgoing.end(bytes > 0 ? Buffer.alloc(bytes, "a") : undefined);
  });
}

import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { http, HttpResponse } from "msw";
import { expect, onTestFinished, test, vi } from "vitest";
import { BadSettings, readEnv } from "#app/platform/env.server.ts";
import { isOutboundAddress } from "#app/platform/outbound-address.ts";
import { OutboundDelayed, OutboundNonsense, OutboundRefused, postJson } from "#app/platform/outbound.server.ts";
import { server } from "#tests/support/msw.ts";

const service = { url: "https://service.example/v1/", key: "sk-secret" };
const ask = (limits: { timeoutMs?: number } = {}) =>
  postJson(service, { path: "/ask", body: { a: 1 }, timeoutMs: 5_000, mostBytes: 1_000, ...limits });
const answers = (answer: Parameters<typeof http.post>[1]) =>
  server.use(http.post("https://service.example/v1/ask", answer));

test("a service is asked at the address that was set, with its key", async () => {
  const headers: Record<string, string | null>[] = [];
  answers(async ({ request }) => {
    const [authorization, type] = [request.headers.get("authorization"), request.headers.get("content-type")];
    headers.push({ authorization, type });
    return HttpResponse.json({ got: await request.json() });
  });
  expect(await ask()).toEqual({ got: { a: 1 } });
  expect(headers).toEqual([{ authorization: "Bearer sk-secret", type: "application/json" }]);
});

test.each([408, 429, 500, 503, 529])("an answer of %d means later", async (status) => {
  answers(() => new HttpResponse("busy", { status, headers: { "retry-after": "7" } }));
  await expect(ask()).rejects.toMatchObject({ message: `The service answered ${status}.`, retryAfterMs: 7_000 });
  await expect(ask()).rejects.toBeInstanceOf(OutboundDelayed);
});

test.each([400, 401, 403, 404, 422])("an answer of %d means never", async (status) => {
  answers(() => new HttpResponse("sk-secret is wrong", { status }));
  const refusal = await ask().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(OutboundRefused);
  expect(String(refusal)).not.toContain("sk-secret");
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%d) is never followed, so no other origin gets the key",
  async (status) => {
    const reached = vi.fn(() => HttpResponse.json({}));
    server.use(http.all("https://elsewhere.example/*", reached));
    answers(() => new HttpResponse(null, { status, headers: { location: "https://elsewhere.example/v1/ask" } }));
    await expect(ask()).rejects.toThrow(new OutboundRefused("The service sent a redirect, which is not followed."));
    expect(reached).not.toHaveBeenCalled();
  },
);

test("a line that breaks, and a service that says nothing, mean later", async () => {
  answers(() => HttpResponse.error());
  await expect(ask()).rejects.toThrow(new OutboundDelayed("The service could not be reached."));
  answers(() => new Promise<never>(() => {}));
  await expect(ask({ timeoutMs: 50 })).rejects.toThrow(new OutboundDelayed("The service gave no answer in 0.05 s."));
});

/** A server of our own, because a stand-in's body knows nothing of a line that is cut. */
async function serverThat(writes: (response: ServerResponse) => void) {
  const local = createServer((_, response) => writes(response)).listen(0, "localhost");
  await once(local, "listening");
  onTestFinished(() => {
    local.closeAllConnections();
    local.close();
  });
  const { port } = local.address() as AddressInfo;
  return { url: `http://localhost:${port}`, key: null };
}

test("the time limit holds until the last byte", async () => {
  const slow = await serverThat((response) => void response.write("{"));
  const call = { path: "/ask", body: {}, timeoutMs: 200, mostBytes: 1_000 };
  await expect(postJson(slow, call)).rejects.toThrow(new OutboundDelayed("The service gave no answer in 0.2 s."));
});

test("an answer without an end is cut off", async () => {
  let cut = () => {};
  const closed = new Promise<void>((resolve) => (cut = resolve));
  const endless = await serverThat((response) => {
    const timer = setInterval(() => response.write(" ".repeat(500)), 1);
    response.on("close", () => {
      clearInterval(timer);
      cut();
    });
  });
  const call = { path: "/ask", body: {}, timeoutMs: 5_000, mostBytes: 2_000 };
  await expect(postJson(endless, call)).rejects.toThrow(new OutboundNonsense("The service's answer is too large."));
  await closed;
});

test("an answer that is no JSON is none", async () => {
  answers(() => new HttpResponse("<html>"));
  await expect(ask()).rejects.toThrow(new OutboundNonsense("The service's answer is not JSON."));
});

test.each([
  "https://api.example.com/v1",
  "http://localhost:11434",
  "http://127.0.0.1:11434/v1",
  "http://[::1]:8080",
  "http://10.1.2.3/v1",
  "http://172.20.0.4",
  "http://192.168.1.9:1234",
  "http://[fd12:3456::1]/v1",
  "http://ollama:11434",
  "http://models.internal/v1",
])("%s can be set as a service", (address) => expect(isOutboundAddress(address)).toBe(true));

test.each([
  "http://api.example.com/v1",
  "http://169.254.169.254/latest",
  "http://8.8.8.8/v1",
  "http://172.32.0.1/v1",
  "http://127.0.0.1.example.com",
  "http://[::ffff:8.8.8.8]/v1",
  "http://2130706433.example/v1",
  "https://user:secret@api.example.com/v1",
  "https://api.example.com/v1?key=1",
  "https://api.example.com/v1#x",
  "ftp://localhost",
  "file:///etc/passwd",
  "localhost:11434",
  "",
])("%s cannot", (address) => expect(isOutboundAddress(address)).toBe(false));

test("services are off unless both an address and a model are set", () => {
  expect(readEnv({})).toMatchObject({ embeddings: null, drafting: null });
  expect(readEnv({ DRAFTING_URL: " ", DRAFTING_MODEL: "" })).toMatchObject({ drafting: null });
  const set = { EMBEDDINGS_URL: "http://localhost:11434", EMBEDDINGS_KIND: "ollama", EMBEDDINGS_MODEL: "nomic" };
  expect(
    readEnv({ ...set, DRAFTING_URL: "https://a.example/v1", DRAFTING_MODEL: "m", DRAFTING_KEY: "k" }),
  ).toMatchObject({
    embeddings: { url: "http://localhost:11434", kind: "ollama", model: "nomic", key: null },
    drafting: { url: "https://a.example/v1", model: "m", key: "k" },
  });
  expect(() => readEnv({ DRAFTING_URL: "https://a.example/v1" })).toThrow(BadSettings);
  expect(() => readEnv({ EMBEDDINGS_MODEL: "m" })).toThrow("EMBEDDINGS_URL and EMBEDDINGS_MODEL go together");
  expect(() => readEnv({ DRAFTING_URL: "http://a.example/v1", DRAFTING_MODEL: "m" })).toThrow(
    "DRAFTING_URL is https://",
  );
});

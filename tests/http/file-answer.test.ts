import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deliveredFile } from "#app/http/delivered-file.server.ts";
import { refusePartOfFile } from "#app/http/file-answer.server.ts";

const asked = (init: RequestInit) => refusePartOfFile(new Request("http://localhost:3000/documents/1/file", init));

describe("a file is given whole, to a person who asks for it, or not at all", () => {
  test.each([
    ["by HEAD", { method: "HEAD" }, 405],
    ["in part", { headers: { range: "bytes=0-99" } }, 416],
    ["ahead of a click", { headers: { "sec-purpose": "prefetch" } }, 403],
  ])("not %s", async (_, init, status) => {
    const answer = asked(init)!;
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe("");
  });

  test("but by a whole GET", () => {
    expect(asked({})).toBeNull();
  });
});

describe("a file on its way", () => {
  const file = { bytes: Buffer.alloc(200_000, 7), fileName: "report.pdf", mediaType: "application/pdf" };

  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test("arrives as it was, kept by nobody on the way", async () => {
    const answer = deliveredFile(file, { readyForMore: async () => {}, stillOpen: async () => true });
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-length": "200000",
      "cache-control": "no-store, private",
      "accept-ranges": "none",
    });
  });

  test("waits until the receiver has taken the part before", async () => {
    let ready: () => void = () => {};
    const readyForMore = () => new Promise<void>((done) => (ready = done));
    const reader = deliveredFile(file, { readyForMore, stillOpen: async () => true }).body!.getReader();
    let received = 0;
    const reading = reader.read().then(({ value }) => (received += value!.length));
    await new Promise((later) => setTimeout(later, 20));
    expect(received).toBe(0);
    ready();
    await reading;
    expect(received).toBe(65_536);
  });

  test("is cut within a second when the access ends", async () => {
    let open = true;
    const delivery = { readyForMore: async () => {}, stillOpen: async () => open };
    const reader = deliveredFile(file, delivery).body!.getReader();
    await reader.read();
    open = false;
    vi.setSystemTime(Date.now() + 1_000);
    await expect(reader.read()).rejects.toMatchObject({ status: 403 });
  });

  test("ends early for nobody whose access goes on", async () => {
    const answer = deliveredFile(file, {
      readyForMore: async () => void vi.setSystemTime(Date.now() + 2_000),
      stillOpen: async () => true,
    });
    expect((await answer.arrayBuffer()).byteLength).toBe(200_000);
  });
});

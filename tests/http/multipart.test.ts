import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "#app/http/forms.server.ts";
import { contentOf, discardFiles, readMultipart } from "#app/http/multipart.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { env } from "#app/platform/env.server.ts";
import { aClient } from "#tests/support/given.ts";

const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://candor.example/", { method: "POST", body, headers });

const asRaw = (body: string, boundary = "b") =>
  sent(body, { "content-type": `multipart/form-data; boundary=${boundary}` });

const arriving = () => {
  const folder = join(env.dataDir, "files", "arriving");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const noSession = () => Promise.resolve(null);

describe("a form with files", () => {
  test("is read as the platform reads it, whatever its texts and files hold", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((one) => one.replaceAll(/\r\n?|\n/g, "\r\n"));
    const name = fc.constantFrom("title", "list[]", "größe", 'a"b', "__proto__", "constructor[]");
    const bytes = fc.uint8Array({ maxLength: 3_000 }).map((one) => new Uint8Array(one));
    const file = fc.record({ name: fc.constantFrom("a.xlsx", "Größe 2.csv", 'say "x".txt', "", "王芳.pdf"), bytes });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, fc.oneof(text, file)), { minLength: 1, maxLength: 8 }),
        async (fields) => {
          const form = new FormData();
          for (const [field, value] of fields) {
            if (typeof value === "string") form.append(field, value);
            else form.append(field, new File([value.bytes], value.name, { type: "text/csv" }));
          }
          const request = sent(form);
          const theirs = [...(await request.clone().formData()).entries()];
          expect(await plain(await readMultipart(request))).toEqual(await plain(theirs));
          await discardFiles(request);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("hands out a file's bytes, a part of them, and where it lies", async () => {
    const form = new FormData();
    form.set("file", new File(["one two three"], "a.txt", { type: "text/plain" }));
    const request = sent(form);
    const [[, file]] = (await readMultipart(request)) as [[string, File]];
    expect(file).toBeInstanceOf(File);
    expect(file.size).toBe(13);
    expect(await file.slice(4, 7).text()).toBe("two");
    expect(await new Response(file.stream()).text()).toBe("one two three");
    expect(await contentOf(file)).toMatchObject({ sizeBytes: 13, beginning: Buffer.from("one two three") });
    expect(await contentOf(new File(["x"], "x.txt"))).toEqual(new Uint8Array([0x78]));
    await discardFiles(request);
  });

  test.each(["well", "badly"])("has them on disk until the request ends %s, and then no more", async (end) => {
    const form = new FormData();
    form.set("file", new File(["one two three"], "a.txt"));
    const action = forAnyone(async ({ request }) => {
      await parseForm(request, z.object({ file: z.custom<File>() }));
      expect(arriving()).toHaveLength(1);
      if (end === "badly") throw new Error(end);
      return end;
    });
    const context = { client: aClient, prospectSession: noSession, staffSession: noSession } as never;
    const answer = action({ request: sent(form), params: {}, context });
    expect(await answer.catch((error: Error) => error.message)).toBe(end);
    expect(arriving()).toEqual([]);
  });

  test("leaves nothing when the sender goes away in the middle of a file", async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\none two';
    const goesAway = new ReadableStream({
      async pull(controller) {
        if (arriving().length === 0) return controller.enqueue(Buffer.from(head));
        await Promise.resolve();
        controller.error(new Error("gone"));
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const init = { method: "POST", body: goesAway, headers, duplex: "half" };
    const request = new Request("http://candor.example/", init as RequestInit);
    await expect(readMultipart(request)).rejects.toThrow();
    await discardFiles(request);
    expect(arriving()).toEqual([]);
  });

  test.each([
    ["no boundary", sent("x", { "content-type": "multipart/form-data" })],
    [
      "a file that never ends",
      asRaw('--b\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\none two'),
    ],
    ["an end that never comes", asRaw('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx')],
    ["no body to speak of", asRaw("")],
  ])("that has %s is refused in words", async (_, request) => {
    await expect(parseForm(request, z.object({}))).rejects.toMatchObject({ code: "http.form-unreadable" });
    await discardFiles(request);
    expect(arriving()).toEqual([]);
  });

  test("with more than 2,000 parts, or more than 20 files, is refused in words", async () => {
    const many = new FormData();
    for (let part = 0; part < 2_001; part++) many.append("a[]", "x");
    const files = new FormData();
    for (let part = 0; part < 21; part++) files.append("a[]", new File(["x"], "x"));
    for (const form of [many, files]) {
      const request = sent(form);
      await expect(readMultipart(request)).rejects.toMatchObject({ code: "http.form-too-many-parts" });
      await discardFiles(request);
      expect(arriving()).toEqual([]);
    }
  });
});

const plain = (parts: [string, string | File][]) =>
  Promise.all(
    parts.map(async ([name, value]) =>
      typeof value === "string"
        ? [name, value]
        : [name, value.name, value.type, value.size, Buffer.from(await value.arrayBuffer()).toString("hex")],
    ),
  );

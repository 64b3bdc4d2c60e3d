import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodingFor, isHeldAlready, keptPage } from "#app/server/kept-page.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["gzip;q=0.000, identity", "identity"],
  ["BR", "br"],
  ["brotli, x-gzip", "identity"],
])("Accept-Encoding %o is answered in %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b"', false],
  ["a", false],
  ["*", true],
])("If-None-Match %o holds the page already: %o", (header, held) => {
  expect(isHeldAlready(header, '"a"')).toBe(held);
});

test("a page is kept in each encoding, each with a name of its own", async () => {
  const html = Buffer.from("<p>Är det säkert?</p>".repeat(50));
  const page = await keptPage(html, { "X-Always": "yes" });
  expect(brotliDecompressSync(page.br.body).equals(html)).toBe(true);
  expect(gunzipSync(page.gzip.body).equals(html)).toBe(true);
  expect(new Set([page.br.etag, page.gzip.etag, page.identity.etag]).size).toBe(3);
  expect(page.br.headers).toEqual(expect.arrayContaining(["X-Always", "yes", "Content-Encoding", "br"]));
  expect(page.identity.headers).not.toContain("Content-Encoding");
  expect(page.identity.headersIfHeld).not.toContain("Content-Type");
});

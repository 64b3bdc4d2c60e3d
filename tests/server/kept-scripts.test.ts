import { expect, test } from "vitest";
import { findForbiddenScript } from "#app/server/kept-scripts.ts";

const page = (script: string) => `<!DOCTYPE html><html><head><title>x</title></head><body>${script}</body></html>`;

test.each([
  ["no script", ""],
  ["data for search engines", '<script type="application/ld+json">{"@type":"Organization"}</script>'],
  ["a file of ours", '<script type="module" src="/search.js"></script>'],
  ["text that only names one", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
])("a kept page may hold %s", (_, script) => {
  expect(findForbiddenScript(page(script))).toBeNull();
});

test.each([
  ["a script in the page", "<script>alert(1)</script>"],
  ["a script in the page, in capitals", "<SCRIPT>alert(1)</SCRIPT>"],
  ["a file of ours with a script beside", '<script type="module" src="/search.js">alert(1)</script>'],
  ["a file from elsewhere", '<script type="module" src="https://evil.example/x.js"></script>'],
  ["a file from elsewhere, without a scheme", '<script type="module" src="//evil.example/x.js"></script>'],
  ["an uploaded file", '<script type="module" src="/documents/x/file"></script>'],
  ["a script with a nonce", '<script nonce="" src="/search.js"></script>'],
  ["data that is a script after all", '<script type="application/ld+json" src="/x.js"></script>'],
  ["a script that never ends", "<script>alert(1)"],
])("a kept page never holds %s", (_, script) => {
  expect(findForbiddenScript(page(script))).not.toBeNull();
});

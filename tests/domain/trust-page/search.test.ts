import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Found, type Piece, searchIn, type SearchEntry } from "#app/domain/trust-page/search.ts";
import { termsOf } from "#app/domain/trust-page/search-text.ts";

type InBrowser = { group: string; url: string; title: [string, boolean][]; snippet: [string, boolean][] };
type Script = {
  prepared: (entry: string[]) => object;
  find: (entries: object[], query: string) => InBrowser[];
};
const script = (await import(/* @vite-ignore */ pathToFileURL(resolve("public/search-match.js")).href)) as Script;

const anEntry = (title: string, text = "", group: SearchEntry["group"] = "control"): SearchEntry => ({
  ...{ group, title, text },
  url: `/controls/${title}`,
});
const titles = (found: Found[]) => found.map(({ entry }) => entry.title);
const written = (cut: Piece[]) => cut.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("a search", () => {
  const entries = [
    anEntry("AC-02 Access of leavers", "Access ends on the last day; backups are kept."),
    anEntry("BK-01 Backups", "Daily and encrypted, see CC6.1."),
    anEntry("CC6.1 Logical access", ""),
    anEntry("Prüfung der Schwachstellen", "Größe und Straße"),
  ];

  test("finds what holds every word, in any order, titles first and whole words before parts", () => {
    expect(titles(searchIn(entries, "access"))).toEqual(["AC-02 Access of leavers", "CC6.1 Logical access"]);
    expect(titles(searchIn(entries, "backups"))).toEqual(["BK-01 Backups", "AC-02 Access of leavers"]);
    expect(titles(searchIn(entries, "leavers ACCESS"))).toEqual(["AC-02 Access of leavers"]);
    expect(titles(searchIn(entries, "leavers encrypted"))).toEqual([]);
  });

  test("finds the id of a criterion or a control as it is", () => {
    expect(titles(searchIn(entries, "cc6.1"))).toEqual(["CC6.1 Logical access", "BK-01 Backups"]);
    expect(titles(searchIn(entries, "“AC-02”?"))).toEqual(["AC-02 Access of leavers"]);
  });

  test("makes nothing of capitals, accents and signs around a word", () => {
    expect(titles(searchIn(entries, "PRUFUNG"))).toEqual(["Prüfung der Schwachstellen"]);
    expect(titles(searchIn(entries, "strasse, grösse"))).toEqual(["Prüfung der Schwachstellen"]);
    expect(written(searchIn(entries, "strasse")[0]!.snippet)).toBe("Größe und [Straße]");
  });

  test("of nothing finds nothing", () => {
    for (const nothing of ["", "   ", "?!", "…"]) expect(searchIn(entries, nothing)).toEqual([]);
    expect(termsOf("a ".repeat(50) + "b ".repeat(50))).toEqual(["a", "b"]);
    expect(termsOf([..."abcdefghijklmnop"].join(" "))).toHaveLength(10);
  });

  test("shows the text around the first match, cut between words, with every match marked", () => {
    const long = `${"before ".repeat(40)}the needle is here, and another needle ${"after ".repeat(60)}`;
    const [found] = searchIn([anEntry("Hay", long)], "needle");
    const snippet = written(found!.snippet);
    expect(snippet).toMatch(/^… before .*the \[needle\] is here, and another \[needle\] after .* …$/);
    expect(snippet.length).toBeLessThan(190);
    expect(written(searchIn([anEntry("Needle", "")], "needle")[0]!.title)).toBe("[Needle]");
  });

  test("loses nothing of a text between its marks, whatever the text", () => {
    const word = fc.constantFrom("Straße", "cc6.1", "ﬁne", "İstanbul", "a", "e\u0301te", "😀", "data", "DATA.", "ss");
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, word, (title, body, query) => {
        for (const { title: cut } of searchIn([anEntry(title, body)], query)) {
          expect(cut.map((piece) => piece.text).join("")).toBe(title);
        }
      }),
    );
  });
});

test("the browser finds the same as the server, in the same order, with the same marks", () => {
  const word = fc.constantFrom(
    "Straße",
    "cc6.1",
    "access",
    "Accessible",
    "über",
    "e\u0301te",
    "😀",
    "data",
    "DB-1",
    "ss",
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  const entry = fc.tuple(text, text).map(([title, body]) => anEntry(title, body));
  const query = fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 120 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), query, (entries, asked) => {
      const prepared = entries.map(({ group, title, text: body, url }) => script.prepared([group, title, body, url]));
      const cut = (pieces: [string, boolean][]) => pieces.map(([piece, isMatch]) => ({ text: piece, isMatch }));
      const inBrowser = script
        .find(prepared, asked)
        .map(({ url, title, snippet }) => ({ url, title: cut(title), snippet: cut(snippet) }));
      const onServer = searchIn(entries, asked).map(({ entry: { url }, title, snippet }) => ({ url, title, snippet }));
      expect(inBrowser).toEqual(onServer);
    }),
    { numRuns: 300 },
  );
});

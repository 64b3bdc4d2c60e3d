import { describe, expect, it, test } from "vitest";
import { codeWord } from "#app/domain/documents/marks/code-words.server.ts";
import { getMarkingKey, openMarkingKeys } from "#app/domain/documents/marks/marking-keys.server.ts";
import { planOfPage } from "#app/domain/documents/marks/page-plan.ts";
import { stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import { db } from "#db/client.server.ts";
import { pagesOfText } from "#scripts/trace/made-up-pages.ts";
import { hasPdftotext, pages, pdfOf, textOfPages, wordsOfPages } from "./pdf-corpus.ts";

const stamp = {
  name: "Pat Moreau",
  email: "pat@acme.example",
  company: "Acme GmbH",
  at: new Date("2026-03-12T09:30:15Z"),
  copyId: "CP-7F3K-22QD",
  receipts: "trust.vendor.example/copies",
};
const key = { id: "key", secret: Buffer.alloc(32, 7) };
const planOf = (content: string) => planOfPage(Buffer.from(content));

describe("The plan of a page", () => {
  it("takes runs on one baseline for one line, from the top of the page down", () => {
    const { lines } = planOf(`BT /F1 10 Tf 50 700 Td (Second) Tj 200 0 Td (line) Tj ET
      BT /F1 10 Tf 1 0 0 1 50 720 Tm (First) Tj ET`);
    expect(lines.map(({ x, y, size, runs }) => [x, y, size, runs.length])).toEqual([
      [50, 720, 10, 1],
      [50, 700, 10, 2],
    ]);
  });

  it("measures a line as it is seen: scaled, stretched and moved by what stands around it", () => {
    const { lines } = planOf("q 2 0 0 2 10 20 cm BT /F1 6 Tf 50 Tz 30 40 Td (x) Tj ET Q");
    expect(lines).toMatchObject([{ x: 70, y: 100, size: 12, runs: [{ along: 6, across: 2 }] }]);
  });

  it("moves nothing that only goes on: the second text of a run stays where the first one ends", () => {
    expect(planOf("BT /F1 10 Tf 50 700 Td (One) Tj (two) Tj [(three)] TJ ET").lines[0]!.runs).toHaveLength(1);
  });

  it("draws only between things: in no text, no path, no marked content, and where the page's own way back is known", () => {
    const content = "q 0 0 0 0 0 0 cm Q /P BMC q Q EMC 0 0 m 1 1 l S BT (a) Tj ET";
    const ends = planOf(content).gaps.map(({ at }) => content.slice(0, at).split(" ").at(-1));
    expect(ends).toEqual(["", "Q", "EMC", "S", "ET"]);
  });

  it("knows how much of the page a clip leaves", () => {
    const { gaps } = planOf("q 0 0 100 50 re W n 0 0 m 9 9 l S Q 0 0 m 9 9 l S");
    expect(gaps.map(({ visibleArea }) => visibleArea)).toEqual([Infinity, 5_000, 5_000, Infinity, Infinity]);
  });

  it("is not misled by operators inside strings, arrays, dictionaries and images", () => {
    const { nesting } = planOf("(q \\( q) Tj [(Q) 3 (q)] TJ /X <</A (q) /B <71>>> BDC BI /W 1 ID q Q q EI q");
    expect(nesting).toEqual({ missingSaves: 0, openSaves: 1, openMarks: 1, openText: false });
  });
});

describe("Marks", () => {
  test("are the same for the same copy, and like coins for any other and without the key", () => {
    const word = codeWord(key, "lines", "CP-7F3K-22QD");
    expect(codeWord(key, "lines", "CP-7F3K-22QD")).toEqual(word);
    const others = [
      codeWord(key, "lines", "CP-7F3K-22QE"),
      codeWord({ id: "key", secret: Buffer.alloc(32, 8) }, "lines", "CP-7F3K-22QD"),
    ];
    for (const other of others) {
      const agreeing = word.reduce((sum, chip, at) => sum + (chip === other[at] ? 1 : 0), 0);
      expect(Math.abs(agreeing / word.length - 0.5)).toBeLessThan(0.06);
    }
  });

  test.runIf(hasPdftotext)("leave every word of the page where it was, to a fifth of a point", async () => {
    const source = await pagesOfText(5, { pages: 2, size: [595, 842], letter: 11 });
    const [before, after] = [await wordsOfPages(source), await wordsOfPages(await stampPdf(source, { stamp, key }))];
    let moved = 0;
    before.forEach(({ words }, page) => {
      for (const word of words) {
        const near = after[page]!.words.filter(
          ({ text, left, top }) =>
            text === word.text && Math.abs(left - word.left) < 0.2 && Math.abs(top - word.top) < 0.2,
        );
        expect(near).toHaveLength(1);
        if (near[0]!.left !== word.left) moved++;
      }
    });
    expect(moved).toBeGreaterThan(500);
  });

  test.runIf(hasPdftotext)("say the copy's secret tag on each page, and not the page's text twice", async () => {
    const texts = textOfPages(await stampPdf(await pdfOf(pages(2)), { stamp, key }));
    for (const text of texts) {
      expect(text.match(/BODY OF THE REPORT/g)).toHaveLength(1);
      expect(text.match(/\b[0-9a-f]{32}\b/g)).toHaveLength(1);
    }
  });
});

describe("The key of the marks", () => {
  test("is made once and kept sealed", async () => {
    const [first, second] = [await getMarkingKey(db), await getMarkingKey(db)];
    expect(second.id).toBe(first.id);
    expect(Buffer.from(second.secret).equals(first.secret)).toBe(true);
    const row = await db.selectFrom("markingKey").selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(row.sealedSecret).includes(Buffer.from(first.secret))).toBe(false);
    expect(await openMarkingKeys(db, [first.id])).toEqual([first]);
  });

  test("that was sealed under another SECRET_KEY is not opened, and another one is made", async () => {
    const old = await getMarkingKey(db);
    await db.updateTable("markingKey").set({ sealedUnder: "another" }).execute();
    expect(await openMarkingKeys(db, [old.id])).toEqual([]);
    expect((await getMarkingKey(db)).id).not.toBe(old.id);
  });
});

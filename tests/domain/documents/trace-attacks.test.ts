import { describe, expect, test } from "vitest";
import { chanceOfAWrongName, agreementWith, threshold } from "#app/domain/documents/trace/scores.ts";
import { stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import { attacks } from "#scripts/trace/attack-list.ts";
import { compare, Ledger } from "#scripts/trace/look.ts";
import { pagesOfText } from "#scripts/trace/made-up-pages.ts";

const key = { id: "key", secret: Buffer.alloc(32, 23) };
const ledger = new Ledger(key, 2_000);

const copyFor = (source: Uint8Array, copyId: string, marking = key) =>
  stampPdf(source, {
    key: marking,
    stamp: {
      ...{ name: "Pat Moreau", email: "pat@acme.example", company: "Acme GmbH" },
      ...{ at: new Date("2026-03-12T09:30:15Z"), copyId, receipts: "trust.vendor.example/copies" },
    },
  });

const source = await pagesOfText(11, { pages: 3, size: [300, 420], letter: 8 });

/** A small share of what scripts/trace/attacks.ts tries on every producer's files. */
const share = attacks.filter(({ name }) =>
  ["None", "Rewritten by qpdf", "Visible stamp and metadata", "Two pages extracted", "JPEG quality 60"].some((words) =>
    name.includes(words),
  ),
);

describe("a copy is named after it was changed", () => {
  test.each(share)(
    "$name",
    async ({ on }) => {
      for (const holder of [3, 700, 1_999].map((at) => ledger.ids[at]!)) {
        const copy = await copyFor(source, holder);
        const found = await on(copy, copy);
        if (!found) return;
        const { lines, dots } = ledger.score((await compare(found, source)).evidence);
        expect({ lines, dots }).toEqual({ lines: [holder], dots: [holder] });
      }
    },
    120_000,
  );
});

describe("nobody is named for", () => {
  test("the original without marks", async () => {
    const { lines, dots } = ledger.score((await compare(source, source)).evidence);
    expect([...lines, ...dots]).toEqual([]);
  }, 60_000);

  test("a copy that another installation made, under a copy id of ours", async () => {
    const copy = await copyFor(source, ledger.ids[5]!, { id: "theirs", secret: Buffer.alloc(32, 24) });
    const { lines, dots } = ledger.score((await compare(copy, source)).evidence);
    expect([...lines, ...dots]).toEqual([]);
  }, 60_000);

  test("another document, marked for a holder of ours", async () => {
    const other = await pagesOfText(12, { pages: 3, size: [300, 420], letter: 8 });
    const { lines, dots } = ledger.score((await compare(await copyFor(other, ledger.ids[5]!), source)).evidence);
    expect([...lines, ...dots]).toEqual([]);
  }, 60_000);
});

describe("certainty", () => {
  test("is bounded for any file: the threshold grows with what it is compared with", () => {
    expect(threshold(20_000)).toBeCloseTo(6.8875, 3);
    expect(chanceOfAWrongName(threshold(20_000), 20_000)).toBeCloseTo(1e-6, 12);
    expect(chanceOfAWrongName(0, 20_000)).toBe(1);
  });

  test("comes from all chips together: a file that says nothing agrees with nobody", () => {
    const word = Int8Array.from([1, -1, 1, -1]);
    expect(agreementWith(Float64Array.from([0, 0, 0, 0]))(word)).toBe(0);
    expect(agreementWith(Float64Array.from([2, -2, 2, -2]))(word)).toBe(2);
    expect(agreementWith(Float64Array.from([9, 0, 0, 0]))(word)).toBe(1);
  });
});

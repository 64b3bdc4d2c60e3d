import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { type Stamp, stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import {
  decodedStreams,
  ensureQpdfFindsNothing,
  hasPdftotext,
  hasQpdf,
  pages,
  pdfOf,
  pdfWithALeftover,
  pdfWithForm,
  pdfWithSharedParts,
  qpdf,
  secret,
  signedPdf,
  textOfPages,
  wordsOfPages,
} from "./pdf-corpus.ts";

const patsCopy: Stamp = {
  name: "Pat Moreau",
  email: "pat@acme.example",
  company: "Acme GmbH",
  at: new Date("2026-03-12T09:30:15Z"),
  copyId: "K7QM-2P4X-9RTA",
  receipts: "trust.vendor.example/copies",
};
const key = { id: "key", secret: Buffer.alloc(32, 7) };
const copyOf = (source: Uint8Array, stamp: Stamp) => stampPdf(source, { stamp, key });

const footerParts = ["Pat Moreau · pat@acme.example · Acme GmbH · 12 Mar 2026, 09:30 UTC", "Copy K7QM-2P4X-9RTA"];
const oneLine = (text: string) => text.replace(/\s+/g, " ");
const withoutDirectionMarks = (text: string) => text.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, "");
const footer = footerParts.join(" · ");

const shapes: Record<string, () => Promise<Uint8Array>> = {
  "upright pages": () => pdfOf(pages(2)),
  "pages turned by 90, 180 and 270 degrees": () => pdfOf([{ turn: 90 }, { turn: 180 }, { turn: 270 }, { turn: -90 }]),
  "cropped pages": () => pdfOf(pages(2, { crop: [100, 200, 300, 400] })),
  "cropped and turned pages": () =>
    pdfOf([90, 180, 270].map((turn) => ({ turn, crop: [60, 120, 400, 300] as [number, number, number, number] }))),
  "a crop box larger than its page": () => pdfOf([{ crop: [-50, -50, 900, 1200] }]),
  "a page whose origin is below zero": () => pdfOf([{ media: [-300, -400, 595, 842] }]),
  "pages of mixed sizes": () => pdfOf([{ size: [842, 595] }, { size: [2384, 3370] }, { size: [220, 300] }]),
  "a page with a user unit": () => pdfOf([{ size: [204, 264], userUnit: 3 }]),
  "a form": pdfWithForm,
  "object streams": () => pdfOf(pages(3), { objectStreams: true }),
  "shared resources and contents": pdfWithSharedParts,
  "80 pages": () => pdfOf(pages(80)),
  "an empty page": () => pdfOf([{ raw: "" }]),
  "a page that leaves its state open": () => pdfOf([{ raw: "0.1 0 0 0.1 0 0 cm q q /Span BMC BT 1 0 0 rg" }]),
  "a page that restores more than it saved": () => pdfOf([{ raw: "5 0 0 5 0 0 cm Q Q Q 0 0 1 1 re f" }]),
};

describe.skipIf(!hasPdftotext)("A stamped copy", () => {
  it.each(Object.entries(shapes))("names its holder on every page of a PDF with %s", async (_, make) => {
    const source = await make();
    const copy = await copyOf(source, patsCopy);

    const texts = textOfPages(copy);
    expect(texts).toHaveLength((await PDFDocument.load(source)).getPageCount());
    for (const part of footerParts)
      expect(texts.filter((text) => oneLine(text).includes(part))).toHaveLength(texts.length);
    if (hasQpdf) ensureQpdfFindsNothing(copy);
  });

  it.each(Object.entries(shapes))(
    "has its footer upright, in a readable size, at the foot of every page of a PDF with %s",
    async (_, make) => {
      for (const { width, height, words } of await wordsOfPages(await copyOf(await make(), patsCopy))) {
        const foot = words.filter(({ top, bottom }) => top > height * 0.9 && bottom <= height);
        for (const part of ["Pat", "pat@acme.example", "K7QM-2P4X-9RTA"]) {
          const word = foot.find(({ text }) => text === part)!;
          expect(word).toBeDefined();
          expect(word.right - word.left).toBeGreaterThan(word.bottom - word.top);
          expect(word.bottom - word.top).toBeGreaterThan(Math.max(width, height) / 120);
          expect(word.left).toBeGreaterThan(0);
          expect(word.right).toBeLessThan(width);
        }
      }
    },
  );

  it("keeps what the page said", async () => {
    const texts = textOfPages(await copyOf(await pdfOf(pages(3)), patsCopy));
    expect(texts.map((text) => text.includes(secret))).toEqual([true, true, true]);
  });

  it.skipIf(!hasQpdf).each([
    ["object streams", ["--object-streams=generate"]],
    ["a linearized source", ["--linearize"]],
    ["an AES-256 owner password", ["--encrypt", "", "owner", "256", "--modify=none", "--"]],
    ["split contents", ["--qdf"]],
  ])("is made from a file that qpdf wrote with %s", async (_, options) => {
    const source = qpdf(await pdfOf([{}, { turn: 90 }, { crop: [50, 50, 300, 300] }]), ...options);
    const copy = await copyOf(source, patsCopy);
    for (const text of textOfPages(copy)) expect(oneLine(text)).toContain(footer);
    ensureQpdfFindsNothing(copy);
  });

  it.each([
    "Łukasz Żółć",
    "Şule Öztürk",
    "Šimon Čech",
    "Ελένη Παπαδοπούλου",
    "Дмитрий Щербаков",
    "王芳",
    "𠮷田 太郎",
    "たなか さくら",
    "한국어 김민수",
    "שרה כהן",
    "محمد علي",
    "Nguyễn Thị Ánh",
    "Þórður Ægisson",
    "Anne-Sophie O’Neill-d’Ávila",
  ])("prints %s so that a search finds it", async (name) => {
    const [text] = textOfPages(await copyOf(await pdfOf(pages(1)), { ...patsCopy, name, company: name }));
    const line = oneLine(withoutDirectionMarks(text!));
    expect(line).toContain(name);
    expect(line).toContain("pat@acme.example");
  });

  it("prints the names that came before and after Arabic ones as they are", async () => {
    const source = await pdfOf(pages(1));
    for (const name of ["بابا", "ياسين", "تيم", "بثينة", "محمد علي"]) {
      const [text] = textOfPages(await copyOf(source, { ...patsCopy, name }));
      expect(oneLine(withoutDirectionMarks(text!))).toContain(name);
    }
  });

  it.each([
    ["สมชาย", "smchay"],
    ["प्रिया शर्मा", "priya srma"],
    ["Anna ก", "Anna k"],
  ])("writes %s, which the fonts lack, in Latin letters", async (name, letters) => {
    const [text] = textOfPages(await copyOf(await pdfOf([{ raw: "" }]), { ...patsCopy, name }));
    expect(oneLine(text!)).toContain(`${letters} · pat@acme.example`);
    expect(oneLine(text!)).not.toMatch(/[?\ufffd\u25a1\u0000]/);
  });

  it.each(["🦊🦊", "\u202e\u200b"])("goes by the address where nothing of the name %s can be printed", async (name) => {
    const [text] = textOfPages(await copyOf(await pdfOf([{ raw: "" }]), { ...patsCopy, name }));
    const line = oneLine(text!);
    expect(line).toContain("pat@acme.example · Acme GmbH · 12 Mar 2026, 09:30 UTC · Copy K7QM-2P4X-9RTA");
    expect(line).not.toMatch(/[?\ufffd\u25a1\u0000]/);
  });

  it("wraps a footer that is wider than the page", async () => {
    const stamp = { ...patsCopy, name: "Maximiliane ".repeat(9).trim(), company: "Gesellschaft ".repeat(12).trim() };
    const [text] = textOfPages(await copyOf(await pdfOf(pages(1)), stamp));
    const line = oneLine(text!);
    for (const part of [stamp.name, stamp.company, "Copy K7QM-2P4X-9RTA"]) expect(line).toContain(part);
  });

  it("does not claim a signature that it no longer bears", async () => {
    const [source, copy] = [await signedPdf(), await copyOf(await signedPdf(), patsCopy)];
    const claims = async (bytes: Uint8Array) => {
      const { context, catalog } = await PDFDocument.load(bytes);
      const dicts = context.enumerateIndirectObjects().map(([, object]) => String(object));
      return [dicts.some((dict) => dict.includes("/ByteRange")), catalog.has(PDFName.of("Perms"))];
    };
    expect(await claims(source)).toEqual([true, true]);
    expect(await claims(copy)).toEqual([false, false]);
  });

  it("carries the copy id as a keyword", async () => {
    const copy = await PDFDocument.load(await copyOf(await pdfOf(pages(1)), patsCopy), { updateMetadata: false });
    expect(copy.getKeywords()).toContain("copy K7QM-2P4X-9RTA");
  });
});

describe("The clean original", () => {
  it("is not left in the copy as a stream of its own", async () => {
    const copy = await copyOf(await pdfOf(pages(4)), patsCopy);
    const withBody = (await decodedStreams(copy)).filter((stream) => stream.includes("BT") && stream.includes("40 90"));
    expect(withBody).toHaveLength(4);
    for (const stream of withBody) expect(stream).toMatch(/BDC\n\/Copy\w+ Do\nEMC\nQ\n$/);
  });

  it("does not leave with pages that were taken out of it", async () => {
    const source = await pdfWithALeftover("A PAGE TAKEN OUT");
    expect((await decodedStreams(source)).join()).toContain("A PAGE TAKEN OUT");
    expect((await decodedStreams(await copyOf(source, patsCopy))).join()).not.toContain("A PAGE TAKEN OUT");
  });

  it("gives the same copy for the same person, time and id, and another for another id", async () => {
    const source = await pdfOf(pages(2));
    const [one, same, other] = [
      await copyOf(source, patsCopy),
      await copyOf(source, patsCopy),
      await copyOf(source, { ...patsCopy, copyId: "OTHER" }),
    ];
    expect(one.equals(same)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  it("grows by one drawing a page size, not one a page", async () => {
    const source = await pdfOf(pages(80), { objectStreams: true });
    const copy = await copyOf(source, patsCopy);
    expect((await decodedStreams(copy)).filter((stream) => stream.includes("/Stamp 1 Tf"))).toHaveLength(1);
  });
});

describe("A copy is refused", () => {
  it.each([
    ["a page stops inside a string", "BT (never ends"],
    ["a page stops inside an image", "BI /W 1 /H 1 ID abc"],
  ])("when %s, where a stamp would vanish", async (_, raw) => {
    await expect(copyOf(await pdfOf([{}, { raw }]), patsCopy)).rejects.toThrow("does not end");
  });

  it("when the file is no PDF or holds no pages", async () => {
    await expect(copyOf(Buffer.from("%PDF-1.7\nnothing"), patsCopy)).rejects.toThrow();
    const empty = await (await PDFDocument.create()).save({ addDefaultPage: false });
    await expect(copyOf(empty, patsCopy)).rejects.toThrow("no pages");
  });

  it.skipIf(!hasQpdf)("when the file needs a password", async () => {
    const locked = qpdf(await pdfOf(pages(1)), "--encrypt", "user", "owner", "256", "--");
    await expect(copyOf(locked, patsCopy)).rejects.toThrow();
  });
});

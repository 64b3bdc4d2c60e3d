import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { checkFile } from "#app/domain/documents/check-file.server.ts";
import { hasQpdf, pages, pdfOf, pdfWithForm, pdfWithObject, pdfWithSharedParts, qpdf } from "./pdf-corpus.ts";
import { wordDocument, workbook, zipOf } from "./office-files.ts";

const check = (fileName: string, bytes: Uint8Array | string) => checkFile({ fileName, bytes: Buffer.from(bytes) });
const refusal = (code: string) => expect.objectContaining({ name: "Invalid", code });

describe("A PDF", () => {
  it("is taken with its page count, and as stampable", async () => {
    const checked = await check("report.PDF", await pdfOf(pages(3)));
    expect(checked).toEqual({ mediaType: "application/pdf", pages: 3, stampable: true });
  });

  it.each([
    ["a form", pdfWithForm],
    ["shared parts", pdfWithSharedParts],
    ["object streams", () => pdfOf(pages(2), { objectStreams: true })],
    ["a link to a page and a web address", () => pdfWithObject({ S: "URI", URI: "https://vendor.example" })],
  ])("is not refused for %s", async (_, make) => {
    expect((await check("a.pdf", await make())).stampable).toBe(true);
  });

  it("is taken as not stampable when a page of it would swallow the stamp", async () => {
    const bytes = await pdfOf([{ raw: "BT (never ends" }]);
    expect(await check("a.pdf", bytes)).toEqual({ mediaType: "application/pdf", pages: 1, stampable: false });
  });

  it.each([
    ["runs JavaScript", { S: "JavaScript", JS: "app.alert(1)" }],
    ["runs JavaScript without naming the action", { JS: "app.alert(1)" }],
    ["launches a program", { S: "Launch", F: "calc.exe" }],
    ["attaches a file", { Type: "Filespec", EF: {} }],
    ["holds an embedded file", { Type: "EmbeddedFile" }],
    ["opens an embedded file", { S: "GoToE" }],
    ["holds an XFA form", { XFA: [] }],
    ["plays rich media", { Subtype: "RichMedia" }],
    ["hides an action deep inside", { A: [{ Next: [{ S: "JavaScript", JS: "1" }] }] }],
  ])("is refused when it %s", async (_, object) => {
    await expect(check("a.pdf", await pdfWithObject(object))).rejects.toEqual(refusal("documents.pdf-acts"));
  });

  it("is refused when it is cut off", async () => {
    const bytes = await pdfOf(pages(20));
    for (const share of [0.3, 0.6, 0.95, 0.999]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(check("a.pdf", cut)).rejects.toEqual(refusal("documents.pdf-damaged"));
    }
  });

  it("is refused when another file hangs behind it", async () => {
    const both = Buffer.concat([await pdfOf(pages(1)), workbook()]);
    await expect(check("a.pdf", both)).rejects.toEqual(refusal("documents.pdf-damaged"));
  });

  it("is refused without pages", async () => {
    const empty = await (await PDFDocument.create()).save({ addDefaultPage: false });
    await expect(check("a.pdf", empty)).rejects.toEqual(refusal("documents.pdf-damaged"));
  });

  it("is refused above 1,000 pages", async () => {
    const bytes = await pdfOf(pages(1001, { raw: "" }));
    await expect(check("a.pdf", bytes)).rejects.toEqual(refusal("documents.too-many-pages"));
  });

  it.skipIf(!hasQpdf)("is refused when it needs a password to be read, and taken when only changes do", async () => {
    const source = await pdfOf(pages(2));
    const locked = qpdf(source, "--encrypt", "user", "owner", "256", "--");
    await expect(check("a.pdf", locked)).rejects.toEqual(refusal("documents.pdf-protected"));
    const readable = qpdf(source, "--encrypt", "", "owner", "256", "--print=none", "--");
    expect(await check("a.pdf", readable)).toMatchObject({ pages: 2, stampable: true });
  });
});

describe("Another file", () => {
  it.each([
    ["list.xlsx", workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["text.docx", wordDocument(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["list.csv", "name;value\r\nä;1\r\n", "text/csv"],
    ["list.csv", Buffer.from("\uFEFFname\tä", "utf16le"), "text/csv"],
    ["note.txt", Buffer.from("Gr\xfc\xdfe", "latin1"), "text/plain"],
  ])("is taken and never stampable: %s", async (name, bytes, mediaType) => {
    expect(await check(name, bytes)).toEqual({ mediaType, pages: null, stampable: false });
  });

  it.each([
    ["a PDF called .txt", "a.txt", "%PDF-1.7"],
    ["a workbook called .docx", "a.docx", workbook()],
    ["a workbook called .csv", "a.csv", workbook()],
    ["text called .pdf", "a.pdf", "hello"],
    ["any zip called .xlsx", "a.xlsx", zipOf(["a.txt"])],
    ["a workbook with macros", "a.xlsx", workbook("xl/vbaProject.bin")],
    ["an encrypted workbook", "a.xlsx", workbook({ name: "a", flags: 1 })],
    ["a workbook that lists a name twice", "a.xlsx", workbook("xl/workbook.xml")],
    [
      "a workbook with something before its end",
      "a.xlsx",
      Buffer.concat([workbook().subarray(0, -22), Buffer.from("x"), workbook().subarray(-22)]),
    ],
    ["binary called .csv", "a.csv", Buffer.from([1, 2, 0, 3])],
  ])("is refused: %s", async (_, name, bytes) => {
    await expect(check(name, bytes)).rejects.toEqual(refusal("documents.type-differs"));
  });

  it.each(["a.exe", "a.svg", "a.html", "a.xlsm", "pdf", "a.pdf.zip"])("is refused by its kind: %s", async (name) => {
    await expect(check(name, "hello")).rejects.toEqual(refusal("documents.unknown-type"));
  });

  it("is refused when empty or above 10 MiB", async () => {
    await expect(check("a.txt", "")).rejects.toEqual(refusal("documents.empty-file"));
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, "a");
    await expect(check("a.txt", large)).rejects.toEqual(refusal("documents.too-large"));
    expect(await check("a.txt", large.subarray(1))).toMatchObject({ mediaType: "text/plain" });
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { askForTrace, getTrace, listTraces } from "#app/domain/access/copy-traces.server.ts";
import { copyIdFrom, listIssuedCopies } from "#app/domain/access/issued-copies.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { getTraceFile } from "#app/domain/access/trace-file-report.server.ts";
import { chanceInWords, namedIn } from "#app/domain/access/trace-report.ts";
import type { Viewer } from "#app/domain/accounts/people.ts";
import { addDocument } from "#app/domain/documents/documents.server.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { jobHandlers } from "#app/server/jobs.server.ts";
import { runDueJobs } from "#app/platform/jobs.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, sam } from "#tests/support/given.ts";
import { actionsOnRecord, aDocument } from "./scene.ts";

const opens = (who: Viewer, documentId: string) => openDocument(db, who, { documentId, client: aClient });

let words = 0;

/** Pages of text as a report has them: 34 lines of made-up words. */
async function textPdf(pageCount: number): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  for (let page = 0; page < pageCount; page++) {
    const sheet = doc.addPage([595, 842]);
    for (let line = 0; line < 34; line++) {
      const text = Array.from(
        { length: 12 },
        () => ((words = (words * 7_919 + 104_729) % 1_000_003), words.toString(36)),
      );
      sheet.drawText(text.join(" "), { x: 60, y: 780 - line * 20, size: 11, font });
    }
  }
  return doc.save();
}

async function aReport(title = "SOC 2 report") {
  const staff = await ada();
  const { id } = await addDocument(db, staff, { title, description: "", kind: "report", audience: "nda" });
  await uploadVersion(db, staff, { documentId: id, fileName: "report.pdf", bytes: await textPdf(3), note: "" });
  return { id };
}

async function trace(bytes: Uint8Array, fileName = "found.pdf") {
  const staff = await ada();
  const { id } = await askForTrace(db, staff, { fileName, bytes, documentId: null });
  await runDueJobs(db, jobHandlers);
  return (await getTrace(db, staff, id)).report!;
}

function withTool(bytes: Uint8Array, run: (input: string, output: string) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "candor-trace-"));
  try {
    writeFileSync(join(folder, "in.pdf"), bytes);
    run(join(folder, "in.pdf"), join(folder, "out"));
    return readFileSync(join(folder, "out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isThere = (tool: string) => {
  try {
    execFileSync(tool, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe("a found file", () => {
  test("that is the very copy is known by its bytes, its lines, its dots and its tags", async () => {
    const { id } = await aReport();
    await opens(await sam(), id);
    const copy = await opens(await ada(), id);

    const report = await trace(copy.bytes);

    expect(report).toMatchObject({ format: "candor-trace-1", pages: 3, exact: [copy.copyId], comparisons: 4 });
    expect(report.shows.map(({ copyId, mark }) => [copyId, mark]).sort()).toEqual([
      [copy.copyId, "dots"],
      [copy.copyId, "lines"],
    ]);
    for (const { chance } of report.shows) expect(chance).toBeLessThan(1e-6);
    expect(report.says).toEqual([
      { copyId: copy.copyId, by: "secret-tag" },
      { copyId: copy.copyId, by: "copy-id" },
    ]);
    expect((await actionsOnRecord()).slice(-2)).toEqual(["access.trace.asked", "access.trace.finished"]);
  }, 120_000);

  test.runIf(isThere("pdftoppm"))(
    "that is only a picture of a page still names its copy",
    async () => {
      const { id } = await aReport();
      for (const who of [await sam(), await sam()]) await opens(who, id);
      const copy = await opens(await ada(), id);
      const picture = withTool(copy.bytes, (input, output) => {
        execFileSync("pdftoppm", ["-r", "150", "-png", "-f", "2", "-l", "2", "-singlefile", input, output]);
        execFileSync("mv", [`${output}.png`, output]);
      });

      const report = await trace(picture, "screenshot.png");

      expect(namedIn(report)).toEqual([copy.copyId]);
      expect(report).toMatchObject({ exact: [], says: [], pages: 1 });
    },
    120_000,
  );

  test("that is the original, without marks, names nobody", async () => {
    const { id } = await aReport();
    const original = await db.selectFrom("documentVersion").select("sha256").executeTakeFirstOrThrow();
    await opens(await ada(), id);
    const { openStoredFile } = await import("#app/domain/documents/stored-file.server.ts");

    const report = await trace(await openStoredFile(original.sha256));

    expect(namedIn(report)).toEqual([]);
    expect(report.originals).toEqual([{ title: "SOC 2 report", version: 1, pagesSeen: 3, pagesMatched: 3 }]);
  }, 120_000);

  test("that only bears another's copy id and tags names nobody, and says what it says", async () => {
    const { id } = await aReport();
    const copy = await opens(await ada(), id);
    const forged = await PDFDocument.create();
    forged.addPage([595, 842]).drawText(`Copy ${copy.copyId}`, { x: 40, y: 400 });
    forged.setKeywords([`copy ${copy.copyId}`]);

    const report = await trace(await forged.save());

    expect(namedIn(report)).toEqual([]);
    expect(report.says).toEqual([{ copyId: copy.copyId, by: "copy-id" }]);
  }, 120_000);

  test("that cannot be opened is looked up by its bytes alone", async () => {
    await opens(await ada(), (await aReport()).id);
    expect(await trace(Buffer.from("%PDF-1.7\nnothing of the kind"))).toMatchObject({
      pages: null,
      exact: [],
      shows: [],
    });
  }, 60_000);

  test("that is neither a PDF nor a picture is refused", async () => {
    const asked = askForTrace(db, await ada(), { fileName: "a.txt", bytes: Buffer.from("hello"), documentId: null });
    await expect(asked).rejects.toMatchObject({ code: "access.trace-unknown-type" });
  });
});

test("tracing is for security and admins", async () => {
  const seller = await sam();
  await expect(listTraces(db, seller)).rejects.toMatchObject({ code: "access.not-a-decider" });
  await expect(listIssuedCopies(db, seller, [])).rejects.toMatchObject({ code: "access.not-a-decider" });
});

test("a copy id leads to its holder, however it is typed", async () => {
  const document = await aDocument();
  const { copyId } = await opens(await ada(), document.id);
  const typed = copyIdFrom(` ${copyId!.toLowerCase().replaceAll("-", " ")} `)!;
  expect(await listIssuedCopies(db, await ada(), [typed])).toMatchObject([
    { copyId, name: "Ada Lindqvist", email: "ada@vendor.example", title: document.title, version: 1 },
  ]);
  expect(copyIdFrom("CP-0000-1111")).toBeNull();
});

test("the report of a trace is a file to keep", async () => {
  const { id } = await aReport();
  const copy = await opens(await ada(), id);
  await trace(copy.bytes);
  const [listed] = await listTraces(db, await ada());

  const file = await getTraceFile(db, await ada(), listed!.id);

  const content = JSON.parse(file.bytes.toString("utf8")) as Record<string, unknown>;
  expect(content).toMatchObject({
    exact: [copy.copyId],
    askedBy: "Ada Lindqvist",
    copies: [{ copyId: copy.copyId, email: "ada@vendor.example" }],
  });
}, 120_000);

test("chances too small for words are powers of ten, never made smaller than they are", () => {
  expect([3.2e-7, 1e-6, 9.8e-179, 0].map(chanceInWords)).toEqual([
    "below 1 in 10⁶",
    "below 1 in 10⁶",
    "below 1 in 10¹⁷⁸",
    "below 1 in 10³⁰⁰",
  ]);
});

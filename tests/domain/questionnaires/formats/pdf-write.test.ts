import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFBool, PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { inspectPdf } from "#app/domain/questionnaires/formats/pdf-layout.ts";
import { patchPdf } from "#app/domain/questionnaires/formats/pdf-patch.server.ts";
import { readPdf } from "#app/domain/questionnaires/formats/pdf-reader.server.ts";
import { type Drawing, pdfOf } from "#tests/domain/questionnaires/formats/pdf-maker.ts";

const sheet = "Document";
const write = (field: string, text: string) => ({ sheet, cell: `field:${field}`, text });

const form: Drawing = (page) => {
  page.text("1. Describe your backup process.", [60, 100]);
  page.textField("backup", [60, 108], [400, 60]).enableMultiline();
  page.text("2. Do you encrypt backups?", [60, 200]);
  page.checkBox("q2.yes", [60, 212]);
  page.text("Yes", [74, 221]);
  page.checkBox("q2.no", [120, 212]).check();
  page.text("No", [134, 221]);
  page.text("3. Are backups tested?", [60, 260]);
  const group = page.form.createRadioGroup("q3");
  group.addOptionToPage("first", page.page, page.box([60, 272], [10, 10]));
  page.text("Yes", [74, 281]);
  group.addOptionToPage("second", page.page, page.box([120, 272], [10, 10]));
  page.text("No", [134, 281]);
  page.text("4. How often are they tested?", [60, 320]);
  const list = page.form.createDropdown("q4");
  list.setOptions(["Weekly", "Monthly", "Yearly"]);
  list.addToPage(page.page, page.box([300, 309], [100, 16]));
  page.text("5. Who tests them?", [60, 360]);
  page.textField("q5", [300, 349]);
};

const valuesOf = async (bytes: Uint8Array) => {
  const { pages } = await readPdf(bytes);
  return Object.fromEntries(
    pages.flatMap(({ pieces }) =>
      pieces.flatMap(({ widget }) => {
        if (!widget) return [];
        const name = widget.kind === "button" ? `${widget.field}=${widget.exportValue}` : widget.field;
        return [[name, widget.kind === "button" ? widget.checked : widget.value]];
      }),
    ),
  ) as Record<string, string | boolean | null>;
};

describe.each([false, true])("a form whose objects are %s in streams", (packed) => {
  test("answers go into its fields and every byte of the original stays", async () => {
    const original = await pdfOf([form], { packed });
    const filled = await patchPdf(original, [
      write("backup", "Nightly,\nto another region."),
      write("q2.yes", "Yes"),
      write("q3", "1"),
      write("q4", "Monthly"),
      write("q5", "The operations team"),
    ]);
    expect(filled.subarray(0, original.length).equals(original)).toBe(true);
    expect(await valuesOf(filled)).toMatchObject({
      ...{ backup: "Nightly,\nto another region.", "q2.yes=Yes": true, "q2.no=Yes": false },
      ...{ "q3=0": false, "q3=1": true, q4: "Monthly", q5: "The operations team" },
    });
    const before = inspectPdf(await readPdf(original)).sheets[0]!.questions;
    const after = inspectPdf(await readPdf(filled)).sheets[0]!.questions;
    expect(after.map(({ key, text }) => [key, text])).toEqual(before.map(({ key, text }) => [key, text]));
  });
});

test("an answer may be planned for each of its questions, and is written where it was planned", async () => {
  const original = await pdfOf([form]);
  const inspection = inspectPdf(await readPdf(original));
  const { questions } = inspection.sheets[0]!;
  const said = [
    { short: null, text: "We copy everything every night." },
    { short: "Yes", text: "Yes, with AES-256." },
    { short: "No", text: "No." },
    { short: "Monthly", text: "Monthly" },
    { short: null, text: "The operations team." },
  ];
  const answers = new Map(questions.map(({ key }, i) => [key, said[i]!]));
  const plan = planWrites(inspection, answers, { replace: new Set(answers.keys()) });
  expect(plan.questions.map(({ reason }) => reason)).toEqual([null, null, null, null, null]);
  expect(await valuesOf(await patchPdf(original, plan.writes))).toMatchObject({
    ...{ backup: "We copy everything every night.", "q2.yes=Yes": true, "q2.no=Yes": false },
    ...{ "q3=1": true, q4: "Monthly", q5: "The operations team." },
  });
});

test("an answer is drawn as text; one with letters that the form has no font for is left to the viewer to draw", async () => {
  const original = await pdfOf([form]);
  const drawn = await PDFDocument.load(await patchPdf(original, [write("q5", "The operations team")]));
  expect(needsAppearances(drawn)).toBe(false);
  const bytes = await patchPdf(original, [write("q5", "Zespół → Łódź")]);
  expect(await valuesOf(bytes)).toMatchObject({ q5: "Zespół → Łódź" });
  const left = await PDFDocument.load(bytes);
  expect(needsAppearances(left)).toBe(true);
  expect(left.getForm().getTextField("q5").acroField.getWidgets()[0]!.dict.has(PDFName.of("AP"))).toBe(false);
});

const needsAppearances = (document: PDFDocument) =>
  document.catalog.lookup(PDFName.of("AcroForm"), PDFDict).get(PDFName.of("NeedAppearances")) === PDFBool.True;

test("any text that a reviewer writes reads back as it was written", async () => {
  const original = await pdfOf([form]);
  const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((text) => /\S/.test(text));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const plain = text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, "").trim();
      if (plain === "") return;
      const { backup } = await valuesOf(await patchPdf(original, [write("backup", plain)]));
      expect(backup).toBe(plain);
    }),
    { numRuns: 40 },
  );
});

test("a long answer is made small enough for its field, and a short one is as large as the form wants", async () => {
  const sizeOf = async (text: string) => {
    const filled = await patchPdf(original, [write("backup", text)]);
    const field = (await PDFDocument.load(filled)).getForm().getTextField("backup");
    return Number(/([\d.]+) Tf/.exec(field.acroField.getDefaultAppearance()!)![1]);
  };
  const original = await pdfOf([
    (page) => {
      page.text("1. Describe your backup process.", [60, 100]);
      const field = page.textField("backup", [60, 108], [400, 60]);
      field.enableMultiline();
      field.setFontSize(10);
    },
  ]);
  expect(await sizeOf("Nightly.")).toBe(10);
  expect(await sizeOf("A sentence about backups. ".repeat(30))).toBeLessThan(8);
});

test("a field that is not there, a locked one and a value that its list has not are refused", async () => {
  const original = await pdfOf([
    (page) => {
      form(page, 1);
      page.text("6. Which office asks?", [60, 400]);
      page.textField("office", [300, 389]).enableReadOnly();
    },
  ]);
  const refused = (field: string, text: string) => patchPdf(original, [write(field, text)]);
  await expect(refused("nothing", "x")).rejects.toMatchObject({ code: "answers.no_such_field" });
  await expect(refused("office", "x")).rejects.toMatchObject({ code: "answers.no_such_field" });
  await expect(refused("q4", "Hourly")).rejects.toMatchObject({ code: "answers.not_allowed" });
  await expect(refused("q3", "7")).rejects.toMatchObject({ code: "answers.pdf_not_fillable" });
});

describe("a PDF that is not filled in", () => {
  test("is refused when it is signed", async () => {
    const bytes = await pdfOf([form], {
      finish: (document) => {
        const { context } = document;
        context.register(context.obj({ Type: "Sig", ByteRange: [0, 10, 20, 30], Contents: PDFString.of("x") }));
      },
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ code: "file.pdf_signed" });
  });

  test("is refused when it is protected", async () => {
    const document = await PDFDocument.load(await pdfOf([form]));
    document.encrypt({ ownerPassword: "owner", userPassword: "" });
    await expect(readPdf(await document.save())).rejects.toMatchObject({ code: "file.pdf_locked" });
    const locked = await PDFDocument.load(await pdfOf([form]));
    locked.encrypt({ ownerPassword: "owner", userPassword: "user" });
    await expect(readPdf(await locked.save())).rejects.toMatchObject({ code: "file.pdf_locked" });
  });

  test("is refused when it holds an XFA form", async () => {
    const bytes = await pdfOf([form], {
      drawn: false,
      finish: (document) => {
        const acroForm = document.catalog.lookup(PDFName.of("AcroForm"), PDFDict);
        const xml = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>';
        acroForm.set(PDFName.of("XFA"), document.context.register(document.context.stream(xml)));
      },
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ code: "file.pdf_xfa" });
  });
});

const answers = (program: string, option: string): boolean => {
  try {
    execFileSync(program, [option], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const programs = answers("qpdf", "--version") && answers("pdftotext", "-v");

test.skipIf(!programs)("other programs read the answers (skipped without qpdf and pdftotext)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pdf-form-"));
  try {
    const path = join(folder, "filled.pdf");
    const filled = await patchPdf(await pdfOf([form], { packed: true }), [
      write("q5", "The café’s operations team"),
      write("q3", "1"),
      write("q4", "Yearly"),
    ]);
    writeFileSync(path, filled);
    expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors",
    );
    const shown = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    expect(shown).toContain("The café’s operations team");
    expect(shown).toContain("Yearly");
    const { acroform } = JSON.parse(execFileSync("qpdf", ["--json", path], { encoding: "utf8" })) as {
      acroform: { fields: { fullname: string; value: unknown }[] };
    };
    const values = new Map(acroform.fields.map(({ fullname, value }) => [fullname, value]));
    expect([values.get("q5"), values.get("q4"), values.get("q3")]).toEqual([
      "u:The café’s operations team",
      "u:Yearly",
      "/1",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

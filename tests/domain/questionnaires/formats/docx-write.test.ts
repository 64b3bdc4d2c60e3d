import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patchDocument } from "#app/domain/questionnaires/formats/docx-patch.server.ts";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { printable } from "#app/domain/questionnaires/formats/written-text.ts";
import { entryBytes, openZip } from "#app/domain/questionnaires/formats/zip-reader.server.ts";
import {
  checkControl,
  checkField,
  choiceControl,
  choiceField,
  control,
  documentOf,
  documentParts,
  documentXml,
  p,
  run,
  table,
  textField,
} from "#tests/domain/questionnaires/formats/docx-maker.ts";
import { zipOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = openZip(bytes);
  const parts = new Map<string, Buffer>();
  for (const entry of archive.entries) parts.set(entry.name, await entryBytes(archive, entry, { inflated: 0 }));
  return parts;
}

const mainPart = async (bytes: Buffer) => (await partsOf(bytes)).get("word/document.xml")!.toString("utf8");
const to = (cell: string, text: string): CellWrite => ({ sheet: "Document", cell, text });

/** The body after writing, without what stays around it. */
async function written(body: string, ...writes: CellWrite[]): Promise<string> {
  const xml = await mainPart(await patchDocument(documentOf(body), writes));
  return xml.slice(xml.indexOf("<w:body>") + 8, xml.indexOf("<w:sectPr>"));
}

const said = (text: string, properties = "") => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("an answer goes where it belongs, and nothing else changes", () => {
  test("into an empty cell, in the look of its paragraph", async () => {
    const look = '<w:b/><w:sz w:val="18"/>';
    const cell = p("", { style: "Answer", mark: `<w:ins w:id="1" w:author="A"/>${look}` });
    const before = table([["Do you?", { xml: cell }]]);
    const after = before.replace("</w:pPr></w:p>", `</w:pPr>${said("Yes &amp; no", `<w:rPr>${look}</w:rPr>`)}</w:p>`);
    expect(await written(before, to("T1R1C2", "Yes & no"))).toBe(after);
  });

  test("into a paragraph without any content", async () => {
    expect(await written(`${p("Do you?")}<w:p w14:paraId="1A"/>`, to("P2", "Yes"))).toBe(
      `${p("Do you?")}<w:p w14:paraId="1A">${said("Yes")}</w:p>`,
    );
  });

  test("behind a label, without its emphasis, and in place of the line to write on", async () => {
    const before = p(run("Answer: ", '<w:b/><w:sz w:val="20"/>') + run("____", '<w:sz w:val="20"/>'));
    const after = p(
      run("Answer:", '<w:b/><w:sz w:val="20"/>') +
        said(" Yes", '<w:rPr><w:sz w:val="20"/></w:rPr>') +
        run("", '<w:sz w:val="20"/>'),
    );
    expect(await written(before, to("P1", "Yes"))).toBe(after);
    expect(await written(p("1. Who is it? _____"), to("P1", "Ash"))).toBe(p(run("1. Who is it?") + said(" Ash")));
  });

  test("in place of the hint of a cell, and of an answer from before", async () => {
    const hint = p(run("Enter your response here", '<w:rStyle w:val="PlaceholderText"/><w:sz w:val="18"/>'));
    const look = '<w:rPr><w:sz w:val="18"/></w:rPr>';
    const old = p(run("No", "<w:i/>")) + p(run("not at all"));
    const body = (first: string, second: string) =>
      table([
        ["Do you?", { xml: first }],
        ["Is it?", { xml: second }],
      ]);
    expect(await written(body(hint, old), to("T1R1C2", "Yes"), to("T1R2C2", "It is"))).toBe(
      body(p(said("Yes", look)), p(said("It is", "<w:rPr><w:i/></w:rPr>")) + "<w:p></w:p>"),
    );
  });

  test("into a form field, and a field that lacks a result gets one", async () => {
    const after = textField().replace(run("\u2002\u2002\u2002\u2002\u2002"), said("Ash"));
    expect(await written(p(run("1. Who? ") + textField()), to("P1", "Ash"))).toBe(p(run("1. Who? ") + after));
    const bare = textField().replace(
      /<w:r><w:fldChar w:fldCharType="separate"\/>.*(?=<w:r><w:fldChar w:fldCharType="end")/,
      "",
    );
    const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(await written(p(run("1. Who? ") + bare), to("P1", "Ash"))).toBe(
      p(run("1. Who? ") + bare.replace(end, `${separate}${said("Ash")}${end}`)),
    );
  });

  test("into a content control, which shows its placeholder no more and no text from elsewhere", async () => {
    const bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>';
    const after = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${said("Ash")}</w:sdtContent></w:sdt>`;
    expect(await written(p(run("1. Who? ") + control(bound)), to("P1", "Ash"))).toBe(p(run("1. Who? ") + after));
    const around = (content: string, mark = "<w:showingPlcHdr/>") =>
      `<w:sdt><w:sdtPr>${mark}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const hint = p(run("Click here to enter text.", '<w:rStyle w:val="Hint"/>'));
    expect(await written(around(hint), to("P1", "Ash"))).toBe(around(p(said("Ash")), ""));
  });

  test("a dropdown gets one of its values", async () => {
    const values = choiceControl(["Yes", "No"]);
    expect(await written(p(run("1. Is it? ") + values), to("P1", "No"))).toContain(
      `<w:sdtContent>${said("No")}</w:sdtContent>`,
    );
    const field = p(run("1. Is it? ") + choiceField(["Select", "Yes", "No"]));
    expect(await written(field, to("P1", "No"))).toBe(field.replace("<w:ddList>", '<w:ddList><w:result w:val="2"/>'));
    await expect(written(field, to("P1", "Maybe"))).rejects.toThrow("does not offer this value");
  });

  test("a box is checked in its own way, and the one that was checked before is cleared", async () => {
    const fields = p(run("1. Is it? ") + checkField(true) + run(" Yes ") + checkField() + run(" No"));
    const checked = '<w:default w:val="0"/><w:checked/></w:checkBox>';
    const cleared = '<w:default w:val="0"/><w:checked w:val="0"/></w:checkBox>';
    const expected = fields.replace('<w:default w:val="0"/></w:checkBox>', checked).replace(checked, cleared);
    expect(await written(fields, to("F2", "x"))).toBe(expected);
    const controls = p(run("1. Is it? ") + checkControl(true) + run(" Yes ") + checkControl() + run(" No"));
    expect(await written(controls, to("S2", "x"))).toBe(
      p(run("1. Is it? ") + checkControl() + run(" Yes ") + checkControl(true) + run(" No")),
    );
    expect(await written(p("1. Is it? ☑ Yes &#x2610; No").replace("&amp;#x2610;", "&#x2610;"), to("B2", "x"))).toBe(
      p("1. Is it? ☐ Yes ☒ No"),
    );
    expect(await written(p("1. Is\r\nit? ☐ Yes ☐ No"), to("B2", "x"))).toBe(p("1. Is\r\nit? ☐ Yes ☒ No"));
    expect(await written(p("1. Is it? [x] Yes [ ] No"), to("B2", "x"))).toBe(p("1. Is it? [ ] Yes [x] No"));
    const symbol = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`;
    const drawn = (yes: string, no: string) =>
      p(run("1. Is it? ") + symbol(yes) + run(" Yes ") + symbol(no) + run(" No"));
    expect(await written(drawn("F0A8", "F06F"), to("B1", "x"))).toBe(drawn("F0FE", "F06F"));
  });

  test("lines and tabs stay, and characters that XML lacks are dropped", async () => {
    expect(await written(p("Q?") + p(), to("P2", "a\r\nb\tc\u0000\ud800 <d>"))).toBe(
      p("Q?") +
        `<w:p><w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/>` +
        '<w:t xml:space="preserve">c &lt;d&gt;</w:t></w:r></w:p>',
    );
  });

  test("whatever the file's line ends, byte order mark and characters beyond Latin", async () => {
    const xml = `\ufeff${documentXml({ body: `${p("1. Is \u{1f600} \u00fc fine?")}\r\n<w:p>\r\n</w:p>` })}`;
    const parts = documentParts({ body: "" }).map((part) =>
      part.name === "word/document.xml" ? { ...part, content: xml } : part,
    );
    const filled = await mainPart(await patchDocument(zipOf(parts), [to("P2", "\u{1f642} Ja")]));
    expect(filled).toBe(xml.replace("<w:p>\r\n</w:p>", `<w:p>\r\n${said("\u{1f642} Ja")}</w:p>`));
  });

  test("but not where there is no place, a locked control or more than text", async () => {
    const locked = control('<w:lock w:val="sdtContentLocked"/><w:text/>');
    const picture = "<w:r><w:drawing/></w:r>";
    const body = p(run("1. Who? ") + locked) + table([["Do you?", { xml: p(run("Yes") + picture) }]]);
    await expect(written(body, to("P1", "x"))).rejects.toThrow("Its field is locked against changes.");
    await expect(written(body, to("T1R1C2", "x"))).rejects.toThrow("Its place for an answer holds more than text.");
    await expect(written(body, to("T9R1C1", "x"))).rejects.toThrow('This document has no place "T9R1C1".');
    await expect(written(p("Q?") + p(), to("P2", "x".repeat(40_000)))).rejects.toThrow("40,000 characters");
  });
});

const form =
  p("Vendor form", { style: "Heading1" }) +
  table([
    ["#", "Question", "Answer", "Comments"],
    ["1", "Do you encrypt data at rest?", { xml: p(choiceControl(["Yes", "No"])) }, ""],
    ["2", "Describe your backups.", "", ""],
    ["3", "Is access reviewed?", "☐ Yes ☐ No", { xml: p(control()) }],
  ]) +
  p("4. Who is your auditor?") +
  p("Answer: ________") +
  p("Is there a policy?", { list: ["1", 0] }) +
  p() +
  p(run("6. Is it tested? ") + checkField() + run(" Yes ") + checkField() + run(" No")) +
  p(run("7. Who tests it? ") + textField());
const more = [
  { name: "customXml/item1.xml", content: "<a/>" },
  { name: "word/media/image1.png", content: "\u0089PNG" },
];

/** A box in an answer is read as one, whatever its sign. */
const signsOfBoxes = /[[\u2580-\u27bf\u2b00-\u2bff]|\ud83d[\uddf5-\uddf9]/g;

async function filledForm(text: string) {
  const bytes = documentOf(form, { extraParts: more });
  const inspection = await inspectHere(bytes, "form.docx", {});
  const { questions } = inspection.sheets[0]!;
  const answers = new Map(questions.map(({ key }) => [key, { short: "Yes", text }]));
  const plan = planWrites(inspection, answers);
  return { bytes, questions, plan, filled: await writeHere(bytes, "form.docx", plan.writes) };
}

describe("a filled document", () => {
  test("asks the same as before, and each question is answered", async () => {
    const { questions, filled, plan } = await filledForm("Yes, <we> do & say so.");
    expect(plan.questions.filter(({ reason }) => reason !== null)).toEqual([]);
    const again = (await inspectHere(filled, "form.docx", {})).sheets[0]!.questions;
    expect(again.map(({ key, id, text }) => [key, id, text])).toEqual(
      questions.map(({ key, id, text }) => [key, id, text]),
    );
    expect(again.map(({ answered }) => answered)).toEqual([
      "Yes",
      "Yes, <we> do & say so.",
      "Yes",
      "Yes, <we> do & say so.",
      "Yes, <we> do & say so.",
      "Yes",
      "Yes, <we> do & say so.",
    ]);
    expect(again[0]!.commented).toBe("Yes, <we> do & say so.");
  });

  test("differs in its main part only", async () => {
    const { bytes, filled } = await filledForm("Yes, we do.");
    const [old, now] = [await partsOf(bytes), await partsOf(filled)];
    expect([...now.keys()]).toEqual([...old.keys()]);
    const changed = [...now].filter(([name, content]) => !content.equals(old.get(name)!)).map(([name]) => name);
    expect(changed).toEqual(["word/document.xml"]);
  });

  test("holds any text as text", async () => {
    const bytes = documentOf(form);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), async (any) => {
        const text = `We say ${any.replaceAll(signsOfBoxes, "")}.`;
        const filled = await patchDocument(bytes, [to("T1R3C3", text), to("P3", text), to("P6", text)]);
        const { questions } = (await inspectHere(filled, "form.docx", {})).sheets[0]!;
        const expected = printable(text).trim();
        expect(questions[1]!.answered).toBe(expected);
        expect(questions[3]!.answered).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("is XML that another parser reads", async () => {
    const { filled } = await filledForm("Yes, <we> do & say so.\nTwice.");
    const xml = await mainPart(filled);
    const script = "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())";
    execFileSync("python3", ["-c", script], { input: xml });
  });

  const writer = ["/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice"].find((folder) =>
    existsSync(`${folder}/program/libswlo.so`),
  );
  test.skipIf(!writer)(
    "shows its answers in LibreOffice (skipped where its Writer is not installed)",
    async () => {
      const { filled } = await filledForm("Yes, we are sure of it.");
      const folder = mkdtempSync(join(tmpdir(), "candor-docx-"));
      try {
        writeFileSync(join(folder, "form.docx"), filled);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const args = [profile, "--headless", "--convert-to", "txt:Text", "--outdir", folder, join(folder, "form.docx")];
        execFileSync(`${writer}/program/soffice`, args, { stdio: "ignore", timeout: 90_000 });
        const text = readFileSync(join(folder, "form.txt"), "utf8");
        expect(text.match(/Yes, we are sure of it\./g)).toHaveLength(6);
        expect(text).toContain("\u2612 Yes \u2610 No");
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

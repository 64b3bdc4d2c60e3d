import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { CellWrite, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { verifyCopy } from "#app/domain/questionnaires/formats/verify-copy.server.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import type { Share } from "#scripts/bench/form-truth.ts";

export type RoundTrip = {
  /** Questions that got an answer, of all. */
  answered: Share;
  cells: number;
  problems: string[];
  /** Written cells that a program which is not ours reads as they were written; null where there is none for it. */
  openpyxl: Share | null;
  libreOffice: Share | null;
  sameQuestions: boolean;
};

/** Fills a form with an answer to everything, and reads the copy in every way that is there. Null where answers go apart. */
export async function roundTrip(bytes: Buffer, name: string, inspection: Inspection): Promise<RoundTrip | null> {
  if (inspection.returns === "answer-document") return null;
  const questions = inspection.sheets.flatMap((sheet) => sheet.questions);
  const keys = questions.map(({ key }) => key);
  const answers = new Map(
    keys.map((key, i) => [key, { short: "Yes", text: `Yes. Answer ${i} says =1+1 & <more>, "so".` }]),
  );
  const plan = planWrites(inspection, answers, { replace: new Set(keys) });
  const filled = Buffer.from(await writeAnswers(bytes, name, plan.writes));
  const { problems } = await verifyCopy(bytes, filled, { fileName: name, choices: {} });
  const again = await inspectFile(filled, name);
  const workbook = /\.xls[xm]$/i.test(name);
  return {
    answered: { right: plan.questions.filter(({ answer }) => answer !== null).length, of: questions.length },
    cells: plan.writes.length,
    problems,
    openpyxl: workbook && python ? readBack(plan.writes, readByOpenpyxl(filled)) : null,
    libreOffice:
      workbook && python && office ? readBack(plan.writes, readByOpenpyxl(throughOffice(filled, name))) : null,
    sameQuestions: JSON.stringify(textsOf(again)) === JSON.stringify(textsOf(inspection)),
  };
}

const textsOf = ({ sheets }: Inspection) =>
  sheets.map(({ questions }) => questions.map(({ key, text }) => [key, text]));

type ReadCells = Record<string, Record<string, [unknown, string]>>;

/** A formula has another type than the text that it was written as. */
function readBack(writes: readonly CellWrite[], cells: ReadCells): Share {
  const right = writes.filter(({ sheet, cell, text }) => {
    const [value, type] = cells[sheet]?.[cell] ?? [];
    return value === text && type === "s";
  });
  return { right: right.length, of: writes.length };
}

const script = `
import json, sys, warnings, openpyxl
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {cell.coordinate: [cell.value, cell.data_type] for row in sheet.iter_rows() for cell in row if cell.value is not None} for sheet in book.worksheets}, default=str))
`;

const starts = (command: string, args: string[]) => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** The system's own comes first: others on the path may lack its packages. */
export const python = ["/usr/bin/python3", "python3"].find((one) => starts(one, ["-c", "import openpyxl"])) ?? null;
export const office = ["soffice", "libreoffice"].find((one) => starts(one, ["--version"])) ?? null;

function readByOpenpyxl(bytes: Uint8Array): ReadCells {
  return inFolder((folder) => {
    const path = join(folder, "book.xlsx");
    writeFileSync(path, bytes);
    const output = execFileSync(python!, ["-c", script, path], { maxBuffer: 2 ** 28 });
    return JSON.parse(output.toString("utf8")) as ReadCells;
  });
}

/** The workbook as LibreOffice saves it. */
function throughOffice(bytes: Uint8Array, name: string): Buffer {
  return inFolder((folder) => {
    const path = join(folder, `book${extname(name)}`);
    writeFileSync(path, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "saved"),
      path,
    ];
    execFileSync(office!, args, { stdio: "ignore" });
    return readFileSync(join(folder, "saved", "book.xlsx"));
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "candor-forms-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

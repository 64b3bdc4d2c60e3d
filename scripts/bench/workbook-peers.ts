import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** How long a program took from its start to its end, and the most memory that it held. */
export type Cost = { ms: number; bytes: number | null };

/** What takes longer is written down as having taken this long. */
export const limitMs = 60_000;

/** Another reader of workbooks: reads a file, and with `filled` writes texts into cells of it and saves it there. */
export type WorkbookPeer = {
  name: string;
  run: (file: string, filled: string | null, writes: string) => Promise<Cost>;
};

const exceljs = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const [folder, file, filled, writes] = process.argv.slice(1);
const ExcelJS = createRequire(folder + "/")("exceljs");
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(file);
if (filled) {
  for (const { sheet, cell, text } of JSON.parse(readFileSync(writes, "utf8"))) book.getWorksheet(sheet).getCell(cell).value = text;
  await book.xlsx.writeFile(filled);
}
process.stdout.write(String(process.resourceUsage().maxRSS));
`;

const openpyxl = `
import json, resource, sys, warnings
import openpyxl
warnings.simplefilter("ignore")
file, filled, writes = sys.argv[1:4]
book = openpyxl.load_workbook(file)
if filled:
    for write in json.load(open(writes)):
        book[write["sheet"]][write["cell"]].value = write["text"]
    book.save(filled)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, end="")
`;

/** The peers that are there: ExcelJS in `folder`, openpyxl in the system's Python. */
export async function workbookPeers(folder: string | undefined): Promise<{ peers: WorkbookPeer[]; absent: string[] }> {
  const peers: WorkbookPeer[] = [];
  const absent: string[] = [];
  if (folder && existsSync(join(folder, "node_modules", "exceljs"))) {
    const command = [process.execPath, "--input-type=module", "--eval", exceljs, folder];
    peers.push({ name: "ExcelJS", run: (...given) => costOf(command, given) });
  } else absent.push("ExcelJS is not in the folder of peers (npm install --prefix FOLDER exceljs).");
  const python = await pythonWithOpenpyxl();
  if (python) peers.push({ name: "openpyxl", run: (...given) => costOf([python, "-c", openpyxl], given) });
  else absent.push("No Python here has openpyxl.");
  return { peers, absent };
}

async function pythonWithOpenpyxl(): Promise<string | null> {
  for (const python of ["/usr/bin/python3", "python3"]) {
    const found = await new Promise((there) => {
      execFile(python, ["-c", "import openpyxl"], (error) => there(!error));
    });
    if (found) return python;
  }
  return null;
}

/** Both peers print the most memory that they held, in KiB. One that takes longer than the limit is stopped. */
async function costOf([command, ...args]: string[], given: [string, string | null, string]): Promise<Cost> {
  const began = performance.now();
  const kibibytes = await new Promise<string>((done, fail) => {
    const all = [...args, ...given.map((one) => one ?? "")];
    execFile(command!, all, { maxBuffer: 2 ** 20, timeout: limitMs }, (error, stdout) => {
      if (error && !error.killed) fail(error);
      else done(error ? "" : stdout);
    });
  });
  return { ms: performance.now() - began, bytes: kibibytes === "" ? null : Number(kibibytes) * 1024 };
}

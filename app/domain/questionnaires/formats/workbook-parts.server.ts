import { posix } from "node:path";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import type { FileFormat } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { xstringUnescaped } from "#app/domain/questionnaires/formats/written-text.ts";
import { attributeNamed, readXml, type XmlBudget } from "#app/domain/questionnaires/formats/xml-reader.server.ts";
import {
  entryChunks,
  findEntry,
  type InflateBudget,
  openZip,
  type ZipArchive,
  type ZipEntry,
} from "#app/domain/questionnaires/formats/zip-reader.server.ts";

/** An opened workbook: where its sheets are, and what reading it has cost. */
export type Workbook = {
  archive: ZipArchive;
  format: FileFormat;
  workbookPart: ZipEntry;
  stringsPart: ZipEntry | null;
  sheets: WorkbookSheet[];
  names: Map<string, string>;
  budget: InflateBudget & XmlBudget;
};

export type WorkbookSheet = { name: string; hidden: boolean; part: ZipEntry };

/** Opens an .xlsx or .xlsm. Relationships are followed inside the archive only; external targets are never opened. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = openZip(bytes);
  const budget = { inflated: 0, tokens: 0 };
  const root = await readRelationships({ archive, budget }, "");
  const main = root.find(({ type }) => type === "officeDocument");
  const workbookPart = main && findEntry(archive, main.target);
  if (!workbookPart) throw notAWorkbook(archive);
  const relationships = await readRelationships({ archive, budget }, workbookPart.name);
  const { sheets, names } = await readWorkbookPart({ archive, budget, part: workbookPart });
  if (sheets.length > limits.sheets) throw overLimit("sheets", sheets.length);

  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const strings = relationships.find(({ type }) => type === "sharedStrings");
  return {
    archive,
    format: findEntry(archive, "xl/vbaProject.bin") ? "xlsm" : "xlsx",
    workbookPart,
    stringsPart: strings ? findEntry(archive, strings.target) : null,
    sheets: sheets.flatMap(({ name, hidden, relationship }) => {
      const target = targets.get(relationship);
      const part = target?.type === "worksheet" ? findEntry(archive, target.target) : null;
      return part ? [{ name, hidden, part }] : [];
    }),
    names,
    budget,
  };
}

/** The text of each shared string; runs of rich text are joined, phonetic guides left out. */
export async function readSharedStrings(workbook: Workbook): Promise<string[]> {
  const strings: string[] = [];
  if (!workbook.stringsPart) return strings;
  let text = "";
  let taking = false;
  let phonetic = false;
  await readXml(entryChunks(workbook.archive, workbook.stringsPart, workbook.budget), workbook.budget, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else taking = name === "t" && !phonetic;
    },
    text(value) {
      if (taking) text += value;
    },
    close(name) {
      taking = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      if (strings.push(xstringUnescaped(text)) > limits.sharedStrings) throw overLimit("sharedStrings");
    },
  });
  return strings;
}

export type Opened = { archive: ZipArchive; budget: InflateBudget & XmlBudget };
type Relationship = { id: string; type: string; target: string };

/** The internal relationships of a part; "" for those of the package. */
export async function readRelationships({ archive, budget }: Opened, owner: string): Promise<Relationship[]> {
  const folder = posix.dirname(owner);
  const part = findEntry(archive, posix.join(folder, "_rels", `${posix.basename(owner)}.rels`));
  const found: Relationship[] = [];
  if (!part) return found;
  await readXml(entryChunks(archive, part, budget), budget, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External" || !Id || !Type || !Target) return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
  });
  return found;
}

type ListedSheet = { name: string; hidden: boolean; relationship: string };

async function readWorkbookPart({ archive, budget, part }: Opened & { part: ZipEntry }) {
  const sheets: ListedSheet[] = [];
  const names = new Map<string, string>();
  let defining: string | null = null;
  let formula = "";
  await readXml(entryChunks(archive, part, budget), budget, {
    open(name, attributes) {
      if (name === "sheet") {
        sheets.push({
          name: attributes["name"] ?? "",
          hidden: (attributes["state"] ?? "visible") !== "visible",
          relationship: attributeNamed(attributes, "id") ?? "",
        });
      }
      if (name !== "definedName" || !attributes["name"]) return;
      const scope = attributes["localSheetId"];
      defining = (scope === undefined ? "" : `${scope}!`) + attributes["name"].toLowerCase();
      formula = "";
    },
    text(value) {
      if (defining !== null) formula += value;
    },
    close(name) {
      if (name !== "definedName" || defining === null) return;
      names.set(defining, formula);
      defining = null;
      if (names.size > limits.definedNames) throw overLimit("definedNames");
    },
  });
  return { sheets, names };
}

function notAWorkbook(archive: ZipArchive): UnreadableFile {
  if (findEntry(archive, "xl/workbook.bin")) {
    return new UnreadableFile(
      "file.unsupported",
      "Binary workbooks (.xlsb) cannot be read. Save it as .xlsx in Excel and upload it anew.",
    );
  }
  return new UnreadableFile("file.not_a_workbook", "This file is an archive, but not an Excel workbook.");
}

import { type Numbering, readNumbering } from "#app/domain/questionnaires/formats/docx-numbering.server.ts";
import { type ParagraphStyles, readStyles } from "#app/domain/questionnaires/formats/docx-styles.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { type Opened, readRelationships } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { entryBytes, findEntry, openZip, type ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

/** An opened document: its main part's bytes, and what the styles and lists say. */
export type DocumentParts = Opened & { part: ZipEntry; bytes: Buffer; styles: ParagraphStyles; numbering: Numbering };

/** Opens a .docx. Headers, footers, comments and notes stay closed; external targets are never opened. */
export async function openDocument(file: Buffer): Promise<DocumentParts> {
  const archive = openZip(file);
  const budget = { inflated: 0, tokens: 0 };
  const opened: Opened = { archive, budget };
  const root = await readRelationships(opened, "");
  const main = root.find(({ type }) => type === "officeDocument");
  const part = main ? findEntry(archive, main.target) : null;
  if (!part || !/\.xml$/i.test(part.name) || findEntry(archive, "xl/workbook.xml")) {
    throw new UnreadableFile("file.not_a_document", "This file is an archive, but not a Word document.");
  }
  const related = await readRelationships(opened, part.name);
  const partOf = (wanted: string) => {
    const found = related.find(({ type }) => type === wanted);
    return found ? findEntry(archive, found.target) : null;
  };
  const styles = await readStyles(opened, partOf("styles"));
  const numbering = await readNumbering(opened, partOf("numbering"));
  return { ...opened, part, bytes: await entryBytes(archive, part, budget), styles, numbering };
}

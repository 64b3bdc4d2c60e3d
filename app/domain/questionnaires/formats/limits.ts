import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

const MiB = 1024 * 1024;

/** What a customer's file may cost us. Each has its own sentence below. */
export const limits = {
  fileBytes: 10 * MiB,
  zipEntries: 2_000,
  entryBytes: 50 * MiB,
  inflatedBytes: 100 * MiB,
  inflateRatio: 200,
  /** The ratio counts from here on: small files of one repeated style compress further than any bomb needs to. */
  ratioFreeBytes: 1 * MiB,
  xmlDepth: 64,
  xmlAttributes: 64,
  xmlTextLength: 1 * MiB,
  xmlTokens: 5_000_000,
  sheets: 50,
  rows: 20_000,
  cells: 200_000,
  cellLength: 32_767,
  merges: 5_000,
  validationRanges: 10_000,
  dropdownValues: 1_000,
  sharedStrings: 200_000,
  definedNames: 10_000,
  csvRows: 20_000,
  csvLineLength: 1 * MiB,
  csvColumns: 500,
  documentTables: 5_000,
  documentParagraphs: 100_000,
  documentFields: 20_000,
  pdfPages: 300,
  pdfTexts: 200_000,
  pdfLines: 100_000,
  pdfFields: 5_000,
  questions: 5_000,
  jsonDepth: 32,
} as const;

/** What the reading process may cost the machine. */
export const processLimits = {
  heapMiB: 384,
  dataBytes: 943_718_400,
  cpuSeconds: 8,
  wallMilliseconds: 10_000,
  openFiles: 64,
  resultBytes: 64 * MiB,
  waiting: 10,
} as const;

export type Limit = keyof typeof limits;

const number = (value: number) => value.toLocaleString("en-GB");
const mebibytes = (value: number) => `${number(Math.ceil((value / MiB) * 10) / 10)} MiB`;

/** Beyond ten times a limit nobody counts on. */
const counted = (found: number, limit: number) =>
  found > limit * 10 ? `more than ${number(limit * 10)}` : number(found);

const sentences: Record<Limit, (found: number, limit: number) => string> = {
  fileBytes: (found, limit) => `This file is ${mebibytes(found)}; the limit is ${mebibytes(limit)}.`,
  zipEntries: (found, limit) => `This file is made of ${number(found)} parts; the limit is ${number(limit)}.`,
  entryBytes: (_, limit) => `A part of this file unpacks to more than ${mebibytes(limit)}.`,
  inflatedBytes: (_, limit) => `This file unpacks to more than ${mebibytes(limit)}.`,
  inflateRatio: (_, limit) => `A part of this file unpacks to more than ${number(limit)} times its size.`,
  ratioFreeBytes: () => "A part of this file unpacks too far.",
  xmlDepth: (_, limit) => `A part of this file is nested more than ${number(limit)} levels deep.`,
  xmlAttributes: (_, limit) => `An element in this file has more than ${number(limit)} attributes.`,
  xmlTextLength: (_, limit) => `A single text in this file is longer than ${number(limit)} characters.`,
  xmlTokens: (_, limit) => `This file has more than ${number(limit)} elements and texts.`,
  sheets: (found, limit) => `This workbook has ${number(found)} sheets; the limit is ${number(limit)}.`,
  rows: (found, limit) =>
    `This workbook has ${counted(found, limit)} rows on one sheet; the limit is ${number(limit)}.`,
  cells: (_, limit) => `This file has more than ${number(limit)} filled cells.`,
  cellLength: (found, limit) => `A cell holds ${number(found)} characters; the limit is ${number(limit)}.`,
  merges: (_, limit) => `A sheet of this workbook has more than ${number(limit)} merged ranges.`,
  validationRanges: (_, limit) => `A sheet of this workbook has dropdowns on more than ${number(limit)} ranges.`,
  dropdownValues: (found, limit) => `A dropdown offers ${number(found)} values; the limit is ${number(limit)}.`,
  sharedStrings: (_, limit) => `This workbook has more than ${number(limit)} different texts.`,
  definedNames: (_, limit) => `This workbook has more than ${number(limit)} defined names.`,
  csvRows: (found, limit) => `This file has ${counted(found, limit)} rows; the limit is ${number(limit)}.`,
  csvLineLength: (_, limit) => `A row of this file is longer than ${number(limit)} characters.`,
  csvColumns: (found, limit) =>
    `A row of this file has ${counted(found, limit)} columns; the limit is ${number(limit)}.`,
  documentTables: (_, limit) => `This document has more than ${number(limit)} tables.`,
  documentParagraphs: (_, limit) => `This document has more than ${number(limit)} paragraphs.`,
  documentFields: (_, limit) => `This document has more than ${number(limit)} boxes and fields to fill in.`,
  pdfPages: (found, limit) => `This PDF has ${number(found)} pages; the limit is ${number(limit)}.`,
  pdfTexts: (_, limit) => `This PDF has more than ${number(limit)} pieces of text.`,
  pdfLines: (_, limit) => `This PDF has more than ${number(limit)} drawn lines.`,
  pdfFields: (_, limit) => `This PDF has more than ${number(limit)} form fields.`,
  questions: (found, limit) => `There are ${number(found)} questions; the limit is ${number(limit)}.`,
  jsonDepth: (_, limit) => `This file is nested more than ${number(limit)} levels deep.`,
};

/** The error for a file over `limit`; `found` is what the file has, where the sentence tells it. */
export function overLimit(limit: Limit, found = 0): UnreadableFile {
  const code = `file.over_limit.${limit.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  return new UnreadableFile(code, sentences[limit](found, limits[limit]));
}

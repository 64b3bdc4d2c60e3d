import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

export type FileKind = "workbook" | "document" | "pdf" | "json" | "delimited";

const readable = "Questionnaires can be .xlsx, .xlsm, .docx, .pdf, .csv, .tsv or .json files.";

/** Which reader a file is for. Its name, its first bytes and its size must agree; nothing is parsed. */
export function fileKindOf(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new UnreadableFile("file.empty", "This file is empty.");
  if (bytes.length > limits.fileBytes) throw overLimit("fileBytes", bytes.length);
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const archive = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const [what, old, now] = /^doc/.test(extension) ? ["document", ".doc", ".docx"] : ["workbook", ".xls", ".xlsx"];
    throw new UnreadableFile(
      "file.unsupported",
      `This ${what} has a password, or is in the old ${old} format. Save it as ${now} without a password and upload it anew.`,
    );
  }
  if (extension === "pdf") {
    if (new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-")) return "pdf";
    throw new UnreadableFile("file.not_a_pdf", "This file is named .pdf, but is no PDF.");
  }
  if (extension === "docx") {
    if (archive) return "document";
    throw new UnreadableFile("file.not_a_document", "This file is named .docx, but is no Word document.");
  }
  if (["xlsx", "xlsm"].includes(extension)) {
    if (archive) return "workbook";
    throw new UnreadableFile("file.not_a_workbook", `This file is named .${extension}, but is no Excel workbook.`);
  }
  if (!["csv", "tsv", "tab", "txt", "json"].includes(extension)) {
    const named = extension === "" ? "This file has no extension." : `.${extension} files cannot be read.`;
    throw new UnreadableFile("file.unknown_type", `${named} ${readable}`);
  }
  if (archive || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new UnreadableFile("file.not_text", `This file is named .${extension}, but is not text. ${readable}`);
  }
  return extension === "json" ? "json" : "delimited";
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

export type FileKind = "workbook" | "document" | "pdf" | "json" | "delimited";

/** How much of a file tells its kind. */
export const beginningBytes = 1024;

/**
 * Which reader a file is for. Its name, its first bytes and its size must agree; nothing is parsed. `bytes` is the whole
 * or its beginning.
 */
export function fileKindOf(bytes: Uint8Array, fileName: string, size = bytes.length): FileKind {
  if (size === 0) throw new UnreadableFile("file.empty", complaints.fileEmpty);
  if (size > limits.fileBytes) throw overLimit("fileBytes", size);
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const archive = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const [old, now] = /^doc/.test(extension) ? ([".doc", ".docx"] as const) : ([".xls", ".xlsx"] as const);
    throw new UnreadableFile("file.unsupported", filled(complaints.fileLocked, { old, now }));
  }
  if (extension === "pdf") {
    if (new TextDecoder("latin1").decode(bytes.subarray(0, beginningBytes)).includes("%PDF-")) return "pdf";
    throw new UnreadableFile("file.not_a_pdf", complaints.fileNoPdf);
  }
  if (extension === "docx") {
    if (archive) return "document";
    throw new UnreadableFile("file.not_a_document", complaints.fileNoDocument);
  }
  if (["xlsx", "xlsm"].includes(extension)) {
    if (archive) return "workbook";
    throw new UnreadableFile("file.not_a_workbook", filled(complaints.fileNoWorkbook, { extension }));
  }
  if (!["csv", "tsv", "tab", "txt", "json"].includes(extension)) {
    const said = extension === "" ? complaints.fileNoExtension : filled(complaints.fileOtherType, { extension });
    throw new UnreadableFile("file.unknown_type", said);
  }
  if (archive || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new UnreadableFile("file.not_text", filled(complaints.fileNoText, { extension }));
  }
  return extension === "json" ? "json" : "delimited";
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

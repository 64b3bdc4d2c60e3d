import { Invalid } from "#app/domain/errors.ts";
import { extensionOf } from "./file-names.ts";
import { officeKindOf } from "./zip-listing.ts";

export type CheckedFile = { mediaType: string; pages: number | null; stampable: boolean };

type FileType = { extension: string; mediaType: string; mostMebibytes: number };

const fileTypes = {
  pdf: { extension: "pdf", mediaType: "application/pdf", mostMebibytes: 50 },
  xlsx: {
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    mostMebibytes: 10,
  },
  docx: {
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    mostMebibytes: 10,
  },
  csv: { extension: "csv", mediaType: "text/csv", mostMebibytes: 10 },
  txt: { extension: "txt", mediaType: "text/plain", mostMebibytes: 10 },
} satisfies Record<string, FileType>;

/** Says what a file is, from its bytes; its name has to agree. Throws Invalid with what to do instead. */
export async function checkFile(file: { fileName: string; bytes: Uint8Array }): Promise<CheckedFile> {
  if (file.bytes.length === 0) throw new Invalid("documents.empty-file", "This file is empty. Choose another one.");
  const type = typeOf(file.bytes, extensionOf(file.fileName));
  if (file.bytes.length > type.mostMebibytes * 1024 * 1024) {
    throw new Invalid(
      "documents.too-large",
      `This file is larger than ${type.mostMebibytes} MiB. Make it smaller and upload it again.`,
    );
  }
  if (type !== fileTypes.pdf) return { mediaType: type.mediaType, pages: null, stampable: false };
  const { checkPdf } = await import("./check-pdf.server.ts");
  return { mediaType: type.mediaType, ...(await checkPdf(file.bytes)) };
}

function typeOf(bytes: Uint8Array, extension: string): FileType {
  const type = Object.values<FileType>(fileTypes).find((one) => one.extension === extension);
  if (!type) throw new Invalid("documents.unknown-type", "Candor keeps PDF, XLSX, DOCX, CSV and TXT files.");
  const found = kindOf(bytes);
  if (found !== (extension === "csv" || extension === "txt" ? "text" : extension)) {
    throw new Invalid(
      "documents.type-differs",
      `This file is called .${extension} but ${foundWords[found]}. Save it anew in the right format.`,
    );
  }
  return type;
}

type Kind = "pdf" | "xlsx" | "docx" | "text" | "unknown";

const foundWords: Record<Kind, string> = {
  pdf: "holds a PDF",
  xlsx: "holds a spreadsheet",
  docx: "holds a Word document",
  text: "holds text",
  unknown: "its content is not in that format",
};

const startsWith = (bytes: Uint8Array, signature: string) =>
  Buffer.from(bytes.subarray(0, signature.length)).toString("latin1") === signature;

function kindOf(bytes: Uint8Array): Kind {
  if (startsWith(bytes, "%PDF-")) return "pdf";
  if (startsWith(bytes, "PK\x03\x04")) return officeKindOf(bytes) ?? "unknown";
  return isText(bytes) ? "text" : "unknown";
}

/** Text has no controls but tab, line ends and form feed; UTF-16 says so at its start. */
function isText(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, "\xff\xfe") ? "utf-16le" : startsWith(bytes, "\xfe\xff") ? "utf-16be" : null;
  const units = utf16 ? codeUnits(bytes, utf16) : bytes;
  return units !== null && units.every((unit) => unit >= 32 || (unit >= 9 && unit <= 13 && unit !== 11));
}

function codeUnits(bytes: Uint8Array, order: "utf-16le" | "utf-16be"): Uint16Array | null {
  if (bytes.length % 2 !== 0) return null;
  const [high, low] = order === "utf-16le" ? [1, 0] : [0, 1];
  return Uint16Array.from({ length: bytes.length / 2 }, (_, at) => bytes[2 * at + high]! * 256 + bytes[2 * at + low]!);
}

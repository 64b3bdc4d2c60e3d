import { type PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { Invalid } from "#app/domain/errors.ts";
import { oneAtATime } from "./one-at-a-time.server.ts";
import { dictionariesOf, openPdf } from "./pdf-file.server.ts";
import { stampPdfNow } from "./stamp-pdf.server.ts";

const mostPages = 1_000;

/**
 * Opens a PDF, refuses what acts by itself or carries other files, and tries whether it can be stamped. Throws Invalid
 * with what to do instead.
 */
export function checkPdf(bytes: Uint8Array): Promise<{ pages: number; stampable: boolean }> {
  return oneAtATime(async () => {
    ensureWholeFile(bytes);
    const doc = await openPdf(bytes).catch((error: unknown) => {
      throw whyNotOpened(error);
    });
    const pages = countPages(doc);
    if (pages > mostPages) {
      throw new Invalid(
        "documents.too-many-pages",
        "This PDF has more than 1,000 pages. Split it and upload the parts.",
      );
    }
    ensureInert(doc);
    return { pages, stampable: await canBeStamped(bytes) };
  });
}

const damaged = () =>
  new Invalid("documents.pdf-damaged", "This PDF is damaged and cannot be opened. Save it anew and upload it again.");

/** The library opens the beginning of a file that was cut off, and files with another file behind them. */
function ensureWholeFile(bytes: Uint8Array): void {
  const end = Buffer.from(bytes.subarray(-2048)).toString("latin1");
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(end)) throw damaged();
}

function whyNotOpened(error: unknown): Invalid {
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  if (!/password/i.test(text)) return damaged();
  return new Invalid(
    "documents.pdf-protected",
    "This PDF is protected with a password. Save it without one and upload it again (up to 50 MiB).",
  );
}

function countPages(doc: PDFDocument): number {
  try {
    const pages = doc.getPageCount();
    if (pages > 0) return pages;
  } catch {
    throw damaged();
  }
  throw damaged();
}

const acting: Record<string, string> = {
  JavaScript: "runs a script",
  Launch: "starts another program",
  GoToE: "opens a file inside it",
  EmbeddedFile: "has files attached",
  RichMedia: "plays media",
  XFA: "holds an XFA form",
};

function ensureInert(doc: PDFDocument): void {
  for (const dict of dictionariesOf(doc.context)) {
    const found = whatActs(dict);
    if (!found) continue;
    throw new Invalid(
      "documents.pdf-acts",
      `This PDF ${acting[found]}. Save it without that, for example by printing it to PDF, and upload it again.`,
    );
  }
}

const nameIn = (dict: PDFDict, key: string): string | null => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
};

function whatActs(dict: PDFDict): string | null {
  if (dict.has(PDFName.of("JS"))) return "JavaScript";
  if (dict.has(PDFName.of("EF"))) return "EmbeddedFile";
  if (dict.has(PDFName.of("XFA"))) return "XFA";
  if (nameIn(dict, "Type") === "EmbeddedFile") return "EmbeddedFile";
  if (nameIn(dict, "Subtype") === "RichMedia") return "RichMedia";
  const action = nameIn(dict, "S");
  return action === "JavaScript" || action === "Launch" || action === "GoToE" ? action : null;
}

/** The name is in three scripts and long, as a copy's may be. */
async function canBeStamped(bytes: Uint8Array): Promise<boolean> {
  const trial = {
    name: "Željka Αλεξάνδρου-Кузнецова",
    email: "a.long.address@department.company.example",
    company: "Company of the Trial GmbH & Co. KG",
    at: new Date(0),
    copyId: "TRIAL",
    receipts: "trust.company.example/copies",
  };
  const key = { id: "trial", secret: new Uint8Array(32) };
  return stampPdfNow(bytes, { stamp: trial, key }).then(
    () => true,
    () => false,
  );
}

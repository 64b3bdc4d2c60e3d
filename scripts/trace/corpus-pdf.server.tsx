import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { printFont } from "#app/platform/pdf.server.ts";
import { pagesOfText, paragraph, randomFrom } from "./made-up-pages.ts";

export type Source = { producer: string; bytes: Uint8Array };

const a4: [number, number] = [595, 842];
const paragraphs = 26;

/** The same kind of report from every producer that is installed here; four pages or more each. */
export async function makeCorpus(): Promise<{ sources: Source[]; absent: string[] }> {
  const plain = await pagesOfText(1, { pages: 4, size: a4, letter: 11 });
  const printed = await byReactPdf();
  const made: [string, () => Uint8Array | null][] = [
    ["pdf-lib", () => plain],
    ["@react-pdf", () => printed],
    ["LibreOffice", byLibreOffice],
    [
      "Ghostscript",
      () => byTool("gs", printed, (i, o) => ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", o, i]),
    ],
    [
      "qpdf, object streams",
      () => byTool("qpdf", printed, (i, o) => ["--object-streams=generate", "--linearize", i, o]),
    ],
    ["qpdf, split and locked", () => byTool("qpdf", plain, locked)],
  ];
  const all = made.map(([producer, make]) => ({ producer, bytes: make() }));
  return {
    sources: all.filter((source): source is Source => source.bytes !== null),
    absent: all.filter(({ bytes }) => bytes === null).map(({ producer }) => producer),
  };
}

const locked = (input: string, output: string) => [
  ...["--qdf", "--object-streams=disable"],
  ...["--encrypt", "", "owner", "256", "--modify=none", "--"],
  ...[input, output],
];

function byReactPdf(): Promise<Buffer> {
  const random = randomFrom(2);
  const page = { padding: 54, fontFamily: printFont, fontSize: 10, lineHeight: 1.4 };
  return renderToBuffer(
    <Document>
      <Page size="A4" style={page}>
        {Array.from({ length: paragraphs }, (_, at) => (
          <Text key={at} style={{ marginBottom: 8 }}>
            {paragraph(random, 60)}
          </Text>
        ))}
      </Page>
    </Document>,
  );
}

/** Justified text with tables, as an office program sets it. */
function byLibreOffice(): Uint8Array | null {
  const random = randomFrom(3);
  const rows = Array.from(
    { length: 12 },
    () => `<tr><td>${paragraph(random, 3)}</td><td>${paragraph(random, 9)}</td></tr>`,
  );
  const text = Array.from({ length: paragraphs }, () => `<p align="justify">${paragraph(random, 70)}</p>`);
  const html = `<html><body>${text.join("")}<table border="1">${rows.join("")}</table></body></html>`;
  return inFolder((folder) => {
    writeFileSync(join(folder, "report.html"), html);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = "pdf:writer_web_pdf_Export";
    run("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "report.html")]);
    return readFileSync(join(folder, "report.pdf"));
  });
}

/** The file after a tool was at it; null where the tool is not installed. */
export function byTool(tool: string, bytes: Uint8Array, argumentsFor: (input: string, output: string) => string[]) {
  return inFolder((folder) => {
    const [input, output] = [join(folder, "in.pdf"), join(folder, "out.pdf")];
    writeFileSync(input, bytes);
    run(tool, argumentsFor(input, output));
    return readFileSync(output);
  });
}

/** Null where a program is not installed; what else goes wrong is an error. */
export function inFolder<Result>(work: (folder: string) => Result): Result | null {
  const folder = mkdtempSync(join(tmpdir(), "candor-trace-"));
  try {
    return work(folder);
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === "ENOENT" &&
      (error as { syscall?: string }).syscall?.startsWith("spawn")
    )
      return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some tools end with 3 where they only had something to say. */
export function run(tool: string, given: string[]): void {
  try {
    execFileSync(tool, given, { stdio: "pipe", timeout: 180_000 });
  } catch (error) {
    if ((error as { status?: number }).status !== 3) throw error;
  }
}

import type { Paragraph, WordDocument } from "#app/domain/questionnaires/formats/docx-model.ts";
import { openDocument } from "#app/domain/questionnaires/formats/docx-parts.server.ts";
import { readDocument } from "#app/domain/questionnaires/formats/docx-reader.server.ts";
import { archiveDifference } from "#app/domain/questionnaires/formats/fidelity/archive-difference.server.ts";
import {
  type AnswerPlaces,
  type ChangedPlace,
  type Fidelity,
  judged,
  placeName,
} from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";

const sheet = "Document";

/**
 * How a filled document differs from the original: places with other contents, and everything that should not differ.
 * Outside the paragraphs with places for answers the XML is the same but for what says that a control is empty.
 */
export async function documentDifference(original: Buffer, copy: Buffer, allowed: AnswerPlaces): Promise<Fidelity> {
  const { parts, differing, problems } = await archiveDifference(original, copy);
  const opened = [await openDocument(original), await openDocument(copy)] as const;
  const [was, is] = [await readDocument(opened[0]), await readDocument(opened[1])];
  for (const { name } of differing) {
    if (name !== opened[0].part.name) problems.push(`The part ${name} changed.`);
  }
  const [before, after] = [new Places(was, allowed), new Places(is, allowed)];
  if (before.around() !== after.around()) problems.push("Something other than places for answers changed in its text.");
  const changes = changesBetween(before.contents, after.contents);
  const found = judged(changes, allowed);
  return { parts, written: found.written, problems: [...problems, ...found.problems] };
}

class Places {
  /** What each place holds. */
  readonly contents = new Map<string, string>();
  private readonly taking: Paragraph[] = [];

  constructor(
    private readonly document: WordDocument,
    private readonly allowed: AnswerPlaces,
  ) {
    for (const block of document.blocks) {
      if (block.kind === "paragraph") this.add(block.address, [block]);
      else for (const { cells } of block.rows) for (const cell of cells) this.add(cell.address, cell.paragraphs);
    }
  }

  /** The XML without the runs of paragraphs that take answers; of those, what they are besides. */
  around(): string {
    const { xml } = this.document;
    const pieces: string[] = [];
    let copied = 0;
    for (const paragraph of this.taking.sort((a, b) => a.open.start - b.open.start)) {
      pieces.push(xml.slice(copied, paragraph.open.start), this.besides(paragraph));
      copied = paragraph.close.end;
    }
    return [...pieces, xml.slice(copied)]
      .join("")
      .replaceAll(/<(?:\w+:)?(?:showingPlcHdr|dataBinding)\b[^<>]*\/>/g, "")
      .replaceAll(/(<(?:\w+:)?checked) [^<>]*\/>/g, "$1/>");
  }

  private besides({ open, plain }: Paragraph): string {
    const { xml } = this.document;
    const properties = /^\s*<(?:\w+:)?pPr\b[^]*?<\/(?:\w+:)?pPr>/.exec(xml.slice(open.end, open.end + 20_000))?.[0];
    return `${xml.slice(open.start, open.end).replace(/\s*\/?>$/, ">")}${properties?.trim() ?? ""}${plain}`;
  }

  private add(address: string, paragraphs: readonly Paragraph[]): void {
    const takes = (place: string) => this.allowed.has(placeName(sheet, place));
    const inside = paragraphs.flatMap(({ boxes, blanks }) => [...boxes, ...blanks]);
    const own = takes(address);
    for (const box of paragraphs.flatMap(({ boxes }) => boxes)) {
      this.contents.set(box.address, box.checked ? "\u2612" : "\u2610");
    }
    const blanks = own ? [] : paragraphs.flatMap((paragraph) => paragraph.blanks);
    for (const { address: at, value } of blanks) this.contents.set(at, value ?? "");
    if (own || inside.some((one) => takes(one.address))) this.taking.push(...paragraphs);
    const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
    const held = own ? inside.map((one) => ("value" in one ? (one.value ?? "") : "")).join("") : "";
    this.contents.set(address, own ? `${text.trim()}${held}` : text.replaceAll("\u2612", "\u2610"));
  }
}

function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedPlace[] {
  const cells = new Set([...before.keys(), ...after.keys()]);
  return [...cells]
    .map((cell) => ({ sheet, cell, before: before.get(cell) ?? "", after: after.get(cell) ?? "" }))
    .filter((change) => change.before !== change.after);
}

import { drawnBoxesIn, sourceOffsets, spanWithin } from "#app/domain/questionnaires/formats/docx-boxes.ts";
import type {
  Blank,
  Box,
  Edit,
  Paragraph,
  Run,
  Span,
  TextPiece,
} from "#app/domain/questionnaires/formats/docx-model.ts";

/** Whose text a piece is: a field's or a control's. It counts as the paragraph's own where there is no other. */
export type Owner = { counts: boolean; text: string };

type Piece = { text: string; source: Span; run: number; owner: Owner | null; box: Omit<Box, "at"> | null };

export type ParagraphFrame = Pick<
  Paragraph,
  "address" | "open" | "heading" | "contents" | "label" | "listed" | "properties"
>;

/** Collects what a paragraph holds while its XML is read. */
export class ParagraphBuilder {
  readonly runs: Run[] = [];
  private readonly pieces: Piece[] = [];
  private readonly blanks: Blank[] = [];
  plain = true;

  addRun(run: Run): void {
    this.runs.push(run);
  }

  /** `raw` is the XML of the text, `named` gives each drawn box its address. */
  addText(given: { text: string; source: Span; owner: Owner | null }, raw: string, named: () => string): void {
    const piece = { ...given, run: this.runs.length };
    const boxes = piece.owner ? [] : drawnBoxesIn(piece.text);
    const offsets = boxes.length > 0 ? sourceOffsets(raw, piece.text.length) : null;
    if (!offsets) return void this.pieces.push({ ...piece, box: null });
    let from = 0;
    const add = (to: number, box: Piece["box"], text?: string) => {
      if (to > from) {
        const source = spanWithin(piece.source, offsets, [from, to]);
        this.pieces.push({ ...piece, source, text: text ?? piece.text.slice(from, to), box });
      }
      from = to;
    };
    for (const { index, length, checked, on, off } of boxes) {
      add(index, null);
      const span = spanWithin(piece.source, offsets, [index, index + length]);
      const box = { address: named(), checked, check: [{ ...span, text: on }], clear: [{ ...span, text: off }] };
      add(index + length, box, signOf(checked));
    }
    add(piece.text.length, null);
  }

  /** A tab, a break, a dash: something that is one character of the text. */
  addSign(text: string, source: Span, owner: Owner | null): void {
    this.pieces.push({ text, source, run: this.runs.length, owner, box: null });
  }

  addBox(box: Omit<Box, "at">, source: Span, owner: Owner | null): void {
    this.pieces.push({ text: signOf(box.checked), source, run: this.runs.length, owner, box });
  }

  addBlank(blank: Blank): void {
    this.blanks.push(blank);
  }

  finished(frame: ParagraphFrame, close: Span): Paragraph {
    const outside = this.pieces.some(({ owner, text }) => owner === null && text.trim() !== "");
    const boxes: Box[] = [];
    const pieces: TextPiece[] = [];
    let text = "";
    for (const piece of this.pieces) {
      if (piece.owner && (outside || !piece.owner.counts)) continue;
      const at = text.length;
      if (piece.box) boxes.push({ ...piece.box, at });
      pieces.push({ at, text: piece.text, source: piece.source, run: piece.run });
      text += piece.text;
    }
    const { runs, blanks, plain } = this;
    return { kind: "paragraph", ...frame, close, text, runs, pieces, boxes, blanks, plain };
  }
}

/** The edits that leave of a paragraph's text only what stands before `at`. */
export function cutAfter(xml: string, { pieces }: Paragraph, at: number): Edit[] | null {
  const edits: Edit[] = [];
  for (const { at: begins, text, source } of pieces) {
    if (begins + text.length <= at) continue;
    if (begins >= at) {
      edits.push({ ...source, text: "" });
      continue;
    }
    const offsets = sourceOffsets(xml.slice(source.start, source.end), text.length);
    if (!offsets) return null;
    edits.push({ ...spanWithin(source, offsets, [at - begins, text.length]), text: "" });
  }
  return edits;
}

const signOf = (checked: boolean) => (checked ? "\u2612" : "\u2610");

import type { Candidate } from "#app/domain/questionnaires/formats/docx-candidate.ts";
import { asksForAll } from "#app/domain/questionnaires/formats/docx-wording.ts";
import type { PdfDocument } from "#app/domain/questionnaires/formats/pdf-blocks.ts";
import type { Judged, PdfFinding } from "#app/domain/questionnaires/formats/pdf-candidates.ts";
import { labelBehind, labelOf } from "#app/domain/questionnaires/formats/pdf-labels.ts";
import type { PdfFile, PdfPage, Piece, Widget } from "#app/domain/questionnaires/formats/pdf-page.ts";
import type { FoundQuestion, Mark } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** The place that a form field is for an answer. */
export const fieldCell = (field: string): string => `field:${field}`;

/** A PDF is one sheet, as a Word document is. */
export const pdfSheet = "Document";

/**
 * The questions of a form: those of its text that have a field, then every other field with the words beside it, all
 * in the order in which their fields stand. Each field is the place for one question.
 */
export function questionsOfForm(file: PdfFile, document: PdfDocument, judged: readonly Judged[]): PdfFinding[] {
  return new FormReading(file, document).findings(judged);
}

type Placed = { order: number; finding: PdfFinding };

class FormReading {
  private readonly order = new Map<string, number>();
  private readonly used = new Set<string>();
  private readonly pageOf = new Map<Piece, PdfPage>();

  constructor(
    file: PdfFile,
    private readonly document: PdfDocument,
  ) {
    [...document.pieces.values()].forEach(({ widget }, i) => {
      if (widget && !this.order.has(widget.field)) this.order.set(widget.field, i);
    });
    for (const page of file.pages) for (const piece of page.pieces) if (piece.widget) this.pageOf.set(piece, page);
  }

  findings(judged: readonly Judged[]): PdfFinding[] {
    const asked = judged.flatMap(({ candidate, verdict }) => {
      if (verdict.is !== "question") return [];
      return this.fromText(candidate) ?? [];
    });
    return [...asked, ...this.fromFields()].sort((a, b) => a.order - b.order).map(({ finding }) => finding);
  }

  /** A question of the text, where it has a field that no question before it has. */
  private fromText({ id, text, section, place }: Candidate): Placed | null {
    const answer = this.pieceAt(place.answerCell);
    if (!answer?.widget || this.used.has(answer.widget.field)) return null;
    const marked = (place.marks ?? []).map(({ cell, label }) => ({ piece: this.pieceAt(cell), label }));
    if (marked.some(({ piece }) => !piece?.widget)) return null;
    const comment = this.pieceAt(place.commentCell)?.widget ?? null;
    const widgets = marked.length > 0 ? marked.map(({ piece }) => piece!.widget!) : [answer.widget];
    for (const { field } of comment ? [...widgets, comment] : widgets) this.used.add(field);
    const marks = marked.length > 0 ? marked.map(({ piece, label }) => markOf(piece!.widget!, label)) : null;
    const question = {
      ...questionFor(answer.widget, { id, text, section }),
      ...{ marks, options: place.options },
      answered: marks ? place.answered : answer.widget.value,
      ...(comment ? { commentCell: fieldCell(comment.field), commented: comment.value } : {}),
      ...(marks && asksForAll(text) ? { blocked: "Several of its boxes may be checked, so a person answers it." } : {}),
    };
    const locked = widgets.some(({ readOnly }) => readOnly);
    return this.placed(
      answer.widget,
      locked ? { ...question, blocked: "Its field is locked against changes." } : question,
    );
  }

  /** Fields that no question of the text has. */
  private fromFields(): Placed[] {
    const groups = new Map<string, Piece[]>();
    for (const piece of this.document.pieces.values()) {
      if (!piece.widget || this.used.has(piece.widget.field)) continue;
      const { field } = piece.widget;
      groups.set(field, [...(groups.get(field) ?? []), piece]);
    }
    return [...groups.values()].map((pieces) => {
      const [first] = pieces;
      const page = this.pageOf.get(first!);
      const widget = first!.widget!;
      const label = page ? labelOf(first!, page) : "";
      const text = widget.tooltip || label || fieldWords(widget.field);
      const question = questionFor(widget, { id: null, text, section: null });
      if (widget.kind !== "button") return this.placed(widget, question);
      const labels = pieces.map((piece) => labelBehind(piece, this.pageOf.get(piece)!) || piece.widget!.exportValue);
      const alone = pieces.length === 1;
      const marks = pieces.map((piece, i) => markOf(piece.widget!, alone ? "Yes" : labels[i]!));
      const answered = marks.filter((_, i) => pieces[i]!.widget!.checked).map((mark) => mark.label);
      return this.placed(widget, {
        ...question,
        text: alone ? widget.tooltip || labels[0]! : text,
        marks,
        options: marks.map((mark) => mark.label),
        answered: answered.join(", ") || null,
      });
    });
  }

  private pieceAt(address: string | null): Piece | null {
    if (address === null) return null;
    const own = this.document.pieces.get(address);
    return own ?? this.pieceIn(address);
  }

  /** The text field in a cell or paragraph that is the place for an answer as a whole. */
  private pieceIn(address: string): Piece | null {
    for (const block of this.document.blocks) {
      const paragraphs =
        block.kind === "paragraph"
          ? block.address === address
            ? [block]
            : []
          : block.rows.flatMap(({ cells }) =>
              cells.filter((cell) => cell.address === address && !cell.merged).flatMap((cell) => cell.paragraphs),
            );
      const blanks = paragraphs.flatMap((paragraph) => paragraph.blanks);
      const blank = blanks.find(({ options }) => options !== null) ?? blanks[0];
      if (blank) return this.document.pieces.get(blank.address) ?? null;
    }
    return null;
  }

  private placed({ field }: Widget, question: FoundQuestion): Placed {
    return { order: this.order.get(field) ?? 0, finding: { question, reason: null } };
  }
}

function questionFor(widget: Widget, asked: Pick<FoundQuestion, "id" | "text" | "section">): FoundQuestion {
  const cell = fieldCell(widget.field);
  const options = widget.options.map(({ shown }) => shown).filter((shown) => shown.trim() !== "");
  return {
    ...{ key: `${pdfSheet}!${cell}`, row: 0, ...asked, answerCell: cell, commentCell: null, marks: null },
    options: widget.kind === "choice" ? options : null,
    ...{ answered: widget.value, commented: null },
    blocked: blockedBy(widget),
    ...(widget.longest === null ? {} : { longest: widget.longest }),
  };
}

function blockedBy({ readOnly, several }: Widget): string | null {
  if (readOnly) return "Its field is locked against changes.";
  return several ? "Several values of its list may be chosen, so a person answers it." : null;
}

const markOf = ({ field, exportValue }: Widget, label: string): Mark => ({
  ...{ cell: fieldCell(field), label, mark: exportValue },
});

/** "applicant.companyName" → "applicant company name" */
function fieldWords(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[._[\]#-]+/g, " ")
    .trim()
    .toLowerCase();
}

import { classNames } from "#app/components/class-names.ts";
import type { Columns, SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { type ColumnUse as ColumnUseName, columnUses, useOf } from "#app/domain/questionnaires/layout-choice.ts";

const useWords: Record<ColumnUseName, string> = {
  "": "Ignore",
  id: "Id",
  question: "Question",
  answer: "Answer",
  comment: "Comment",
  section: "Section",
};

type RowKind = "header" | "heading" | "question" | "answered" | "ignored" | "other";

const kindWords: Record<RowKind, string> = {
  header: "Header",
  heading: "Heading",
  question: "Question",
  answered: "Answered",
  ignored: "To check",
  other: "Not asked",
};

/**
 * The rows of a sheet, with what each column is for and what each row was taken for. A click moves a row to the other
 * kind; it is sent with the rest of the form around. Columns are fixed where the file has none and these are ours.
 */
export function SheetMap({ sheet, columnsAreFixed }: { sheet: SheetInspection; columnsAreFixed: boolean }) {
  const letters = lettersOf(sheet);
  const questions = new Map(sheet.questions.map((question) => [question.row, question]));
  const ignored = new Map(sheet.ignored.map(({ row, reason }) => [row, reason]));
  const headers = new Set(sheet.headerRows);
  const headings = new Set(sheet.headingRows);
  const kindOf = (row: number): RowKind => {
    if (headers.has(row)) return "header";
    if (questions.has(row)) return questions.get(row)!.answered === null ? "question" : "answered";
    return headings.has(row) ? "heading" : ignored.has(row) ? "ignored" : "other";
  };
  return (
    <div
      className="max-h-[70vh] overflow-auto border border-line"
      role="region"
      aria-label={`Rows of ${sheet.name}`}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-13">
        <caption className="sr-only">The rows of {sheet.name}, and what they were taken for</caption>
        <thead>
          <tr className="bg-panel">
            <th scope="col" className="px-2 py-1 text-left">
              Row
            </th>
            <th scope="col" className="px-2 py-1 text-left">
              Taken for
            </th>
            {letters.map((letter) => (
              <th
                scope="col"
                key={letter}
                className={classNames(
                  "px-2 py-1 text-left align-top",
                  letter === sheet.columns.question ? "min-w-64" : "min-w-28",
                )}
              >
                <ColumnUse letter={letter} use={useOf(sheet.columns, letter)} fixed={columnsAreFixed} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.preview.map((cells, at) => (
            <PreviewRow
              key={at}
              {...{ cells, letters }}
              row={at + 1}
              kind={kindOf(at + 1)}
              sheet={sheet}
              why={ignored.get(at + 1)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnUse({ letter, use, fixed }: { letter: string; use: ColumnUseName; fixed: boolean }) {
  const name = `column.${letter}`;
  if (fixed) {
    return (
      <>
        {use === "" ? "" : useWords[use]}
        <input type="hidden" name={name} value={use} />
      </>
    );
  }
  return (
    <label className="grid gap-1">
      <span className="id">{letter}</span>
      <select name={name} defaultValue={use} aria-label={`Column ${letter}`}>
        {columnUses.map((one) => (
          <option key={one} value={one}>
            {useWords[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

type PreviewRowProps = {
  row: number;
  kind: RowKind;
  why?: string;
  cells: string[];
  letters: string[];
  sheet: SheetInspection;
};

const rowTones: Record<RowKind, string> = {
  header: "bg-panel2",
  heading: "bg-panel font-medium",
  question: "",
  answered: "text-ink2",
  ignored: "bg-ageing-bg",
  other: "text-ink2",
};

function PreviewRow({ row, kind, why, cells, letters, sheet }: PreviewRowProps) {
  return (
    <tr className={classNames("border-t border-line align-top", rowTones[kind])}>
      <th scope="row" className="px-2 py-1 text-left font-normal">
        {row}
      </th>
      <td className="px-2 py-1">
        <span className="whitespace-nowrap">
          {kind === "question" ? <b className="text-accent">{kindWords[kind]}</b> : kindWords[kind]}
        </span>
        {why && <span className="block min-w-40 text-ink2">{why}</span>}
        <RowButton {...{ row, kind }} asks={asksSomething({ cells, letters, sheet })} />
      </td>
      {letters.map((letter, at) => (
        <td
          key={letter}
          className={classNames(
            "max-w-80 px-2 py-1",
            kind === "question" && isAnswered(sheet.columns, letter) && "bg-accent-bg",
          )}
        >
          {cells[at] ?? ""}
        </td>
      ))}
    </tr>
  );
}

function RowButton({ row, kind, asks }: { row: number; kind: RowKind; asks: boolean }) {
  if (kind === "header" || !asks) return null;
  const out = kind === "question" || kind === "answered";
  return (
    <button
      className="block text-left whitespace-nowrap text-accent underline"
      name="row"
      value={`${row} ${out ? "ignored" : "question"}`}
      aria-label={out ? `Leave row ${row} out` : `Row ${row} is a question`}
    >
      {out ? "Leave out" : "Ask it"}
    </button>
  );
}

const asksSomething = ({ cells, letters, sheet }: Pick<PreviewRowProps, "cells" | "letters" | "sheet">) =>
  (cells[letters.indexOf(sheet.columns.question ?? "")] ?? "").trim() !== "";

const isAnswered = ({ answer, comment }: Columns, letter: string) =>
  answer.includes(letter) || comment.includes(letter);

function lettersOf({ preview, columns }: SheetInspection): string[] {
  const width = Math.max(1, ...preview.map((cells) => cells.length));
  const shown = Array.from({ length: width }, (_, at) => letterOf(at));
  const named = [columns.id, columns.question, columns.section, ...columns.answer, ...columns.comment];
  const beyond = named.filter((letter): letter is string => letter !== null && !shown.includes(letter));
  return [...shown, ...beyond];
}

/** "A" for 0; the preview has at most 30 columns. */
const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;

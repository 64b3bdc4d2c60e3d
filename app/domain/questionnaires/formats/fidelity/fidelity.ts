/** A cell or other place of the file that holds something else than before. */
export type ChangedPlace = { sheet: string; cell: string; before: string; after: string };

/**
 * What differs between a customer's file and the copy that goes back. `parts` counts the parts of an archive (a file
 * that is no archive is one part) and `unchangedSha256` is one digest over the names and contents of the unchanged
 * ones. `written` are changes in cells that take an answer; `problems` are sentences on everything else.
 */
export type Fidelity = {
  parts: { all: number; unchanged: number; changed: string[]; unchangedSha256: string };
  written: ChangedPlace[];
  problems: string[];
};

/** The cells that may differ, as `sheet!cell`. */
export type AnswerPlaces = ReadonlySet<string>;

export const placeName = (sheet: string, cell: string): string => `${sheet}!${cell}`;

const shownAtMost = 50;

/** Sorts changes into what was to be expected and problems. */
export function judged(changes: ChangedPlace[], allowed: AnswerPlaces): Pick<Fidelity, "written" | "problems"> {
  const written = changes.filter(({ sheet, cell }) => allowed.has(placeName(sheet, cell)));
  const stray = changes.filter(({ sheet, cell }) => !allowed.has(placeName(sheet, cell)));
  const problems = stray
    .slice(0, shownAtMost)
    .map(({ sheet, cell }) => `${cell} on "${sheet}" changed, and is no cell for an answer.`);
  if (stray.length > shownAtMost) problems.push(`${stray.length - shownAtMost} more such cells changed.`);
  return { written, problems };
}

/** "54 of 55 parts of the file are unchanged; 214 cells were written; nothing else changed." */
export function fidelitySentence({ parts, written, problems }: Fidelity): string {
  const same = `${parts.unchanged} of ${parts.all} parts of the file are unchanged`;
  const cells = `${written.length} ${written.length === 1 ? "cell was" : "cells were"} written`;
  const rest = problems.length === 0 ? "nothing else changed" : "something else changed";
  return `${[...(parts.all > 1 ? [same] : []), cells, rest].join("; ")}.`;
}

/** A copy that left: to whom, when, and of what. */
export type IssuedCopy = {
  copyId: string;
  issuedAt: Date;
  /** Null for copies from before there were marks. */
  sha256: string | null;
  personId: string;
  name: string;
  email: string;
  company: string | null;
  documentId: string;
  title: string;
  version: number;
};

/** How a mark was read: seen on the pages, or said by the file's bytes. */
export type Shows = { copyId: string; mark: "lines" | "dots"; agreement: number; chance: number };
export type Says = { copyId: string; by: "copy-id" | "secret-tag" };

/** What was found out about a file. Without `exact` and `shows` nobody is named, whatever it says. */
export type TraceReport = {
  format: "candor-trace-1";
  /** Null when the file could not be opened; its SHA-256 was looked up all the same. */
  pages: number | null;
  exact: string[];
  shows: Shows[];
  says: Says[];
  /** Copies times marks that the file was held against. */
  comparisons: number;
  /** The least agreement that names a copy. */
  threshold: number;
  originals: { title: string; version: number; pagesSeen: number; pagesMatched: number }[];
  /** Further originals that were not compared any more. */
  notCompared: number;
  /** Copies whose key cannot be opened any more. */
  closedKeys: number;
};

/** The copies that the file itself proves or shows to be a part of it. */
export const namedIn = (report: TraceReport): string[] => [
  ...new Set([...report.exact, ...report.shows.map(({ copyId }) => copyId)]),
];

/** Everyone whom the report speaks of, also by hearsay. */
export const mentionedIn = (report: TraceReport): string[] => [
  ...new Set([...namedIn(report), ...report.says.map(({ copyId }) => copyId)]),
];

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "below 1 in 10⁸⁸": chances too small for words. */
export function chanceInWords(chance: number): string {
  const power = Math.min(300, Math.floor(-Math.log10(Math.max(chance, Number.MIN_VALUE))));
  return `below 1 in 10${[...String(power)].map((digit) => raised[Number(digit)]).join("")}`;
}

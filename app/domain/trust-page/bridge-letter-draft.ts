import { z } from "zod";
import type { Report } from "./reports.server.ts";
import { categoryNames } from "./criteria.ts";
import { addDays, type CalendarDay, daysFrom, daysInRange, sayCount, sayDay, sayRange } from "./days.ts";
import { requiredDay, requiredWords, words } from "./form-fields.ts";
import { usualLetterDays } from "./reports.ts";
import { explainOpinion, kindNames, opinionNames } from "./terms.ts";

export const mostLetterDays = 366;
const longestChanges = 4000;

export const letterDraftForm = z
  .strictObject({
    coversFrom: requiredDay,
    coversUntil: requiredDay,
    signer: requiredWords(120, "Enter who signs for management"),
    signerTitle: requiredWords(120, "Enter what the signer is in the company, for example Chief Executive Officer"),
    changes: words(longestChanges),
  })
  .superRefine(({ coversFrom, coversUntil }, context) => {
    const say = (message: string) => context.addIssue({ code: "custom", path: ["coversUntil"], message });
    if (coversUntil < coversFrom) say("Enter the first day or a later one");
    else if (daysInRange(coversFrom, coversUntil) > mostLetterDays) say("A letter covers at most a year");
  });

export type LetterDraft = z.output<typeof letterDraftForm>;

/** What is possible, but what readers of the letter will ask about. */
export function warningsAboutDraft(draft: LetterDraft, periodEnd: CalendarDay, today: CalendarDay): string[] {
  const { coversFrom, coversUntil } = draft;
  const days = daysInRange(coversFrom, coversUntil);
  const open = daysFrom(addDays(periodEnd, 1), coversFrom);
  return [
    ...(days > usualLetterDays ? [`It covers ${days} days. Readers expect at most 3 months.`] : []),
    ...(open > 0 ? [`${sayCount(open, "day")} between the period and the letter stay uncovered.`] : []),
    ...(coversUntil > today
      ? [`It speaks of days up to ${sayDay(coversUntil)}, which are still to come. Sign it after that day.`]
      : []),
  ];
}

export type LetterFacts = {
  company: { name: string; legalName: string; address: string };
  report: LetterReport;
  draft: LetterDraft;
};

type LetterReport = Pick<
  Report,
  "kind" | "auditor" | "issuedOn" | "opinion" | "categories" | "systemName" | "cuecs"
> & {
  periodStart: CalendarDay;
  periodEnd: CalendarDay;
  exceptions: unknown[];
  subservice: { name: string; method: string }[];
};

export type Letter = {
  from: string;
  address: string[];
  subject: string;
  facts: [term: string, said: string][];
  statement: string[];
  caveats: string[];
};

/** The letter in the usual form, from the record and from what was typed; nothing is said that the record does not hold. */
export function letterOf({ company, report, draft }: LetterFacts): Letter {
  const from = company.legalName || company.name;
  const kind = kindNames[report.kind];
  const covered = sayRange(draft.coversFrom, draft.coversUntil, " to ");
  return {
    from,
    address: company.address.split(/\r?\n/).filter((line) => line.trim() !== ""),
    subject: `Bridge letter to the ${kind} report of ${sayRange(report.periodStart, report.periodEnd, " to ")}`,
    facts: [
      ["Report", `${kind}${report.systemName && `, ${report.systemName}`}`],
      ["Auditor", report.auditor],
      ["Period", sayRange(report.periodStart, report.periodEnd)],
      ["Issued", report.issuedOn ? sayDay(report.issuedOn) : ""],
      ["Categories", report.categories.map((category) => categoryNames[category]).join(", ")],
      ["Opinion", opinionOf(report)],
      ["This letter covers", `${covered}, ${sayCount(daysInRange(draft.coversFrom, draft.coversUntil), "day")}`],
    ],
    statement: statementOf({ from, covered, changes: draft.changes }),
    caveats: caveatsOf(report),
  };
}

function opinionOf({ opinion, kind, exceptions }: LetterReport): string {
  if (!opinion) return "";
  const noted = exceptions.length > 0 ? ` It notes ${sayCount(exceptions.length, "exception")}.` : "";
  return `${opinionNames[opinion]}. ${explainOpinion(opinion, kind)}${noted}`;
}

function statementOf({ from, covered, changes }: { from: string; covered: string; changes: string }): string[] {
  const opening = `The report named above ends before the days that this letter is about: ${covered}. For those days the management of ${from} states what follows, to the best of its knowledge and belief.`;
  if (changes === "") {
    return [
      opening,
      "There were no material changes to the system, or to the controls that the report describes, and management knows of nothing in those days that would make the report’s description of them untrue.",
    ];
  }
  return [
    opening,
    "The following material changes were made to the system, or to the controls that the report describes:",
    ...changes.split(/\r?\n/).filter((line) => line.trim() !== ""),
    "Management knows of no other material change in those days.",
  ];
}

function caveatsOf({ auditor, subservice, cuecs }: LetterReport): string[] {
  const carvedOut = subservice.filter(({ method }) => method === "carve-out").map(({ name }) => name);
  return [
    `This letter is management’s own statement. ${auditor || "The auditor"} has not audited, examined or reviewed the days that it covers, and it does not take the place of the report.`,
    ...(carvedOut.length > 0
      ? [
          `It does not speak for the subservice organizations that the report leaves out: ${ended(carvedOut.join(", "))}`,
        ]
      : []),
    ...(cuecs.length > 0 ? ["The complementary user entity controls of the report go on applying."] : []),
    "It is meant for those who may read the report, and ends with the last day that it covers.",
  ];
}

const ended = (sentence: string) => (sentence.endsWith(".") ? sentence : `${sentence}.`);

/** Scripts that the letter's font holds. */
const printable = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Characters that would stand in the letter as empty boxes. */
export function unprintableIn(letter: Letter, draft: LetterDraft): string {
  const all = JSON.stringify([letter, draft]).normalize("NFC");
  return [...new Set([...all].filter((character) => !printable.test(character)))].slice(0, 10).join(" ");
}

import type { Opinion } from "#db/schema/trust-page.ts";
import { daysFrom, daysInRange, monthsFrom, sayCount, sayDay, sayMonth, sayRange, type CalendarDay } from "./days.ts";
import type { IssuedReport, IssuedStatus, ReportDates, Soc2Status, UnissuedStatus } from "./soc2-status.ts";
import { isIssued } from "./soc2-status.ts";
import { kindNames } from "./terms.ts";

/** The same names as the design system's glyphs. */
export type StatusTone =
  | "current"
  | "bridged"
  | "ageing"
  | "qualified"
  | "lapsed"
  | "prep"
  | "observation"
  | "pending"
  | "none"
  | "disclaimer";

/** `title` for the head of the page, `word` with its glyph, `sentence` for the reason, with dates. */
export type StatusWords = { title: string; word: string; sentence: string; tone: StatusTone };

const gravity: StatusTone[] = ["current", "bridged", "ageing", "qualified", "disclaimer", "lapsed"];

export const opinionTones = {
  unqualified: "current",
  qualified: "qualified",
  adverse: "lapsed",
  disclaimer: "disclaimer",
} as const satisfies Record<Opinion, StatusTone>;

const statusTones = {
  current: "current",
  "current-bridged": "bridged",
  ageing: "ageing",
  lapsed: "lapsed",
  "in-preparation": "prep",
  "in-observation": "observation",
  "report-pending": "pending",
  none: "none",
} as const satisfies Record<Soc2Status["is"], StatusTone>;

const graver = (one: StatusTone, other: StatusTone) => (gravity.indexOf(one) >= gravity.indexOf(other) ? one : other);

/** The glyph and colour: the graver of the dates' and the opinion's. */
export function toneOf(status: Soc2Status | UnissuedStatus | IssuedStatus): StatusTone {
  if (status.is === "none" || !isIssued(status)) return statusTones[status.is];
  return graver(opinionTones[status.report.opinion], statusTones[status.is]);
}

/** `hasControls`: whether the company publishes controls, so that a status without a report can point to them. */
export type Telling = { company: string; today: CalendarDay; hasControls: boolean };

export function describeStatus(status: Soc2Status, telling: Telling): StatusWords {
  const tone = toneOf(status);
  const { company, today, hasControls } = telling;
  if (status.is === "none") {
    const sentence = hasControls
      ? "Here is what we do today, in our own words."
      : "We have not published controls yet.";
    return { title: `${company} has no SOC 2 report`, word: "None", sentence, tone };
  }
  if (!isIssued(status)) {
    const { sentence, ...words } = describeUnissued(status, telling);
    const ownStatement = hasControls && status.is !== "report-pending" ? ` ${withoutReport}` : "";
    return { ...words, sentence: `${sentence}${ownStatement}`.trim(), tone };
  }
  const { opinion } = status.report;
  return {
    title: titleOf(company, status, today),
    word: wordFor(status),
    sentence: `${opinion === "unqualified" ? "" : opinionSentence(status.report)}${datesSentence(status, today)}`,
    tone,
  };
}

const withoutReport = "Until a report is issued, the controls below are our own statement.";

const withOpinion: Record<Opinion, string> = {
  unqualified: "",
  qualified: " with a qualified opinion",
  adverse: " with an adverse opinion",
  disclaimer: " with a disclaimer of opinion",
};

function titleOf(company: string, status: IssuedStatus, today: CalendarDay): string {
  const { kind, opinion } = status.report;
  const named = `${kindNames[kind]} report${withOpinion[opinion]}`;
  const bridged = status.is === "current-bridged" && saysCurrent(opinion) ? `, bridged to ${sayDay(status.until)}` : "";
  if (status.is === "current" || status.is === "current-bridged") {
    return `${company} has a ${opinion === "unqualified" ? "current " : ""}${named}${bridged}`;
  }
  if (status.is === "lapsed") return `${company}’s ${named} has lapsed`;
  if (opinion !== "unqualified")
    return `${company}’s last ${kindNames[kind]} report has${withOpinion[opinion].slice(5)}`;
  const months = sayCount(monthsFrom(status.coverEnd, today), "month");
  if (kind === "soc2-type1") return `${company}’s last SOC 2 Type I report describes a day ${months} ago`;
  return `${company}’s last SOC 2 Type II period ended ${months} ago`;
}

/** A report that failed, or on which there is no opinion, is never called current. */
export const saysCurrent = (opinion: Opinion): boolean => opinion === "unqualified" || opinion === "qualified";

const opinionWords: Record<Opinion, string> = {
  unqualified: "",
  qualified: "qualified",
  adverse: "Adverse opinion",
  disclaimer: "Disclaimer of opinion",
};

/** The word beside the glyph: "Current", "Current, bridged to 30 Sep 2026", "Current, qualified", "Adverse opinion". */
export function wordFor(status: IssuedStatus): string {
  const { opinion } = status.report;
  const word = {
    current: "Current",
    "current-bridged": `Current, bridged to ${"until" in status ? sayDay(status.until) : ""}`,
    ageing: "Ageing",
    lapsed: "Lapsed",
  }[status.is];
  if (opinion === "unqualified") return word;
  if (opinion === "qualified") return `${word}, qualified`;
  return status.is === "ageing" || status.is === "lapsed"
    ? `${word}, ${opinionWords[opinion].toLowerCase()}`
    : opinionWords[opinion];
}

export const unissuedWords: Record<UnissuedStatus["is"], string> = {
  "in-preparation": "In preparation",
  "in-observation": "In observation",
  "report-pending": "Report pending",
};

function opinionSentence(report: IssuedReport): string {
  const who = report.auditor || "The auditor";
  switch (report.opinion) {
    case "qualified":
      return `${who} gave a qualified opinion: it passed with noted exceptions. `;
    case "adverse":
      return `${who} found that controls did not meet the criteria in material respects. `;
    default:
      return `${who} could not get enough evidence to form an opinion. `;
  }
}

const ago = (day: CalendarDay, today: CalendarDay) => {
  const days = daysFrom(day, today);
  return days === 0 ? "today" : `${sayCount(days, "day")} ago`;
};

function datesSentence(status: IssuedStatus & { next: UnissuedStatus | null }, today: CalendarDay): string {
  const { report, coverEnd } = status;
  const isTypeOne = report.kind === "soc2-type1";
  const covered = isTypeOne ? "It describes one day," : "The period ended on";
  const next = nextSentence(status.next);
  switch (status.is) {
    case "current": {
      const cover = isTypeOne
        ? `describes ${sayDay(coverEnd)}, ${ago(coverEnd, today)}`
        : `its period ended ${ago(coverEnd, today)}`;
      const until = saysCurrent(report.opinion)
        ? `It ${report.opinion === "unqualified" ? "counts as current" : "is in date"} until ${sayDay(status.until)}.`
        : "";
      return `The report was issued on ${sayDay(report.issuedOn)}, and ${cover}. ${until}`.trim();
    }
    case "current-bridged": {
      const { letter } = status;
      const left = daysFrom(today, status.until);
      const rest =
        left === 0 ? "Today is its last day." : `${sayCount(left, "day")} of it ${left === 1 ? "is" : "are"} left.`;
      return `The period ended on ${sayDay(coverEnd)}. A letter from management covers ${sayRange(letter.coversFrom, letter.coversUntil)}; it is not audited. ${rest}`;
    }
    case "ageing":
      return `${covered} ${sayDay(coverEnd)}, ${sayCount(monthsFrom(coverEnd, today), "month")} ago${isTypeOne ? "" : ", and no bridge letter covers today"}. ${next || "No next report is planned."}`;
    case "lapsed":
      return `${covered} ${sayDay(coverEnd)}, ${sayCount(monthsFrom(coverEnd, today), "month")} ago. We show it for the record; do not rely on it for today. ${next}`.trim();
  }
}

export const expectedText = (report: ReportDates): string | null =>
  report.expectedOn ? sayMonth(report.expectedOn) : null;

function nextSentence(next: UnissuedStatus | null): string {
  if (!next) return "";
  const expected = expectedText(next.report);
  const when = expected ? ` is expected in ${expected}` : "";
  switch (next.is) {
    case "in-preparation":
      return expected ? `The next report${when}.` : "The next report is being prepared.";
    case "in-observation":
      return `The next period is being observed until ${sayDay(next.end)}${expected ? `; its report${when}` : ""}.`;
    case "report-pending":
      return `The next report is being written${expected ? ` and${when}` : ""}.`;
  }
}

function describeUnissued(status: UnissuedStatus, { company, today }: Telling) {
  const { report } = status;
  const kind = kindNames[report.kind];
  const expected = expectedText(report);
  const word = unissuedWords[status.is];
  switch (status.is) {
    case "in-preparation":
      return { word, title: `${company} is preparing for ${kind}`, sentence: planSentence(report) };
    case "in-observation": {
      const [done, all] = [daysInRange(status.start, today), daysInRange(status.start, status.end)];
      const window = `The window runs from ${sayRange(status.start, status.end, " to ")}, ${done} of ${sayCount(all, "day")} done.`;
      const then = expected ? ` The report is expected in ${expected}.` : "";
      return { word, title: `${company} is being observed for ${kind}`, sentence: `${window}${then}` };
    }
    case "report-pending": {
      const what = report.kind === "soc2-type1" ? "The auditor’s as-of date was" : "The observation window ended on";
      const who = report.auditor || "The auditor";
      const then = expected ? ` ${who} expects to issue the report in ${expected}.` : "";
      return {
        word,
        title: `${company}’s first ${kind} report is being written`,
        sentence: `${what} ${sayDay(status.end)}.${then} No opinion exists yet.`,
      };
    }
  }
}

function planSentence(report: ReportDates): string {
  const expected = expectedText(report);
  const then = expected ? ` The report is expected in ${expected}.` : "";
  if (report.asOf) return `We plan an as-of date of ${sayDay(report.asOf)}.${then}`;
  if (report.periodStart && report.periodEnd) {
    return `The observation window is planned from ${sayRange(report.periodStart, report.periodEnd, " to ")}.${then}`;
  }
  return then.trim();
}

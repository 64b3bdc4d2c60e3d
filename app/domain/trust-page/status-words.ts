import type { Opinion } from "#db/schema/trust-page.ts";
import { en, type Words } from "#app/messages/en.ts";
import { daysFrom, daysInRange, monthsFrom, type CalendarDay } from "./days.ts";
import type { IssuedStatus, ReportDates, Soc2Status, UnissuedStatus } from "./soc2-status.ts";
import { isIssued } from "./soc2-status.ts";

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
export type Telling = { company: string; today: CalendarDay; hasControls: boolean; words?: Words };

type Said = Words["status"];

export function describeStatus(status: Soc2Status, telling: Telling): StatusWords {
  const tone = toneOf(status);
  const { company, today, hasControls, words = en } = telling;
  const said = words.status;
  if (status.is === "none") {
    const sentence = hasControls ? said.none.withControls : said.none.withoutControls;
    return { title: said.none.title(company), word: said.none.word, sentence, tone };
  }
  if (!isIssued(status)) {
    const { title, sentences } = describeUnissued(status, { company, today, said });
    const ownStatement = hasControls && status.is !== "report-pending" ? said.ownStatement : "";
    return { title, word: said.unissued[status.is], sentence: joined([...sentences, ownStatement]), tone };
  }
  const { opinion, auditor } = status.report;
  const given = opinion === "unqualified" ? "" : said.opinionGiven[opinion](auditor);
  return {
    title: titleOf(status, { company, today, said }),
    word: wordFor(status, words),
    sentence: joined([given, ...datesSentences(status, { today, said })]),
    tone,
  };
}

const joined = (sentences: string[]) => sentences.filter((sentence) => sentence !== "").join(" ");

function titleOf(status: IssuedStatus, { company, today, said }: { company: string; today: CalendarDay; said: Said }) {
  const { kind, opinion } = status.report;
  const { titles } = said;
  if (status.is === "current" || status.is === "current-bridged") {
    const bridgedTo = status.is === "current-bridged" && saysCurrent(opinion) ? status.until : null;
    return titles.inDate({ company, kind, opinion, bridgedTo });
  }
  if (status.is === "lapsed") return titles.lapsed({ company, kind, opinion });
  if (opinion !== "unqualified") return titles.lastWithOpinion({ company, kind, opinion });
  const months = monthsFrom(status.coverEnd, today);
  return kind === "soc2-type1" ? titles.lastDay(company, months) : titles.lastPeriod(company, months);
}

/** A report that failed, or on which there is no opinion, is never called current. */
export const saysCurrent = (opinion: Opinion): boolean => opinion === "unqualified" || opinion === "qualified";

/** The word beside the glyph: "Current", "Current, bridged to 30 Sep 2026", "Current, qualified", "Adverse opinion". */
export function wordFor(status: IssuedStatus, { status: { words: said } }: Words = en): string {
  const { opinion } = status.report;
  const word = status.is === "current-bridged" ? said.bridged(status.until) : said[status.is];
  if (opinion === "unqualified") return word;
  if (opinion === "qualified") return said.qualified(word);
  return status.is === "ageing" || status.is === "lapsed" ? said.ended(word, opinion) : said[opinion];
}

/** In English, for staff and machines. */
export const unissuedWords: Record<UnissuedStatus["is"], string> = en.status.unissued;

type Dated = IssuedStatus & { next: UnissuedStatus | null };

function datesSentences(status: Dated, { today, said }: { today: CalendarDay; said: Said }): string[] {
  const { report, coverEnd } = status;
  const isTypeOne = report.kind === "soc2-type1";
  const cover = { isTypeOne, coverEnd, months: monthsFrom(coverEnd, today) };
  const next = nextSentence(status.next, said);
  switch (status.is) {
    case "current": {
      const issued = { issuedOn: report.issuedOn, isTypeOne, coverEnd, days: daysFrom(coverEnd, today) };
      return [said.issued(issued), untilSentence(report.opinion, status.until, said)];
    }
    case "current-bridged": {
      const { coversFrom: from, coversUntil: until } = status.letter;
      return [said.bridged({ coverEnd, from, until }), said.letterLeft(daysFrom(today, status.until))];
    }
    case "ageing":
      return [said.ageing(cover), next || said.noNext];
    case "lapsed":
      return [said.lapsed(cover), next];
  }
}

function untilSentence(opinion: Opinion, until: CalendarDay, said: Said): string {
  if (!saysCurrent(opinion)) return "";
  return opinion === "unqualified" ? said.countsUntil(until) : said.inDateUntil(until);
}

/** In English, for staff and machines. */
export const expectedText = (report: ReportDates, words: Words = en): string | null =>
  report.expectedOn ? words.calendar.month(report.expectedOn) : null;

function nextSentence(next: UnissuedStatus | null, said: Said): string {
  if (!next) return "";
  const expected = next.report.expectedOn;
  switch (next.is) {
    case "in-preparation":
      return said.next.prepared(expected);
    case "in-observation":
      return said.next.observed(next.end, expected);
    case "report-pending":
      return said.next.pending(expected);
  }
}

type Unissued = { company: string; today: CalendarDay; said: Said };

function describeUnissued(status: UnissuedStatus, { company, today, said }: Unissued) {
  const { kind, expectedOn, auditor } = status.report;
  const expected = expectedOn ? said.reportExpected(expectedOn) : "";
  switch (status.is) {
    case "in-preparation":
      return {
        title: said.preparing.title({ company, kind }),
        sentences: [planSentence(status.report, said), expected],
      };
    case "in-observation": {
      const { start, end } = status;
      const [done, all] = [daysInRange(start, today), daysInRange(start, end)];
      return {
        title: said.observed.title({ company, kind }),
        sentences: [said.observed.window({ start, end, done, all }), expected],
      };
    }
    case "report-pending": {
      const { pending } = said;
      const then = expectedOn ? pending.expected(auditor, expectedOn) : "";
      return {
        title: pending.title({ company, kind }),
        sentences: [pending.ended(status.end, kind === "soc2-type1"), then, pending.noOpinion],
      };
    }
  }
}

function planSentence({ asOf, periodStart, periodEnd }: ReportDates, said: Said): string {
  if (asOf) return said.preparing.asOf(asOf);
  return periodStart && periodEnd ? said.preparing.window(periodStart, periodEnd) : "";
}

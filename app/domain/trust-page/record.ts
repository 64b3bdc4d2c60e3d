import type { Opinion } from "#db/schema/trust-page.ts";
import { en, type Words } from "#app/messages/en.ts";
import { findGaps, type Gap } from "./coverage.ts";
import type { CalendarDay } from "./days.ts";
import { coverEndOf, isIssued, reportStatus, soc2Status } from "./soc2-status.ts";
import type { LetterDates, ReportDates, ReportStatus, Setting } from "./soc2-status.ts";
import { opinionTones, toneOf, wordFor, type StatusTone } from "./status-words.ts";

/** A line of the record; says in words what the timeline draws. */
export type RecordRow = {
  key: string;
  what: string;
  covers: string;
  issued: string | null;
  opinion: { is: Opinion; word: string; tone: StatusTone; detail: string } | null;
  opinionNote: string | null;
  now: string;
  nowTone: StatusTone | null;
  isGap: boolean;
  sortDay: CalendarDay;
};

export type RecordedReport = ReportDates & { exceptions: unknown[] };

/** Every report, letter and gap, newest first. */
export function recordRows(reports: RecordedReport[], setting: Setting, words: Words = en): RecordRow[] {
  const main = soc2Status(reports, setting);
  const mainId = main.is === "none" ? null : main.report.id;
  const gaps = findGaps(reports, setting).map((gap) => gapRow(gap, words));
  const rows = [
    ...reports.map((report) => reportRow(report, reportStatus(report, setting), { mainId, words })),
    ...setting.letters.map((letter) => letterRow(letter, setting.today, words)),
    ...gaps,
  ];
  return rows.sort((one, other) => (one.sortDay < other.sortDay ? 1 : -1));
}

type Telling = { mainId: string | null; words: Words };

function reportRow(report: RecordedReport, status: ReportStatus, { mainId, words }: Telling): RecordRow {
  const { record: said, calendar } = words;
  const issued = isIssued(status);
  const superseded = issued && report.kind !== "soc3" && report.id !== mainId;
  return {
    key: report.id,
    what: said.shortKinds[report.kind],
    covers: coversText(report, words),
    issued: issued ? calendar.day(status.report.issuedOn) : report.expectedOn && said.expected(report.expectedOn),
    opinion: issued ? opinionOf(status.report.opinion, report.exceptions.length, words) : null,
    opinionNote: issued ? null : said.notYet,
    now: superseded ? said.superseded : issued ? wordFor(status, words) : words.status.unissued[status.is],
    nowTone: superseded ? null : toneOf(status),
    isGap: false,
    sortDay: coverEndOf(report) || "9999-12-31",
  };
}

export function coversText(report: ReportDates, { record: said, calendar }: Words = en): string {
  if (report.periodStart && report.periodEnd) return calendar.range(report.periodStart, report.periodEnd);
  return report.asOf ? said.asOf(report.asOf) : said.notSet;
}

function opinionOf(opinion: Opinion, exceptions: number, { terms, record: said }: Words) {
  const detail = exceptions > 0 ? said.exceptions(exceptions) : "";
  return { is: opinion, word: terms.opinions[opinion], tone: opinionTones[opinion], detail };
}

function letterRow(letter: LetterDates, today: CalendarDay, words: Words): RecordRow {
  const [now, nowTone] = letterState(letter, today, words);
  return {
    key: letter.id,
    what: words.record.letter,
    covers: words.calendar.range(letter.coversFrom, letter.coversUntil),
    issued: words.calendar.day(letter.signedOn),
    opinion: null,
    opinionNote: words.record.letterOpinion,
    now,
    nowTone,
    isGap: false,
    sortDay: letter.coversUntil,
  };
}

function letterState(
  letter: LetterDates,
  today: CalendarDay,
  { record: said }: Words,
): [word: string, tone: StatusTone | null] {
  if (letter.coversUntil < today) return [said.ended, null];
  if (letter.signedOn > today) return [said.signedOn(letter.signedOn), "prep"];
  return letter.coversFrom > today ? [said.from(letter.coversFrom), "prep"] : [said.coversToday, "bridged"];
}

const gapRow = (gap: Gap, words: Words): RecordRow => ({
  key: `gap-${gap.start}`,
  what: words.record.gap,
  covers: words.calendar.range(gap.start, gap.end),
  issued: null,
  opinion: null,
  opinionNote: null,
  now: words.record.noneCovers(gap.days),
  nowTone: null,
  isGap: true,
  sortDay: gap.end,
});

import type { CertificationKind, EndingWhat } from "#db/schema/trust-page.ts";
import { certificationStatus, type CertificationDates } from "./certification-status.ts";
import { addDays, addMonths, daysFrom, sayCount, sayDay, sayRange, type CalendarDay } from "./days.ts";
import { coversText } from "./record.ts";
import { isIssued, reportStatus, soc2Status, usualThresholds } from "./soc2-status.ts";
import type { IssuedStatus, LetterDates, ReportDates, Setting } from "./soc2-status.ts";
import { kindNames } from "./terms.ts";

/** How many days before the last day staff are told: the first such number that has come. */
export const warningDays = [7, 30, 90] as const;
export type WarningDays = (typeof warningDays)[number];

export type CertificationRecord = CertificationDates & { id: string; kind: CertificationKind; name: string };

export type EndingRecords = {
  reports: ReportDates[];
  letters: LetterDates[];
  certifications: CertificationRecord[];
};

/** `endsOn` is the last day on which it still holds. `then`: what is so from the day after. */
export type Ending = {
  what: EndingWhat;
  subjectId: string;
  title: string;
  endsOn: CalendarDay;
  daysLeft: number;
  daysBefore: WarningDays;
  then: string;
};

type Known = Pick<Ending, "what" | "subjectId" | "title" | "endsOn" | "then">;

/**
 * What ends within 90 days, the soonest first: the cover of the report that the company rests on, its bridge letter and
 * each certification. What has ended already, or what a newer report, a further letter or a renewal takes over, is left out.
 */
export function endingSoon(records: EndingRecords, today: CalendarDay): Ending[] {
  const { reports, letters, certifications } = records;
  const known = [
    ...reportsInUse(reports, { letters, today }).flatMap(coverEnds),
    ...letterEnds(records, today),
    ...certificationEnds(certifications, today),
  ];
  return known
    .flatMap((end): Ending[] => {
      const daysLeft = daysFrom(today, end.endsOn);
      const daysBefore = daysLeft < 0 ? undefined : warningDays.find((days) => daysLeft <= days);
      return daysBefore ? [{ ...end, daysLeft, daysBefore }] : [];
    })
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

/** "30 Sep 2026, in 16 days" */
export function sayWhen({ endsOn, daysLeft }: Pick<Ending, "endsOn" | "daysLeft">): string {
  return `${sayDay(endsOn)}, ${daysLeft === 0 ? "today" : `in ${sayCount(daysLeft, "day")}`}`;
}

function reportsInUse(reports: ReportDates[], setting: Setting): IssuedStatus[] {
  const main = soc2Status(reports, setting);
  const newestSoc3 = reports
    .filter(({ kind }) => kind === "soc3")
    .map((report) => reportStatus(report, setting))
    .filter(isIssued)
    .sort((one, other) => (one.coverEnd < other.coverEnd ? 1 : -1))[0];
  return [...(isIssued(main) ? [main] : []), ...(newestSoc3 ? [newestSoc3] : [])];
}

function coverEnds({ report, coverEnd }: IssuedStatus): Known[] {
  const name = `${kindNames[report.kind]}, ${coversText(report)}`;
  const bridge = report.kind === "soc2-type2" ? ", unless a bridge letter covers the day" : "";
  const cover = (what: EndingWhat, months: number, then: string): Known => ({
    what,
    subjectId: report.id,
    title: `${months}-month cover of ${name}`,
    endsOn: addMonths(coverEnd, months),
    then: `From the next day it counts as ${then}.`,
  });
  return [
    cover("report-ageing", usualThresholds.ageingAfterMonths, `ageing${bridge}`),
    cover("report-lapsing", usualThresholds.lapsedAfterMonths, "lapsed"),
  ];
}

/** A letter that another one carries on does not end anything. */
function letterEnds({ reports, letters }: EndingRecords, today: CalendarDay): Known[] {
  const main = soc2Status(reports, { letters, today });
  if (!isIssued(main)) return [];
  const signed = letters.filter(({ reportId, signedOn }) => reportId === main.report.id && signedOn <= today);
  const last = signed.filter((letter) => !signed.some((other) => carriesOn(other, letter)));
  return last.map(({ id, coversFrom, coversUntil }) => ({
    what: "bridge-letter",
    subjectId: id,
    title: `Bridge letter, ${sayRange(coversFrom, coversUntil)}`,
    endsOn: coversUntil,
    then: `From the next day no letter covers the time since ${sayDay(main.coverEnd)}.`,
  }));
}

const carriesOn = (other: LetterDates, letter: LetterDates) =>
  other.coversUntil > letter.coversUntil && other.coversFrom <= addDays(letter.coversUntil, 1);

function certificationEnds(entries: CertificationRecord[], today: CalendarDay): Known[] {
  const last = entries.filter((entry) => !entries.some((other) => renews(other, entry)));
  return last.flatMap((entry): Known[] => {
    const status = certificationStatus(entry, today);
    if (entry.kind === "framework" || status.is === "in-preparation" || status.is === "lapsed") return [];
    const then = "From the next day it counts as lapsed.";
    return [{ what: "certification", subjectId: entry.id, title: entry.name, endsOn: status.until, then }];
  });
}

/** The same certification, entered once more for the years to come. */
function renews(other: CertificationRecord, { name, validUntil }: CertificationRecord): boolean {
  if (validUntil === null || other.validFrom === null || other.validUntil === null) return false;
  const isSame = other.name.toLowerCase() === name.toLowerCase();
  return isSame && other.validUntil > validUntil && other.validFrom <= addDays(validUntil, 1);
}

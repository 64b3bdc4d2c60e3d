import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificationStatus } from "#app/domain/trust-page/certification-status.ts";
import { addDays, addMonths } from "#app/domain/trust-page/days.ts";
import { endingSoon, sayWhen, type EndingRecords } from "#app/domain/trust-page/ending-soon.ts";
import { reportStatus } from "#app/domain/trust-page/soc2-status.ts";
import { aLetter, aTypeOne, aTypeTwo } from "./given-reports.ts";

const aCertification = {
  id: "certification",
  kind: "certification",
  name: "ISO/IEC 27001",
  validFrom: "2024-07-01",
  validUntil: "2027-06-30",
} as const;

const records = (some: Partial<EndingRecords>): EndingRecords => ({
  reports: [],
  letters: [],
  certifications: [],
  ...some,
});
const onDay = (some: Partial<EndingRecords>, today: string) => endingSoon(records(some), today);
const namesOf = (some: Partial<EndingRecords>, today: string) =>
  onDay(some, today).map(({ what, daysLeft, daysBefore }) => `${what}: ${daysLeft} left, told at ${daysBefore}`);

describe("what ends soon", () => {
  test.each([
    ["2027-03-31", []],
    ["2027-04-01", ["certification: 90 left, told at 90"]],
    ["2027-05-30", ["certification: 31 left, told at 90"]],
    ["2027-05-31", ["certification: 30 left, told at 30"]],
    ["2027-06-22", ["certification: 8 left, told at 30"]],
    ["2027-06-23", ["certification: 7 left, told at 7"]],
    ["2027-06-30", ["certification: 0 left, told at 7"]],
    ["2027-07-01", []],
  ])("of a certification that is valid until 30 Jun 2027, on %s", (today, expected) => {
    expect(namesOf({ certifications: [aCertification] }, today)).toEqual(expected);
  });

  test.each([
    ["2027-04-01", ["report-ageing: 90 left, told at 90"]],
    ["2027-06-30", ["report-ageing: 0 left, told at 7"]],
    ["2027-07-01", []],
    ["2027-10-01", ["report-lapsing: 90 left, told at 90"]],
    ["2027-12-30", ["report-lapsing: 0 left, told at 7"]],
    ["2027-12-31", []],
  ])("of a report whose period ended on 30 Jun 2026: 12 months, then 18, on %s", (today, expected) => {
    expect(namesOf({ reports: [aTypeTwo] }, today)).toEqual(expected);
  });

  test("of a report is left out before it is issued, and once a newer one has taken over", () => {
    expect(namesOf({ reports: [{ ...aTypeTwo, issuedOn: null, opinion: null }] }, "2027-06-01")).toEqual([]);
    const newer = {
      ...aTypeTwo,
      id: "newer",
      periodStart: "2026-07-01",
      periodEnd: "2027-03-31",
      issuedOn: "2027-05-20",
    };
    expect(namesOf({ reports: [aTypeTwo, newer] }, "2027-06-01")).toEqual([]);
    expect(namesOf({ reports: [aTypeTwo, newer] }, "2027-05-01")).toEqual(["report-ageing: 60 left, told at 90"]);
  });

  test("of the newest SOC 3 stands beside the SOC 2", () => {
    const older = { ...aTypeTwo, kind: "soc3", id: "older" } as const;
    const newest = { ...older, id: "newest", periodEnd: "2026-08-31", issuedOn: "2026-10-01" };
    expect(onDay({ reports: [older, newest] }, "2027-06-30")).toMatchObject([
      { subjectId: "newest", title: "12-month cover of SOC 3, 1 Jul 2025 – 31 Aug 2026", endsOn: "2027-08-31" },
    ]);
  });

  test("of a bridge letter is its last day, once it is signed", () => {
    const some = { reports: [aTypeTwo], letters: [aLetter] };
    expect(namesOf(some, "2026-09-23")).toEqual(["bridge-letter: 7 left, told at 7"]);
    expect(namesOf({ ...some, letters: [{ ...aLetter, signedOn: "2026-09-24" }] }, "2026-09-23")).toEqual([]);
    expect(namesOf({ ...some, letters: [{ ...aLetter, reportId: "another" }] }, "2026-09-23")).toEqual([]);
    expect(namesOf({ letters: [aLetter] }, "2026-09-23")).toEqual([]);
  });

  test("of a bridge letter is left out when the next one carries on", () => {
    const next = { ...aLetter, id: "next", coversFrom: "2026-10-01", coversUntil: "2026-12-31" };
    const late = { ...next, coversFrom: "2026-10-02" };
    const told = (letters: (typeof aLetter)[]) =>
      onDay({ reports: [aTypeTwo], letters }, "2026-09-23").map(({ subjectId }) => subjectId);
    expect(told([aLetter, { ...next, signedOn: "2026-09-20" }])).toEqual([]);
    expect(told([aLetter, { ...late, signedOn: "2026-09-20" }])).toEqual(["letter"]);
  });

  test("says nothing of frameworks, of what is in preparation, or of what has lapsed", () => {
    const certifications = [
      { ...aCertification, validFrom: null, validUntil: null },
      { ...aCertification, kind: "framework" as const },
      { ...aCertification, validUntil: "2027-06-22" },
    ];
    expect(onDay({ certifications }, "2027-06-23")).toEqual([]);
  });

  test("of a certification is left out once it is entered anew, without a day between", () => {
    const told = (validFrom: string, name = "iso/iec 27001") => {
      const renewal = { ...aCertification, id: "renewal", name, validFrom, validUntil: "2030-06-30" };
      return onDay({ certifications: [aCertification, renewal] }, "2027-06-23").map(({ subjectId }) => subjectId);
    };
    expect(told("2027-07-01")).toEqual([]);
    expect(told("2027-07-02")).toEqual(["certification"]);
    expect(told("2027-07-01", "ISO 22301")).toEqual(["certification"]);
  });

  test("is in the order of the days, and said in plain words", () => {
    const all = onDay(
      { reports: [aTypeTwo], certifications: [{ ...aCertification, validUntil: "2027-06-24" }] },
      "2027-06-23",
    );
    expect(all.map((ending) => `${ending.title}. ${sayWhen(ending)}. ${ending.then}`)).toEqual([
      "ISO/IEC 27001. 24 Jun 2027, in 1 day. From the next day it counts as lapsed.",
      "12-month cover of SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026. 30 Jun 2027, in 7 days. From the next day it counts as ageing, unless a bridge letter covers the day.",
    ]);
    expect(sayWhen({ endsOn: "2027-06-30", daysLeft: 0 })).toBe("30 Jun 2027, today");
    expect(onDay({ reports: [aTypeOne] }, "2027-03-31")[0]!.then).toBe("From the next day it counts as ageing.");
  });
});

const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2024-01-01", days));
const anIssuedReport = fc
  .tuple(aDay, fc.integer({ min: 30, max: 400 }), fc.integer({ min: 0, max: 90 }))
  .map(([periodStart, length, later]) => {
    const periodEnd = addDays(periodStart, length);
    return { ...aTypeTwo, periodStart, periodEnd, issuedOn: addDays(periodEnd, later) };
  });

describe("for any record on any day", () => {
  test("the last day of a report is the last on which its status holds", () => {
    fc.assert(
      fc.property(anIssuedReport, aDay, (report, today) => {
        for (const { what, endsOn, daysLeft, daysBefore } of onDay({ reports: [report] }, today)) {
          const isOn = (day: string) => reportStatus(report, { today: day, letters: [] }).is;
          const [before, after] = what === "report-ageing" ? ["current", "ageing"] : ["ageing", "lapsed"];
          expect([isOn(endsOn), isOn(addDays(endsOn, 1))]).toEqual([before, after]);
          expect(addDays(today, daysLeft)).toBe(endsOn);
          expect(daysLeft >= 0 && daysLeft <= daysBefore).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a report whose last day is within 90 days is never left out", () => {
    fc.assert(
      fc.property(anIssuedReport, fc.integer({ min: 0, max: 90 }), (report, left) => {
        const today = addDays(addMonths(report.periodEnd, 12), -left);
        expect(onDay({ reports: [report] }, today).some(({ what }) => what === "report-ageing")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a certification is named on its last 91 days, while it does not read as lapsed, and on no other", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 1000 }), aDay, (validFrom, length, today) => {
        const certification = { ...aCertification, validFrom, validUntil: addDays(validFrom, length) };
        const named = onDay({ certifications: [certification] }, today);
        const isLast = today <= certification.validUntil && addDays(today, 90) >= certification.validUntil;
        expect(named).toHaveLength(isLast ? 1 : 0);
        if (isLast) expect(certificationStatus(certification, today).is).not.toBe("lapsed");
      }),
      { numRuns: 1000 },
    );
  });
});

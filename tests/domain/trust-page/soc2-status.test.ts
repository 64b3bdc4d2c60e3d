import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "#app/domain/trust-page/days.ts";
import { reportStatus, soc2Status, type LetterDates, type ReportDates } from "#app/domain/trust-page/soc2-status.ts";
import { aLetter, aTypeOne, aTypeTwo } from "./given-reports.ts";

const on = (today: string, letters: LetterDates[] = []) => ({ today, letters });
const isOn = (today: string, report: ReportDates, letters: LetterDates[] = []) =>
  reportStatus(report, on(today, letters)).is;

describe("a Type II report", () => {
  const waiting = { ...aTypeTwo, issuedOn: null, opinion: null };

  test("is in preparation until its period begins, then in observation to its last day, then pending", () => {
    expect(isOn("2025-06-30", waiting)).toBe("in-preparation");
    expect(isOn("2025-07-01", waiting)).toBe("in-observation");
    expect(isOn("2026-06-30", waiting)).toBe("in-observation");
    expect(isOn("2026-07-01", waiting)).toBe("report-pending");
  });

  test("is current from the day of issue to 12 months after its period, ageing to 18 months, then lapsed", () => {
    expect(isOn("2026-08-20", aTypeTwo)).toBe("report-pending");
    expect(isOn("2026-08-21", aTypeTwo)).toBe("current");
    expect(isOn("2027-06-30", aTypeTwo)).toBe("current");
    expect(isOn("2027-07-01", aTypeTwo)).toBe("ageing");
    expect(isOn("2027-12-30", aTypeTwo)).toBe("ageing");
    expect(isOn("2027-12-31", aTypeTwo)).toBe("lapsed");
  });

  test("is bridged on the days that a signed letter covers, and on no others", () => {
    expect(isOn("2026-09-14", aTypeTwo, [aLetter])).toBe("current-bridged");
    expect(isOn("2026-09-30", aTypeTwo, [aLetter])).toBe("current-bridged");
    expect(isOn("2026-10-01", aTypeTwo, [aLetter])).toBe("current");
    expect(isOn("2026-09-14", aTypeTwo, [{ ...aLetter, signedOn: "2026-09-15" }])).toBe("current");
    expect(isOn("2026-09-14", aTypeTwo, [{ ...aLetter, reportId: "another" }])).toBe("current");
    expect(isOn("2026-09-14", aTypeTwo, [{ ...aLetter, coversFrom: "2026-06-01" }])).toBe("current");
  });

  test("is bridged past 12 months, but never past 18", () => {
    const long = { ...aLetter, coversUntil: "2029-01-01" };
    expect(isOn("2027-09-01", aTypeTwo, [long])).toBe("current-bridged");
    expect(reportStatus(aTypeTwo, on("2027-09-01", [long]))).toMatchObject({ until: "2027-12-30" });
    expect(isOn("2027-12-31", aTypeTwo, [long])).toBe("lapsed");
  });

  test("keeps to thresholds that the company sets", () => {
    const setting = { ...on("2027-01-01"), thresholds: { ageingAfterMonths: 6, lapsedAfterMonths: 9 } };
    expect(reportStatus(aTypeTwo, setting).is).toBe("ageing");
    expect(reportStatus(aTypeTwo, { ...setting, today: "2027-04-01" }).is).toBe("lapsed");
  });
});

describe("a Type I report", () => {
  test("counts from its as-of date", () => {
    expect(isOn("2026-03-31", { ...aTypeOne, issuedOn: null, opinion: null })).toBe("in-preparation");
    expect(isOn("2026-04-01", { ...aTypeOne, issuedOn: null, opinion: null })).toBe("report-pending");
    expect(isOn("2027-03-31", aTypeOne)).toBe("current");
    expect(isOn("2027-04-01", aTypeOne)).toBe("ageing");
    expect(isOn("2027-10-01", aTypeOne)).toBe("lapsed");
  });

  test("cannot be bridged: there is no period to continue", () => {
    expect(isOn("2026-09-14", aTypeOne, [{ ...aLetter, reportId: aTypeOne.id }])).toBe("current");
  });
});

describe("the company's status", () => {
  const today = "2026-09-14";

  test("is none without reports, and a SOC 3 alone does not change that", () => {
    expect(soc2Status([], on(today))).toEqual({ is: "none", next: null });
    expect(soc2Status([{ ...aTypeTwo, kind: "soc3" }], on(today)).is).toBe("none");
  });

  test("rests on the newest report, whatever its opinion", () => {
    const older = {
      ...aTypeTwo,
      id: "older",
      periodStart: "2025-01-01",
      periodEnd: "2025-12-31",
      issuedOn: "2026-02-01",
    };
    const newer = { ...aTypeTwo, id: "newer", opinion: "adverse" as const };
    expect(soc2Status([older, newer], on(today))).toMatchObject({ is: "current", report: { id: "newer" } });
  });

  test("rests on a Type II that is in date before a newer Type I, unless that has the graver opinion", () => {
    const newerTypeOne = { ...aTypeOne, asOf: "2026-07-31", issuedOn: "2026-09-01" };
    expect(soc2Status([newerTypeOne, aTypeTwo], on(today))).toMatchObject({ report: { id: aTypeTwo.id } });
    const failed = { ...newerTypeOne, opinion: "adverse" as const };
    expect(soc2Status([failed, aTypeTwo], on(today))).toMatchObject({ report: { id: failed.id } });
    expect(soc2Status([newerTypeOne, aTypeTwo], on("2027-07-01"))).toMatchObject({ report: { id: newerTypeOne.id } });
  });

  test("names the report that comes next, and none that an issued one has overtaken", () => {
    const next = {
      ...aTypeTwo,
      id: "next",
      periodStart: "2026-07-01",
      periodEnd: "2027-06-30",
      issuedOn: null,
      opinion: null,
    };
    const overtaken = { ...next, id: "overtaken", periodStart: "2025-01-01", periodEnd: "2025-12-31" };
    expect(soc2Status([overtaken, aTypeTwo, next], on(today)).next).toMatchObject({
      is: "in-observation",
      report: { id: "next" },
    });
    expect(soc2Status([overtaken, aTypeTwo], on(today)).next).toBeNull();
  });
});

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
const anOpinion = fc.constantFrom("unqualified", "qualified", "adverse", "disclaimer" as const);

const anIssuedReport = fc
  .record({
    id: fc.uuid(),
    isTypeTwo: fc.boolean(),
    end: aDay,
    length: fc.integer({ min: 1, max: 700 }),
    delay: fc.integer({ min: 0, max: 700 }),
    opinion: anOpinion,
  })
  .map(({ id, isTypeTwo, end, length, delay, opinion }): ReportDates => ({
    ...(isTypeTwo ? aTypeTwo : aTypeOne),
    id,
    opinion: opinion as ReportDates["opinion"],
    asOf: isTypeTwo ? null : end,
    periodStart: isTypeTwo ? addDays(end, -length) : null,
    periodEnd: isTypeTwo ? end : null,
    issuedOn: addDays(end, delay),
  }));

const lettersFor = (report: ReportDates) =>
  fc.array(
    fc.record({
      id: fc.uuid(),
      reportId: fc.constant(report.id),
      coversFrom: aDay,
      coversUntil: aDay,
      signedOn: aDay,
    }),
    { maxLength: 3 },
  );

const aSituation = fc
  .tuple(anIssuedReport, aDay)
  .chain(([report, today]) => fc.tuple(fc.constant(report), fc.constant(today), lettersFor(report)));

describe("for any report on any day", () => {
  const coverEnd = (report: ReportDates) => report.periodEnd ?? report.asOf!;

  test("more than 18 months after what it covers, an issued report has lapsed, whatever letters say", () => {
    fc.assert(
      fc.property(aSituation, ([report, today, letters]) => {
        const status = reportStatus(report, { today, letters });
        const isOld = today > addMonths(coverEnd(report), 18) && today >= report.issuedOn!;
        expect(status.is === "lapsed").toBe(isOld);
      }),
      { numRuns: 300 },
    );
  });

  test("it counts as current only when issued, and within 12 months or on a day that a signed letter covers", () => {
    fc.assert(
      fc.property(aSituation, ([report, today, letters]) => {
        const { is } = reportStatus(report, { today, letters });
        if (is !== "current" && is !== "current-bridged") return;
        const covered = letters.some(
          (letter) => letter.signedOn <= today && letter.coversFrom <= today && letter.coversUntil >= today,
        );
        expect(report.issuedOn! <= today).toBe(true);
        expect(today <= addMonths(coverEnd(report), 12) || covered).toBe(true);
        expect(is === "current-bridged").toBe(is !== "current");
      }),
      { numRuns: 300 },
    );
  });

  test("the status holds on each day up to the one it names, and on none after", () => {
    fc.assert(
      fc.property(anIssuedReport, aDay, (report, today) => {
        const status = reportStatus(report, { today, letters: [] });
        if (!("until" in status)) return;
        expect(reportStatus(report, { today: status.until, letters: [] }).is).toBe(status.is);
        expect(reportStatus(report, { today: addDays(status.until, 1), letters: [] }).is).not.toBe(status.is);
      }),
      { numRuns: 200 },
    );
  });
});

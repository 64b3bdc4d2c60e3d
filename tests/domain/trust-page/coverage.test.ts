import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findGaps } from "#app/domain/trust-page/coverage.ts";
import { addDays, addMonths, monthsInRange, sayRange } from "#app/domain/trust-page/days.ts";
import { recordRows } from "#app/domain/trust-page/record.ts";
import type { ReportDates } from "#app/domain/trust-page/soc2-status.ts";
import { around, placeLabels, reachOf, stackLabels } from "#app/domain/trust-page/timeline-labels.ts";
import { coverageTimeline, describeTimeline, shareOf, ticksOf } from "#app/domain/trust-page/timeline.ts";
import { en } from "#app/messages/en.ts";
import { aLetter, aTypeOne, aTypeTwo } from "./given-reports.ts";

const today = "2026-09-14";
const period = (id: string, periodStart: string, periodEnd: string, more: Partial<ReportDates> = {}): ReportDates => ({
  ...aTypeTwo,
  id,
  periodStart,
  periodEnd,
  issuedOn: addDays(periodEnd, 50),
  ...more,
});
const first = period("first", "2024-06-01", "2024-11-30", { opinion: "qualified" });
const second = period("second", "2025-01-01", "2025-06-30");
const next = period("next", "2026-07-01", "2027-06-30", { issuedOn: null, opinion: null, expectedOn: "2027-08-20" });
const typeOne = { ...aTypeOne, asOf: "2024-03-31", issuedOn: "2024-05-20" };
const history = [typeOne, first, second, aTypeTwo, next];
const recorded = history.map((report) => ({ ...report, exceptions: report.id === "first" ? [1, 2, 3] : [] }));

describe("gaps", () => {
  test("are the days between periods", () => {
    expect(findGaps(history, { letters: [], today })).toEqual([{ start: "2024-12-01", end: "2024-12-31", days: 31 }]);
  });

  test("are closed by a signed letter, and not by one to be signed", () => {
    const letter = { ...aLetter, reportId: "first", coversFrom: "2024-12-01", coversUntil: "2024-12-31" };
    expect(findGaps(history, { letters: [{ ...letter, signedOn: "2025-01-05" }], today })).toEqual([]);
    expect(findGaps(history, { letters: [{ ...letter, signedOn: "2027-01-05" }], today })).toHaveLength(1);
  });

  test("open after the last period once its report is no longer current", () => {
    expect(findGaps([aTypeTwo], { letters: [], today: "2027-06-30" })).toEqual([]);
    expect(findGaps([aTypeTwo], { letters: [], today: "2027-07-01" })).toEqual([
      { start: "2026-07-01", end: "2027-07-01", days: 366 },
    ]);
  });
});

describe("the record", () => {
  const rows = recordRows(recorded, { letters: [aLetter], today });

  test("has every report, letter and gap, newest first", () => {
    expect(rows.map(({ what, covers, issued, now }) => [what, covers, issued, now])).toEqual([
      ["Type II", "1 Jul 2026 – 30 Jun 2027", "expected Aug 2027", "In observation"],
      ["Bridge letter", "1 Jul – 30 Sep 2026", "4 Jul 2026", "Covers today"],
      ["Type II", "1 Jul 2025 – 30 Jun 2026", "21 Aug 2026", "Current, bridged to 30 Sep 2026"],
      ["Type II", "1 Jan – 30 Jun 2025", "19 Aug 2025", "Superseded"],
      ["Gap", "1 – 31 Dec 2024", null, "No report covers these 31 days"],
      ["Type II", "1 Jun – 30 Nov 2024", "19 Jan 2025", "Superseded"],
      ["Type I", "as of 31 Mar 2024", "20 May 2024", "Superseded"],
    ]);
  });

  test("keeps the opinion of a superseded report", () => {
    expect(rows.at(-2)?.opinion).toEqual({
      is: "qualified",
      word: "Qualified",
      tone: "qualified",
      detail: "3 exceptions",
    });
  });
});

describe("the timeline", () => {
  const timeline = coverageTimeline(history, { letters: [aLetter], today })!;

  test("draws the report that counts by its state, the others alike, and the next as an outline", () => {
    expect(timeline.spans.map(({ id, look, label }) => [id, look, label])).toEqual([
      ["first", "earlier", "Type II, 6 months"],
      ["second", "earlier", "Type II, 6 months"],
      ["type-two", "bridged", "Type II, 12 months"],
      ["next", "window", "Next: in observation"],
    ]);
    expect(timeline.points).toMatchObject([{ look: "earlier", label: "Type I, as of 31 Mar 2024" }]);
  });

  test("draws a gap as a gap, a letter by its days, and each issue", () => {
    expect(timeline.gaps).toMatchObject([{ days: 31 }]);
    expect(timeline.letters).toMatchObject([{ days: 92 }]);
    expect(timeline.issues.filter(({ expected }) => expected)).toMatchObject([{ id: "next", on: "2027-08-20" }]);
    expect(timeline.issues).toHaveLength(5);
  });

  test("covers the last three years and the next window, with room for the expected issue", () => {
    expect(timeline).toMatchObject({ from: "2024-01-01", until: "2027-09-30" });
    expect(describeTimeline(timeline, en)).toBe(
      "Coverage timeline from Jan 2024 to Sep 2027, with 1 gap. The record table below says the same in words.",
    );
    expect(ticksOf(timeline).filter(({ year }) => year)).toHaveLength(4);
  });

  test("leaves out what ended more than three years ago", () => {
    const old = period("old", "2021-01-01", "2021-12-31");
    expect(coverageTimeline([old, aTypeTwo], { letters: [], today })!.spans.map(({ id }) => id)).toEqual(["type-two"]);
    expect(coverageTimeline([old], { letters: [], today })).toBeNull();
    expect(coverageTimeline([], { letters: [], today })).toBeNull();
  });

  test("puts periods that overlap under each other", () => {
    const beside = period("beside", "2025-10-01", "2026-03-31");
    const both = coverageTimeline([aTypeTwo, beside], { letters: [], today })!;
    expect(both.rows).toBe(2);
    expect(new Set(both.spans.map(({ row }) => row)).size).toBe(2);
  });

  test("shows a report that failed in the colour of neither a clean nor a superseded one", () => {
    const failed = coverageTimeline([{ ...aTypeTwo, opinion: "adverse" }], { letters: [], today })!;
    expect(failed.spans).toMatchObject([{ look: "lapsed", label: "Type II, 12 months, adverse" }]);
  });

  test("places every day of any history inside the picture, in order", () => {
    const anyHistory = fc.array(
      fc.tuple(fc.integer({ min: -1500, max: 400 }), fc.integer({ min: 30, max: 500 }), fc.boolean()),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyHistory, (parts) => {
        const reports = parts.map(([offset, length, issued], at) =>
          period(`${at}`, addDays(today, offset), addDays(today, offset + length), issued ? {} : { issuedOn: null }),
        );
        const drawn = coverageTimeline(reports, { letters: [], today });
        if (!drawn) return;
        expect(drawn.from < drawn.today && drawn.today < drawn.until).toBe(true);
        for (const { start, end } of [...drawn.spans, ...drawn.gaps]) {
          expect(shareOf(drawn, start)).toBeLessThan(shareOf(drawn, addDays(end, 1)));
          expect(end <= drawn.until).toBe(true);
        }
        expect(shareOf(drawn, today)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the labels", () => {
  const wish = fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.string({ minLength: 3, maxLength: 24 }))
    .map(([x, text]) => around(x, text));

  test("on one line never cover one another and never leave the picture", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const reaches = placeLabels(wishes, { bounds: [0, 1000], taken: [[500, 500]] })
          .flatMap((label) => (label ? [label] : []))
          .map(reachOf)
          .sort((one, other) => one[0] - other[0]);
        for (const [at, [left, right]] of reaches.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(1000);
          expect(right < 500 || left > 500).toBe(true);
          if (at > 0) expect(left).toBeGreaterThanOrEqual(reaches[at - 1]![1]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("one under another keep their distance", () => {
    expect(
      stackLabels([
        { y: 50, height: 30 },
        { y: 10, height: 30 },
        { y: 30, height: 15 },
      ]),
    ).toEqual([55, 10, 40]);
  });
});

describe("days", () => {
  test("a month on from a month's last day is the last day there", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-06-30", 12)).toBe("2027-06-30");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2026-03-15", -18)).toBe("2024-09-15");
  });

  test("periods are counted in months, both ends included", () => {
    expect(monthsInRange("2025-07-01", "2026-06-30")).toBe(12);
    expect(monthsInRange("2025-01-01", "2025-03-31")).toBe(3);
    expect(monthsInRange("2025-01-15", "2025-04-14")).toBe(3);
  });

  test("ranges leave out what both ends share", () => {
    expect(sayRange("2024-12-01", "2024-12-31")).toBe("1 – 31 Dec 2024");
    expect(sayRange("2025-01-01", "2025-06-30")).toBe("1 Jan – 30 Jun 2025");
    expect(sayRange("2025-07-01", "2026-06-30")).toBe("1 Jul 2025 – 30 Jun 2026");
  });
});

import { describe, expect, it } from "vitest";
import {
  daysBetween,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDuration,
  formatMonth,
  isoDay,
  isoInstant,
} from "#app/components/dates.ts";

describe("dates", () => {
  it("say the day, the month in three letters and the year", () => {
    expect(formatDate("2026-03-12")).toBe("12 Mar 2026");
    expect(formatDate("2026-09-01")).toBe("1 Sep 2026");
    expect(formatMonth("2027-08-15")).toBe("Aug 2027");
  });

  it("are UTC, wherever the server stands", () => {
    expect(formatDate(new Date("2026-12-31T23:59:59.999Z"))).toBe("31 Dec 2026");
    expect(formatDate("2026-12-31T23:30:00-02:00")).toBe("1 Jan 2027");
    expect(formatDateTime("2026-09-14T08:12:31.000Z")).toBe("14 Sep 2026, 08:12 UTC");
  });

  it.each([
    ["2025-07-01", "2026-06-30", "1 Jul 2025 – 30 Jun 2026"],
    ["2025-01-01", "2025-06-30", "1 Jan – 30 Jun 2025"],
    ["2026-03-02", "2026-03-20", "2 – 20 Mar 2026"],
    ["2026-03-02", "2026-03-02", "2 Mar 2026"],
  ])("from %s to %s name each part once", (start, end, words) => {
    expect(formatDateRange(start, end)).toBe(words);
  });

  it("have a form for machines", () => {
    expect(isoDay(new Date("2026-09-14T23:00:00Z"))).toBe("2026-09-14");
    expect(isoInstant("2026-09-14T08:12:31.482Z")).toBe("2026-09-14T08:12:31Z");
  });

  it("are counted by the calendar, not by the clock", () => {
    expect(daysBetween("2026-09-14T23:59:00Z", "2026-09-30")).toBe(16);
    expect(daysBetween("2026-09-14", "2026-09-14T23:59:00Z")).toBe(0);
    expect(daysBetween("2026-03-01", "2026-02-28")).toBe(-1);
  });

  it("refuse what is not a date", () => {
    expect(() => formatDate("soon")).toThrow(RangeError);
  });
});

describe("durations", () => {
  const minute = 60_000;
  it.each([
    [48 * minute, "48 min"],
    [190 * minute, "3 h 10 min"],
    [120 * minute, "2 h"],
    [(2 * 1440 + 5 * 60) * minute, "2 d 5 h"],
    [0, "0 min"],
    [-minute, "0 min"],
  ])("of %i ms are said in the two largest units", (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
});

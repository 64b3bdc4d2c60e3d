import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  certificationStatus,
  describeCertification,
  type CertificationStatusName,
} from "#app/domain/trust-page/certification-status.ts";
import { addDays, daysFrom } from "#app/domain/trust-page/days.ts";

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
const dates = fc
  .tuple(aDay, fc.integer({ min: 1, max: 1500 }))
  .map(([validFrom, length]) => ({ validFrom, validUntil: addDays(validFrom, length) }));

const said = (dates: Parameters<typeof certificationStatus>[0], today: string) => {
  const status = certificationStatus(dates, today);
  return { status, ...describeCertification(status, null) };
};

describe("a certification", () => {
  const aYear = { validFrom: "2026-01-01", validUntil: "2026-12-31" };

  test.each<[string, CertificationStatusName, string]>([
    ["2025-12-31", "not-yet-valid", "It holds from 1 Jan 2026 until 31 Dec 2026."],
    ["2026-01-01", "valid", "Until 31 Dec 2026."],
    ["2026-10-01", "valid", "Until 31 Dec 2026."],
    ["2026-10-02", "ends-soon", "Valid until 31 Dec 2026: 90 days left."],
    ["2026-12-30", "ends-soon", "Valid until 31 Dec 2026: 1 day left."],
    ["2026-12-31", "ends-soon", "Valid until 31 Dec 2026: today is the last day."],
    ["2027-01-01", "lapsed", "Its last day was 31 Dec 2026. Do not rely on it for today."],
  ])("on %s is %s", (today, is, sentence) => {
    expect(said(aYear, today)).toMatchObject({ status: { is }, sentence });
  });

  test("for which nothing is issued is in preparation, and names the month in which it is expected", () => {
    const status = certificationStatus({ validFrom: null, validUntil: null }, "2026-09-14");
    expect(status).toEqual({ is: "in-preparation" });
    expect(describeCertification(status, "2027-03-15").sentence).toBe("Nothing is issued yet. Expected in Mar 2027.");
    expect(describeCertification(status, null).sentence).toBe("Nothing is issued yet.");
  });

  test("is called valid on its days and on no other, in words and in colour", () => {
    fc.assert(
      fc.property(dates, aDay, (dates, today) => {
        const { status, word, sentence, tone } = said(dates, today);
        const holds = dates.validFrom <= today && today <= dates.validUntil;
        expect(/\bvalid\b/i.test(`${word} ${sentence}`.replace("Not yet valid", ""))).toBe(holds);
        expect(["valid", "ends-soon"].includes(status.is)).toBe(holds);
        expect(["current", "ageing"].includes(tone)).toBe(holds);
        expect(status.is === "ends-soon").toBe(holds && daysFrom(today, dates.validUntil) <= 90);
        expect(status.is === "lapsed").toBe(today > dates.validUntil);
        expect(`${word} ${sentence}`).not.toMatch(/complian|certified|current|!/i);
      }),
      { numRuns: 2000 },
    );
  });

  test("only ever moves on: from not yet valid to valid, ending and lapsed", () => {
    const order = ["not-yet-valid", "valid", "ends-soon", "lapsed"];
    fc.assert(
      fc.property(dates, aDay, fc.integer({ min: 0, max: 2000 }), (dates, today, later) => {
        const [now, then] = [today, addDays(today, later)].map((day) =>
          order.indexOf(certificationStatus(dates, day).is),
        );
        expect(then).toBeGreaterThanOrEqual(now!);
      }),
      { numRuns: 1000 },
    );
  });
});

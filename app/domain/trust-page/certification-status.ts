import { daysFrom, sayCount, sayDay, sayMonth, type CalendarDay } from "./days.ts";
import type { StatusTone } from "./status-words.ts";

/** Both days belong to the time in which it is valid; both are null while nothing is issued. */
export type CertificationDates = { validFrom: CalendarDay | null; validUntil: CalendarDay | null };

export type CertificationStatus =
  | { is: "in-preparation" }
  | { is: "not-yet-valid"; from: CalendarDay; until: CalendarDay }
  | { is: "valid"; until: CalendarDay }
  | { is: "ends-soon"; until: CalendarDay; daysLeft: number }
  | { is: "lapsed"; until: CalendarDay };

export type CertificationStatusName = CertificationStatus["is"];

const endsSoonDays = 90;

/** What a certification is on `today`, by its dates alone. */
export function certificationStatus(dates: CertificationDates, today: CalendarDay): CertificationStatus {
  const { validFrom: from, validUntil: until } = dates;
  if (from === null || until === null) return { is: "in-preparation" };
  if (until < today) return { is: "lapsed", until };
  if (today < from) return { is: "not-yet-valid", from, until };
  const daysLeft = daysFrom(today, until);
  return daysLeft <= endsSoonDays ? { is: "ends-soon", until, daysLeft } : { is: "valid", until };
}

export type CertificationWords = { word: string; sentence: string; tone: StatusTone };

/** PCI DSS ends in an attestation, others in a certificate: the words leave open which. */
export function describeCertification(status: CertificationStatus, expectedOn: CalendarDay | null): CertificationWords {
  switch (status.is) {
    case "in-preparation":
      return {
        word: "In preparation",
        sentence: `Nothing is issued yet.${expectedOn ? ` Expected in ${sayMonth(expectedOn)}.` : ""}`,
        tone: "prep",
      };
    case "not-yet-valid":
      return {
        word: "Not yet valid",
        sentence: `It holds from ${sayDay(status.from)} until ${sayDay(status.until)}.`,
        tone: "prep",
      };
    case "valid":
      return { word: "Valid", sentence: `Until ${sayDay(status.until)}.`, tone: "current" };
    case "ends-soon":
      return { word: "Ends soon", sentence: `Valid until ${sayDay(status.until)}: ${leftOf(status)}.`, tone: "ageing" };
    case "lapsed":
      return {
        word: "Lapsed",
        sentence: `Its last day was ${sayDay(status.until)}. Do not rely on it for today.`,
        tone: "lapsed",
      };
  }
}

const leftOf = ({ daysLeft }: { daysLeft: number }) =>
  daysLeft === 0 ? "today is the last day" : `${sayCount(daysLeft, "day")} left`;

const order: CertificationStatusName[] = ["valid", "ends-soon", "not-yet-valid", "in-preparation", "lapsed"];

/** What holds comes first, what has lapsed last. */
export const byStatus = (one: CertificationStatusName, other: CertificationStatusName): number =>
  order.indexOf(one) - order.indexOf(other);

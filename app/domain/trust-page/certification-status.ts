import { en, type Words } from "#app/messages/en.ts";
import { daysFrom, type CalendarDay } from "./days.ts";
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

/** In the words of `words`; the status itself is a matter of dates alone. */
export function describeCertification(
  status: CertificationStatus,
  expectedOn: CalendarDay | null,
  { certifications: said }: Words = en,
): CertificationWords {
  switch (status.is) {
    case "in-preparation":
      return { word: said.inPreparation.word, sentence: said.inPreparation.sentence(expectedOn), tone: "prep" };
    case "not-yet-valid": {
      const sentence = said.notYetValid.sentence(status.from, status.until);
      return { word: said.notYetValid.word, sentence, tone: "prep" };
    }
    case "valid":
      return { word: said.valid.word, sentence: said.valid.sentence(status.until), tone: "current" };
    case "ends-soon": {
      const sentence = said.endsSoon.sentence(status.until, status.daysLeft);
      return { word: said.endsSoon.word, sentence, tone: "ageing" };
    }
    case "lapsed":
      return { word: said.lapsed.word, sentence: said.lapsed.sentence(status.until), tone: "lapsed" };
  }
}

const order: CertificationStatusName[] = ["valid", "ends-soon", "not-yet-valid", "in-preparation", "lapsed"];

/** What holds comes first, what has lapsed last. */
export const byStatus = (one: CertificationStatusName, other: CertificationStatusName): number =>
  order.indexOf(one) - order.indexOf(other);

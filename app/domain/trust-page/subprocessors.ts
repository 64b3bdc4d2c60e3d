import { z } from "zod";
import { en } from "#app/messages/en.ts";
import { addDays, daysFrom, sayDay, type CalendarDay } from "./days.ts";
import { optionalAddress, optionalDay, requiredWords, words } from "./form-fields.ts";
import { longestNoticeDays, type SubprocessorTerms } from "./subprocessor-terms.ts";

export const subprocessorForm = z
  .strictObject({
    name: requiredWords(200, "Enter the company’s name"),
    service: requiredWords(200, "Enter what it does, for example Hosting"),
    purpose: words(1000),
    dataCategories: words(500),
    region: words(300),
    transferBasis: words(300),
    dpaUrl: optionalAddress,
    announcedOn: optionalDay,
    objectionDays: words(3)
      .refine((text) => text === "" || isDayCount(text), "Enter a number of days from 1 to 365")
      .transform((text) => (text === "" ? null : Number(text)))
      .default(null),
    objectUntil: optionalDay,
    addedOn: optionalDay,
    removedOn: optionalDay,
  })
  .superRefine((entry, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const counted = countedLastDay(entry);
    if ((entry.objectUntil || entry.objectionDays) && !entry.announcedOn) {
      say("announcedOn", "Enter the day on which customers were told");
    }
    if (counted && entry.objectUntil && entry.objectUntil !== counted) {
      say("objectUntil", `${entry.objectionDays} days from the notice end on ${sayDay(counted)}. Enter one of the two`);
    }
    if (entry.announcedOn && entry.objectUntil && entry.objectUntil < entry.announcedOn) {
      say("objectUntil", "Enter a day after the notice");
    }
    if (entry.addedOn && entry.removedOn && entry.removedOn < entry.addedOn) {
      say("removedOn", "Enter a day after the first one");
    }
    const lastDay = entry.objectUntil ?? counted;
    if (lastDay && entry.addedOn && entry.addedOn <= lastDay) {
      say("addedOn", `Enter a day after the last one to object, ${sayDay(lastDay)}`);
    }
  })
  .transform(({ objectionDays, ...entry }) => ({
    ...entry,
    objectUntil: entry.objectUntil ?? countedLastDay({ ...entry, objectionDays }),
  }));

const isDayCount = (text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestNoticeDays;

type Counted = { announcedOn: CalendarDay | null; objectionDays: number | null };

/** Null also of what is no day or no number: the checks of a form go on after its first complaint. */
function countedLastDay({ announcedOn, objectionDays }: Counted): CalendarDay | null {
  if (!announcedOn || !Number.isInteger(objectionDays) || Number.isNaN(Date.parse(announcedOn))) return null;
  return addDays(announcedOn, objectionDays!);
}

export type SubprocessorDetails = z.output<typeof subprocessorForm>;

export type SubprocessorDates = Pick<SubprocessorDetails, "announcedOn" | "objectUntil" | "addedOn" | "removedOn">;

/** `planned`: announced or dated, not begun. `leaving`: its last day is known. */
export type SubprocessorState = "planned" | "active" | "leaving" | "removed";

/** In English, for staff and machines. */
export const subprocessorStateNames: Record<SubprocessorState, string> = en.terms.subprocessorStates;

export function subprocessorState(entry: SubprocessorDates, today: CalendarDay): SubprocessorState {
  if (entry.removedOn) return entry.removedOn <= today ? "removed" : "leaving";
  if (entry.addedOn) return entry.addedOn > today ? "planned" : "active";
  return entry.announcedOn ? "planned" : "active";
}

const stateOrder: SubprocessorState[] = ["planned", "active", "leaving", "removed"];

/** Each with its state on `today`: the planned ones first, the removed ones last. */
export const byState = <Entry extends SubprocessorDates>(entries: Entry[], today: CalendarDay) =>
  entries
    .map((entry) => ({ ...entry, state: subprocessorState(entry, today) }))
    .sort((one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state));

export type ObjectionWindow = {
  announcedOn: CalendarDay;
  lastDay: CalendarDay;
  /** From the notice to the last day. */
  days: number;
  isOpen: boolean;
  daysLeft: number;
  shareGone: number;
  startsOn: CalendarDay | null;
};

/** The time in which customers may object, the last day included. */
export function objectionWindow(entry: SubprocessorDates, today: CalendarDay): ObjectionWindow | null {
  const { announcedOn, objectUntil: lastDay, addedOn: startsOn } = entry;
  if (!announcedOn || !lastDay) return null;
  const all = Math.max(1, daysFrom(announcedOn, addDays(lastDay, 1)));
  const gone = Math.min(all, Math.max(0, daysFrom(announcedOn, today)));
  const daysLeft = Math.max(0, daysFrom(today, lastDay));
  const days = daysFrom(announcedOn, lastDay);
  return { announcedOn, lastDay, days, isOpen: today <= lastDay, daysLeft, shareGone: gone / all, startsOn };
}

/** How many days before its first one customers were told of it. */
export const noticeDays = ({ announcedOn, addedOn }: SubprocessorDates): number | null =>
  announcedOn && addedOn && announcedOn <= addedOn ? daysFrom(announcedOn, addedOn) : null;

/** What an entry that is planned falls short of, in words for staff; empty when it keeps the promise. */
export function brokenPromises(entry: SubprocessorDates, terms: SubprocessorTerms, today: CalendarDay): string[] {
  if (subprocessorState(entry, today) !== "planned") return [];
  const [notice, window] = [noticeDays(entry), objectionWindow(entry, today)];
  const broken: string[] = [];
  if (terms.noticeDays && notice !== null && notice < terms.noticeDays) {
    broken.push(`It begins ${notice} days after the notice, and customers are promised ${terms.noticeDays}.`);
  }
  if (terms.objectionDays && (window?.days ?? 0) < terms.objectionDays) {
    const given = window ? `has ${window.days} days to object` : "has no time to object";
    broken.push(`It ${given}, and customers are promised ${terms.objectionDays}.`);
  }
  return broken;
}

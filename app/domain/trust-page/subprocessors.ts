import { z } from "zod";
import { addDays, daysFrom, type CalendarDay } from "./days.ts";
import { optionalAddress, optionalDay, requiredWords, words } from "./form-fields.ts";

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
    objectUntil: optionalDay,
    addedOn: optionalDay,
    removedOn: optionalDay,
  })
  .superRefine((entry, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (entry.objectUntil && !entry.announcedOn) say("announcedOn", "Enter the day on which customers were told");
    if (entry.announcedOn && entry.objectUntil && entry.objectUntil < entry.announcedOn) {
      say("objectUntil", "Enter a day after the notice");
    }
    if (entry.addedOn && entry.removedOn && entry.removedOn < entry.addedOn) {
      say("removedOn", "Enter a day after the first one");
    }
  });

export type SubprocessorDetails = z.output<typeof subprocessorForm>;

export type SubprocessorDates = Pick<SubprocessorDetails, "announcedOn" | "objectUntil" | "addedOn" | "removedOn">;

/** `planned`: announced or dated, not begun. `leaving`: its last day is known. */
export type SubprocessorState = "planned" | "active" | "leaving" | "removed";

export const subprocessorStateNames: Record<SubprocessorState, string> = {
  planned: "Planned",
  active: "Active",
  leaving: "Leaving",
  removed: "Removed",
};

export function subprocessorState(entry: SubprocessorDates, today: CalendarDay): SubprocessorState {
  if (entry.removedOn) return entry.removedOn <= today ? "removed" : "leaving";
  if (entry.addedOn) return entry.addedOn > today ? "planned" : "active";
  return entry.announcedOn ? "planned" : "active";
}

export type ObjectionWindow = {
  announcedOn: CalendarDay;
  lastDay: CalendarDay;
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
  return { announcedOn, lastDay, isOpen: today <= lastDay, daysLeft, shareGone: gone / all, startsOn };
}

import { sayLongDay, type CalendarDay } from "#app/domain/trust-page/days.ts";
import type { PublicFacts } from "#app/domain/trust-page/facts.ts";
import { objectionWindow } from "#app/domain/trust-page/subprocessors.ts";
import type { SubprocessorChange } from "#db/schema/subscriptions.ts";

type Subprocessor = PublicFacts["subprocessors"][number];

export type SubprocessorNews = {
  subprocessorId: string;
  what: SubprocessorChange;
  onDay: CalendarDay;
  objectUntil: CalendarDay | null;
  title: string;
  facts: string[];
};

/** What has happened to the published subprocessors until `today`, in order for each. */
export const subprocessorNews = (entries: Subprocessor[], today: CalendarDay): SubprocessorNews[] =>
  entries.flatMap((entry) => newsOf(entry, today));

function newsOf(entry: Subprocessor, today: CalendarDay): SubprocessorNews[] {
  const { id: subprocessorId, name, announcedOn, objectUntil, addedOn, removedOn } = entry;
  const news: SubprocessorNews[] = [];
  const add = (what: SubprocessorChange, onDay: CalendarDay, said: Pick<SubprocessorNews, "title" | "facts">) =>
    news.push({ subprocessorId, what, onDay, objectUntil: what === "planned" ? objectUntil : null, ...said });
  if (announcedOn && announcedOn <= today) {
    add("planned", announcedOn, { title: `${name} is to become a subprocessor`, facts: plannedFacts(entry, today) });
  }
  if (addedOn && addedOn <= today) {
    const since = `Since ${sayLongDay(addedOn)}.`;
    add("begun", addedOn, { title: `${name} is a subprocessor`, facts: [since, ...factsOf(entry)] });
  }
  if (removedOn && removedOn <= today) {
    const last = `Its last day was ${sayLongDay(removedOn)}.`;
    add("ended", removedOn, { title: `${name} is no longer a subprocessor`, facts: [last] });
  }
  return news;
}

function plannedFacts(entry: Subprocessor, today: CalendarDay): string[] {
  const window = objectionWindow(entry, today);
  const starts = entry.addedOn ? [`It is to begin on ${sayLongDay(entry.addedOn)}.`] : [];
  return [...starts, ...(window ? [objectionSentence(window)] : []), ...factsOf(entry)];
}

const objectionSentence = ({ lastDay, isOpen }: { lastDay: CalendarDay; isOpen: boolean }): string =>
  isOpen
    ? `You may object until ${sayLongDay(lastDay)}, that day included.`
    : `The time to object ended on ${sayLongDay(lastDay)}.`;

function factsOf({ service, purpose, dataCategories, region, transferBasis, dpaUrl }: Subprocessor): string[] {
  const named: [string, string][] = [
    ["Service", service],
    ["Purpose", purpose],
    ["Data", dataCategories],
    ["Region", region],
    ["Transfer basis", transferBasis],
    ["Data processing terms", dpaUrl],
  ];
  return named.filter(([, text]) => text !== "").map(([name, text]) => `${name}: ${text}`);
}

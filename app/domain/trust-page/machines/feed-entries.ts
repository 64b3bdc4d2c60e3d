import { daysFrom, sayDay, type CalendarDay } from "../days.ts";
import type { PublishedSubprocessor, TrustPage } from "../trust-page.ts";
import { topicNames } from "../updates.ts";
import type { Feed, FeedEntry } from "./feed.ts";

const mostEntries = 50;

const startOf = (day: CalendarDay) => `${day}T00:00:00Z`;

export function updateFeed({ company, updates, today }: TrustPage, origin: string): Feed {
  return {
    title: `${company.name}: updates`,
    description: "What changed, newest first.",
    author: company.name,
    address: `${origin}/feeds/updates`,
    page: `${origin}/#updates`,
    emptySince: startOf(today),
    entries: updates.map(({ id, topic, title, body, publishedAt }) => ({
      id: `urn:uuid:${id}`,
      at: publishedAt,
      url: `${origin}/#update-${id}`,
      title,
      text: body || title,
      topic: topicNames[topic],
    })),
  };
}

export function subprocessorFeed({ company, subprocessors, today }: TrustPage, origin: string): Feed {
  const happened = subprocessors
    .flatMap(changesOf)
    .filter(({ on }) => on <= today)
    .sort((one, other) => daysFrom(one.on, other.on));
  return {
    title: `${company.name}: subprocessors`,
    description: "Notices of planned subprocessors, and those that began and ended.",
    author: company.name,
    address: `${origin}/feeds/subprocessors`,
    page: `${origin}/#subprocessors`,
    emptySince: startOf(today),
    entries: happened
      .slice(0, mostEntries)
      .map(({ on, ...entry }) => ({ ...entry, at: startOf(on), url: `${origin}/#subprocessors` })),
  };
}

type Change = Omit<FeedEntry, "at" | "url"> & { on: CalendarDay };

/** A day of the entry each: the notice, the first and the last. */
function changesOf(entry: PublishedSubprocessor): Change[] {
  const { id, name, announcedOn, objectUntil, addedOn, removedOn } = entry;
  const about = [entry.service, entry.region].filter(Boolean).join(", ");
  const changes: Change[] = [];
  if (announcedOn) {
    const begins = addedOn ? ` It is to begin on ${sayDay(addedOn)}.` : "";
    const objection = objectUntil ? ` Customers may object until ${sayDay(objectUntil)}, that day included.` : "";
    changes.push({
      id: `urn:uuid:${changed(id, 1)}`,
      on: announcedOn,
      title: `Notice of a subprocessor: ${name}`,
      text: `${about}.${begins}${objection}${entry.purpose ? ` ${entry.purpose}` : ""}`,
      topic: "Planned",
    });
  }
  if (addedOn) {
    const text = `${about}.${entry.purpose ? ` ${entry.purpose}` : ""}`;
    changes.push({ id: `urn:uuid:${id}`, on: addedOn, title: `${name} is a subprocessor`, text, topic: "Active" });
  }
  if (removedOn) {
    const [title, text] = [`${name} is no longer a subprocessor`, `Its last day was ${sayDay(removedOn)}.`];
    changes.push({ id: `urn:uuid:${changed(id, 2)}`, on: removedOn, title, text, topic: "Removed" });
  }
  return changes;
}

/** Another id for another event of the same entry: its last digit moved on by `by`. */
const changed = (id: string, by: number): string =>
  `${id.slice(0, -1)}${((parseInt(id.slice(-1), 16) + by) % 16).toString(16)}`;

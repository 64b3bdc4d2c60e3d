import type { Staff } from "#app/domain/accounts/people.ts";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import type { Db } from "#db/client.server.ts";
import { getDraft } from "./draft.server.ts";
import { factChanges, type FactChange } from "./fact-changes.ts";
import type { PublicFacts } from "./facts.ts";
import { pageFromFacts } from "./page-from-facts.ts";
import { findPublicationBefore, getHistoryEntry, getPublication, getPublishedFacts } from "./publications.server.ts";
import { getStanding } from "./publish.server.ts";
import { getSecondPersonRule } from "./second-person.server.ts";
import type { StatusWords } from "./status-words.ts";
import { getLiveParts } from "./trust-page.server.ts";
import { noFacts } from "./facts.ts";

export type StatusChange = { from: StatusWords; to: StatusWords };

/** For the staff navigation. */
export async function countUnpublishedChanges(db: Db): Promise<number> {
  const compared = {
    before: await getPublishedFacts(db),
    after: await getDraft(db),
    titles: new Map<string, string>(),
  };
  return factChanges(compared).length;
}

/** What publishing now would change for visitors, and what of it waits for a second person. */
export async function getUnpublishedChanges(db: Db, { staff, now }: { staff: Staff; now: Date }) {
  const standing = await getStanding(db, staff);
  const titles = await documentTitles(db);
  const compared = { before: standing.published, titles };
  return {
    number: standing.number,
    shown: standing.shown,
    isFirst: !standing.published.company.isSetUp,
    canPublish: factChanges({ ...compared, after: standing.content }).length > 0,
    changes: factChanges({ ...compared, after: standing.draft }),
    status: await statusChange(db, { before: standing.published, after: standing.draft, now }),
    rule: await getSecondPersonRule(db),
    toConfirm: standing.toConfirm.map(({ report, what, fingerprint, lastEditor, confirmedBy }) => ({
      ...{ reportId: report.id, what, fingerprint },
      lastEditor: lastEditor?.name ?? null,
      isYours: lastEditor?.id === staff.id,
      confirmedBy: confirmedBy?.name ?? null,
      waits: standing.waiting.some((entry) => entry.report.id === report.id),
    })),
  };
}

/** What one entry of the history changed for visitors when it was made; of a draft set aside, what it would have. */
export async function getHistoryChanges(db: Db, { number, now }: { number: number; now: Date }) {
  const { facts } = await getPublication(db, number);
  const before = (await findPublicationBefore(db, number))?.facts ?? noFacts;
  return {
    entry: await getHistoryEntry(db, number),
    changes: factChanges({ before, after: facts, titles: await documentTitles(db) }),
    status: await statusChange(db, { before, after: facts, now }),
  };
}

/** What restoring an entry would change for visitors, or for the draft if the entry is a draft that was set aside. */
export async function getRestoration(db: Db, { staff, number }: { staff: Staff; number: number }) {
  const standing = await getStanding(db, staff);
  const entry = await getHistoryEntry(db, number);
  const { facts } = await getPublication(db, number);
  const before = entry.state === "published" ? standing.published : standing.draft;
  return {
    entry,
    shown: standing.shown,
    changes: factChanges({ before, after: facts, titles: await documentTitles(db) }),
  };
}

/** As either would be read today; null where they say the same. */
async function statusChange(
  db: Db,
  { before, after, now }: { before: PublicFacts; after: PublicFacts; now: Date },
): Promise<StatusChange | null> {
  const live = await getLiveParts(db);
  const asked = { now, filter: { q: "", category: null } };
  const [from, to] = [pageFromFacts(before, live, asked).status, pageFromFacts(after, live, asked).status];
  return from.title === to.title && from.sentence === to.sentence ? null : { from, to };
}

export async function documentTitles(db: Db): Promise<Map<string, string>> {
  const documents = await listDocuments(db, { withdrawn: true });
  return new Map(documents.map(({ id, title }) => [id, title]));
}

export type UnpublishedChanges = Awaited<ReturnType<typeof getUnpublishedChanges>>;
export type { FactChange };

import { listDocuments } from "#app/domain/documents/documents.server.ts";
import type { Db } from "#db/client.server.ts";
import { getDraft } from "./draft.server.ts";
import type { PublicFacts } from "./facts.ts";
import { pageFromFacts, type Asked, type LiveParts } from "./page-from-facts.ts";
import { getPublishedFacts } from "./publications.server.ts";
import type { TrustPage } from "./trust-page.ts";
import { listPublishedUpdates } from "./updates.server.ts";

const updatesShown = 20;

/** What anyone may see: the newest publication, and what is live. */
export const getTrustPage = async (db: Db, asked: Asked): Promise<TrustPage> =>
  trustPageOf(db, await getPublishedFacts(db), asked);

/** What visitors would see if all that staff have entered were published now. */
export async function getDraftPage(db: Db, asked: Asked): Promise<{ page: TrustPage; hasLogo: boolean }> {
  const draft = await getDraft(db);
  return { page: await trustPageOf(db, draft, asked), hasLogo: draft.company.logo !== null };
}

/** The page of any publication's facts, with the documents and updates of today. */
export const trustPageOf = async (db: Db, facts: PublicFacts, asked: Asked): Promise<TrustPage> =>
  pageFromFacts(facts, await getLiveParts(db), asked);

export async function getLiveParts(db: Db): Promise<LiveParts> {
  const updates = await listPublishedUpdates(db, updatesShown);
  return {
    documents: await listDocuments(db),
    updates: updates.map((update) => ({ ...update, publishedAt: update.publishedAt.toISOString() })),
  };
}

import { sql } from "kysely";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { noFacts, readFacts, type PublicFacts } from "./facts.ts";

export type Publication = { number: number; facts: PublicFacts };

/** What visitors see now. The page, the badge, files for machines and the search all begin here, so that they agree. */
export async function getPublishedFacts(db: Db): Promise<PublicFacts> {
  return (await findNewestPublication(db))?.facts ?? noFacts;
}

export async function findNewestPublication(db: Db): Promise<Publication | null> {
  const newest = await publications(db).where("state", "=", "published").orderBy("number", "desc").executeTakeFirst();
  return newest ? read(newest) : null;
}

export async function getPublication(db: Db, number: number): Promise<Publication> {
  const found = await publications(db).where("number", "=", number).executeTakeFirst();
  if (!found) throw noSuchPublication();
  return read(found);
}

/** The one that visitors saw before this one. */
export async function findPublicationBefore(db: Db, number: number): Promise<Publication | null> {
  const before = await publications(db)
    .where("state", "=", "published")
    .where("number", "<", number)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return before ? read(before) : null;
}

/** The number that the next entry of the history follows; 0 before the first. */
export async function getNewestNumber(db: Db): Promise<number> {
  const { number } = await db
    .selectFrom("trustPagePublication")
    .select((entry) => entry.fn.max("number").as("number"))
    .executeTakeFirstOrThrow();
  return number ?? 0;
}

export type HistoryEntry = Awaited<ReturnType<typeof listPublications>>[number];

/** Newest first, drafts that were set aside among them. */
export async function listPublications(db: Db) {
  return history(db).orderBy("number", "desc").limit(mostListed).execute();
}

export async function getHistoryEntry(db: Db, number: number): Promise<HistoryEntry> {
  const found = await history(db).where("number", "=", number).executeTakeFirst();
  if (!found) throw noSuchPublication();
  return found;
}

export const mostListed = 200;

const history = (db: Db) =>
  db
    .selectFrom("trustPagePublication")
    .leftJoin("person", "person.id", "trustPagePublication.madeBy")
    .select(["trustPagePublication.number", "trustPagePublication.state", "trustPagePublication.madeAt"])
    .select(["trustPagePublication.note", "trustPagePublication.restoredFrom", "person.name as madeBy"]);

const publications = (db: Db) => db.selectFrom("trustPagePublication").select(["number", "schemaVersion", "content"]);

const read = (row: { number: number; schemaVersion: number; content: unknown }): Publication => ({
  number: row.number,
  facts: readFacts(row),
});

/** Name and logo as visitors see them, without reading all the rest. */
export async function getBrand(db: Db): Promise<{ name: string; logoUrl: string | null }> {
  const newest = await db
    .selectFrom("trustPagePublication")
    .select([
      sql<string>`content #>> '{company,name}'`.as("name"),
      sql<string>`content #>> '{company,logo}'`.as("logo"),
    ])
    .where("state", "=", "published")
    .orderBy("number", "desc")
    .executeTakeFirst();
  if (!newest) return { name: noFacts.company.name, logoUrl: null };
  return { name: newest.name, logoUrl: newest.logo ? `/logo?v=${newest.logo.slice(0, 12)}` : null };
}

export async function getPublishedLogo(db: Db): Promise<{ bytes: Buffer; mediaType: string; tag: string }> {
  const newest = await db
    .selectFrom("trustPagePublication")
    .select(["number", "logo", "logoType"])
    .where("state", "=", "published")
    .orderBy("number", "desc")
    .executeTakeFirst();
  if (!newest?.logo || !newest.logoType) throw new NotFound("trust-page.no-logo", "There is no logo.");
  return { bytes: Buffer.from(newest.logo), mediaType: newest.logoType, tag: String(newest.number) };
}

const noSuchPublication = () => new NotFound("trust-page.no-such-publication", "There is no such publication.");

import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { type Lexicon, readLexicon } from "#app/domain/matching/concepts.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureKeepsAnswers } from "./answers.server.ts";
import { builtInName, most, type OwnConceptForm, phraseKey } from "./own-concepts.ts";

/** The operator's own words, in the form that `readLexicon` of matching takes: `name | phrase | phrase`, one a line. */
export async function getOperatorConcepts(db: Db): Promise<string> {
  const concepts = await db
    .selectFrom("ownConcept")
    .select(["name", "phrases"])
    .orderBy(sql`name collate "C"`)
    .execute();
  return concepts.map(({ name, phrases }) => [name, ...phrases].join(" | ")).join("\n");
}

let compiled: { own: string; lexicon: Lexicon } | undefined;

/** The built-in meanings with the operator's own, compiled once for as long as these stay the same. */
export async function getLexicon(db: Db): Promise<Lexicon> {
  const own = await getOperatorConcepts(db);
  if (compiled?.own !== own) compiled = { own, lexicon: readLexicon(own) };
  return compiled.lexicon;
}

export async function listOwnConcepts(db: Db) {
  const concepts = await db
    .selectFrom("ownConcept")
    .innerJoin("person as changer", "changer.id", "ownConcept.changedBy")
    .select(["ownConcept.id", "ownConcept.name", "phrases", "changedAt", "changer.name as changerName"])
    .orderBy(sql`lower(own_concept.name) collate "C"`)
    .execute();
  return concepts.map((concept) => ({ ...concept, addsToBuiltIn: builtInName(concept.name) !== null }));
}

export async function getOwnConcept(db: Db, id: string) {
  const found = await db
    .selectFrom("ownConcept")
    .select(["id", "name", "phrases"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!found) throw noSuchWord();
  return found;
}

export async function addOwnConcept(db: Db, staff: Staff, form: OwnConceptForm): Promise<string> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    const words = await ensureOnlyHere(trx, { id: null, ...form });
    const added = { ...words, changedBy: staff.id };
    const { id } = await trx.insertInto("ownConcept").values(added).returning("id").executeTakeFirstOrThrow();
    await record(trx, staff, { did: "added", id, words });
    return id;
  });
}

export async function changeOwnConcept(
  db: Db,
  staff: Staff,
  { id, form }: { id: string; form: OwnConceptForm },
): Promise<void> {
  ensureKeepsAnswers(staff);
  await inTransaction(db, async (trx) => {
    const words = await ensureOnlyHere(trx, { id, ...form });
    const changed = await trx
      .updateTable("ownConcept")
      .set({ ...words, changedBy: staff.id, changedAt: sql`now()` })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw noSuchWord();
    await record(trx, staff, { did: "changed", id, words });
  });
}

export async function removeOwnConcept(db: Db, staff: Staff, id: string): Promise<{ name: string }> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    const words = await trx
      .deleteFrom("ownConcept")
      .where("id", "=", id)
      .returning(["name", "phrases"])
      .executeTakeFirst();
    if (!words) throw noSuchWord();
    await record(trx, staff, { did: "removed", id, words });
    return words;
  });
}

/** The trail keeps what was removed, so it can be put back. */
export async function findRemovedConcept(db: Db, id: string): Promise<OwnConceptForm | null> {
  const there = await db.selectFrom("ownConcept").select("id").where("id", "=", id).executeTakeFirst();
  if (there) return null;
  const removal = await db
    .selectFrom("auditEvent")
    .select("details")
    .where("action", "=", "knowledge-base.words.removed")
    .where("subjectId", "=", id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return (removal?.details as OwnConceptForm | undefined) ?? null;
}

export async function restoreOwnConcept(db: Db, staff: Staff, id: string): Promise<{ name: string }> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    await holdOwnWords(trx);
    const removed = await findRemovedConcept(trx, id);
    if (!removed) throw noSuchWord();
    const words = await ensureOnlyHere(trx, { id: null, ...removed });
    await trx
      .insertInto("ownConcept")
      .values({ id, ...words, changedBy: staff.id })
      .execute();
    await record(trx, staff, { did: "restored", id, words });
    return words;
  });
}

/** One at a time may change the words, so that no two take the same phrase. */
const holdOwnWords = (db: Db) => sql`select pg_advisory_xact_lock(hashtext('own-words'))`.execute(db);

/** The words to store, once no other entry has any of them. The name of a built-in meaning is spelled as it is there. */
async function ensureOnlyHere(
  db: Db,
  { id, name, phrases }: OwnConceptForm & { id: string | null },
): Promise<OwnConceptForm> {
  await holdOwnWords(db);
  const others = await db
    .selectFrom("ownConcept")
    .select(["id", "name", "phrases"])
    .$if(id !== null, (all) => all.where("id", "!=", id))
    .execute();
  if (id === null && others.length >= most.words) {
    throw new Conflict("knowledge-base.too-many-words", `There are ${most.words} words already. Remove one first.`);
  }
  const owners = new Map(
    others.flatMap((other) => [other.name, ...other.phrases].map((phrase) => [phraseKey(phrase), other.name])),
  );
  for (const phrase of [name, ...phrases]) {
    const owner = owners.get(phraseKey(phrase));
    if (owner === undefined) continue;
    const sentence = `“${phrase}” belongs to “${owner}” already. Add to that, or take it out there first.`;
    throw new Conflict("knowledge-base.phrase-taken", sentence);
  }
  return { name: builtInName(name) ?? name, phrases };
}

type Did = "added" | "changed" | "removed" | "restored";

const record = (db: Db, staff: Staff, { did, id, words }: { did: Did; id: string; words: OwnConceptForm }) =>
  recordAudit(db, {
    action: `knowledge-base.words.${did}`,
    actor: staff,
    subject: { kind: "own-concept", id },
    details: { name: words.name, phrases: words.phrases },
  });

const noSuchWord = () => new NotFound("knowledge-base.no-such-word", "There is no such word.");

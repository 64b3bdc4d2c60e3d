import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { grantState, grantsWithDocuments, requiredNdaVersionId } from "./grant-states.server.ts";
import type { NdaVersionForm } from "./nda.ts";

/** The text as Markdown, or the bytes of a PDF that was checked. */
export type NdaText =
  | { format: "markdown"; body: string; pages: null; bytes?: undefined }
  | { format: "pdf"; body: ""; pages: number; bytes: Uint8Array };

export type NewNdaVersion = Omit<NdaVersionForm, "body" | "file"> & { text: NdaText };

/** A new text for those who accept from now on. Versions before it, and what was accepted under them, stay as they are. */
export async function publishNdaVersion(
  db: Db,
  staff: Staff,
  form: NewNdaVersion,
): Promise<{ id: string; number: number }> {
  ensureDecides(staff);
  return inTransaction(db, async (trx) => {
    await holdNdaVersionsAlone(trx);
    const { bytes, ...text } = form.text;
    if (bytes) await fileStore.put(bytes);
    const hash = sha256(bytes ?? text.body);
    const newest = await trx
      .selectFrom("ndaVersion")
      .select(["number", "title", "sha256"])
      .orderBy("number", "desc")
      .executeTakeFirst();
    if (newest?.sha256 === hash && newest.title === form.title) {
      throw new Conflict("access.nda-unchanged", `This is version ${newest.number}, word for word.`);
    }
    const version = await trx
      .insertInto("ndaVersion")
      .values({
        number: (newest?.number ?? 0) + 1,
        title: form.title,
        ...text,
        sha256: hash,
        language: form.language,
        material: form.material && newest !== undefined,
        obligationMonths: form.obligationMonths,
        effectiveFrom: form.effectiveOn ? sql`${form.effectiveOn}::date at time zone 'UTC'` : sql`now()`,
        publishedBy: staff.id,
      })
      .returning(["id", "number"])
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "access.nda.published",
      actor: staff,
      subject: { kind: "nda-version", id: version.id },
      details: { number: version.number, sha256: hash, material: form.material },
    });
    return version;
  });
}

export async function holdNdaVersionsAlone(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('nda-version'))`.execute(db);
}

/**
 * Acceptances, grants and downloads hold the versions as they are until they are done; a publication waits for them, and they for
 * it. Whoever needs the lock of a person as well takes that one first.
 */
export async function holdNdaVersions(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('nda-version'))`.execute(db);
}

export type NdaVersion = Awaited<ReturnType<typeof getNdaVersion>>;

export async function getNdaVersion(db: Db, id: string) {
  const version = await db.selectFrom("ndaVersion").selectAll().where("id", "=", id).executeTakeFirst();
  if (!version) throw new NotFound("access.nda-version-not-found", complaints.noSuchNda);
  return version;
}

/** The version in force, or null before the first is published. */
export async function findCurrentNdaVersion(db: Db): Promise<NdaVersion | null> {
  const version = await db
    .selectFrom("ndaVersion")
    .selectAll()
    .where("effectiveFrom", "<=", sql<Date>`now()`)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return version ?? null;
}

export async function currentNdaVersion(db: Db): Promise<NdaVersion> {
  const version = await findCurrentNdaVersion(db);
  if (!version) throw new Conflict("access.no-nda", "There is no NDA yet. Publish one before you give NDA documents.");
  return version;
}

export async function listNdaVersions(db: Db) {
  return db
    .selectFrom("ndaVersion")
    .leftJoin("person", "person.id", "ndaVersion.publishedBy")
    .select(["ndaVersion.id", "ndaVersion.number", "ndaVersion.title", "ndaVersion.sha256", "ndaVersion.effectiveFrom"])
    .select(["ndaVersion.format", "ndaVersion.material", "ndaVersion.pages", "person.name as publishedByName"])
    .select((version) =>
      version
        .selectFrom("ndaAcceptance")
        .select((acceptance) => acceptance.fn.countAll<string>().as("n"))
        .whereRef("ndaAcceptance.ndaVersionId", "=", "ndaVersion.id")
        .as("acceptances"),
    )
    .orderBy("ndaVersion.number", "desc")
    .execute();
}

/** The versions that the person's grants wait for, with how many documents each would open. */
export async function listNdasToAccept(db: Db, personId: string, only: { requestId?: string } = {}) {
  let query = grantsWithDocuments(db)
    .select(requiredNdaVersionId.as("ndaVersionId"))
    .select((grant) => grant.fn.count<string>("accessGrant.documentId").distinct().as("documents"))
    .where("accessGrant.personId", "=", personId)
    .where(grantState, "=", "waits-for-nda")
    .where(requiredNdaVersionId, "is not", null)
    .groupBy("ndaVersionId");
  if (only.requestId) query = query.where("accessGrant.accessRequestId", "=", only.requestId);
  const waiting = await query.execute();
  return waiting.map((row) => ({ ndaVersionId: row.ndaVersionId!, documents: Number(row.documents) }));
}

/** Only what a grant of theirs asks for, or the version in force, is put before a prospect. */
export async function getOfferedVersion(db: Db, prospect: Prospect, ndaVersionId: string): Promise<NdaVersion> {
  const current = await findCurrentNdaVersion(db);
  if (current?.id === ndaVersionId) return current;
  const wanted = await listNdasToAccept(db, prospect.id);
  if (wanted.some((one) => one.ndaVersionId === ndaVersionId)) return getNdaVersion(db, ndaVersionId);
  throw new NotFound("access.nda-version-not-found", complaints.noSuchNda);
}

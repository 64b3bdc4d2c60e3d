import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { grantState, grantsWithDocuments, requiredNdaVersionId } from "./grant-states.server.ts";
import type { NdaVersionForm } from "./nda.ts";

/** A new text for those who accept from now on. Versions before it, and what was accepted under them, stay as they are. */
export async function publishNdaVersion(
  db: Db,
  staff: Staff,
  form: NdaVersionForm,
): Promise<{ id: string; number: number }> {
  ensureDecides(staff);
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('nda-version'))`.execute(trx);
    const newest = await trx
      .selectFrom("ndaVersion")
      .select(["number", "title", "sha256"])
      .orderBy("number", "desc")
      .executeTakeFirst();
    const hash = sha256(form.body);
    if (newest?.sha256 === hash && newest.title === form.title) {
      throw new Conflict("access.nda-unchanged", `This is version ${newest.number}, word for word.`);
    }
    const version = await trx
      .insertInto("ndaVersion")
      .values({
        number: (newest?.number ?? 0) + 1,
        title: form.title,
        body: form.body,
        sha256: hash,
        effectiveFrom: sql`now()`,
        publishedBy: staff.id,
      })
      .returning(["id", "number"])
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "access.nda.published",
      actor: staff,
      subject: { kind: "nda-version", id: version.id },
      details: { number: version.number, sha256: hash },
    });
    return version;
  });
}

export type NdaVersion = Awaited<ReturnType<typeof getNdaVersion>>;

export async function getNdaVersion(db: Db, id: string) {
  const version = await db.selectFrom("ndaVersion").selectAll().where("id", "=", id).executeTakeFirst();
  if (!version) throw new NotFound("access.nda-version-not-found", "There is no such version of the NDA.");
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
    .select("person.name as publishedByName")
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

import { sql } from "kysely";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client, Prospect, Staff, Viewer } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Stamp } from "#app/domain/documents/names.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import { type CurrentVersion, currentVersion } from "#app/domain/documents/versions.server.ts";
import { Conflict, NotAllowed, NotFound, TooMany } from "#app/domain/errors.ts";
import { newCode } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decides } from "./deciders.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";
import type { GrantState } from "./grants.ts";
import { limits } from "./limits.ts";

export type OpenedFile = {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  /** Null for a public document, which everyone gets as it is. */
  copyId: string | null;
};

export type Opening = { documentId: string; client: Client };

type Copy = { copyId: string; at: Date; version: CurrentVersion; stamped: boolean };
type Found = { id: string; title: string; audience: Audience; withdrawnAt: Date | null };

/**
 * The one door to a stored file. A public document is for everyone. A gated one leaves only for a person whose live grant
 * was read, and locked, in the transaction that writes the download; and only with their stamp on every page.
 */
export async function openDocument(db: Db, who: Viewer, opening: Opening): Promise<OpenedFile> {
  await ensureWithinAddressLimit(db, limits.downloadByAddress, opening.client);
  // Read before the audience: what is public now was so for this version too, and not only for an earlier one.
  const version = await currentVersion(db, opening.documentId);
  const document = await findDocument(db, opening.documentId);
  if (!version || !document || document.withdrawnAt || isHidden(document, who)) throw noSuchDocument();
  if (document.audience === "public") return openPublic(version);
  if (who.kind === "visitor") {
    throw new NotAllowed(
      "access.sign-in-first",
      "This document is given on request. Ask for it, or sign in with the address that has a grant.",
    );
  }
  const copy = who.kind === "prospect" ? await takeCopy(db, who, opening) : await takeStaffCopy(db, who, opening);
  return deliver(db, who, { ...copy, document });
}

const isHidden = (document: Found, who: Viewer) =>
  document.audience === "internal" && !(who.kind === "staff" && decides(who));

async function findDocument(db: Db, documentId: string): Promise<Found | undefined> {
  return db
    .selectFrom("document")
    .select(["id", "title", "audience", "withdrawnAt"])
    .where("id", "=", documentId)
    .executeTakeFirst();
}

async function openPublic(version: CurrentVersion): Promise<OpenedFile> {
  return { bytes: await openStoredFile(version.sha256), ...nameOf(version), copyId: null };
}

/** Checks the grant and writes the download, in one transaction: after a revocation there is no download. */
async function takeCopy(db: Db, prospect: Prospect, opening: Opening): Promise<Copy> {
  await ensureWithinLimit(db, limits.downloadByPerson, prospect.id);
  await ensureWithinLimit(db, limits.downloadByDocument, `${prospect.id}:${opening.documentId}`);
  return inTransaction(db, async (trx) => {
    const grant = await lockLiveGrant(trx, prospect, opening.documentId);
    const version = await currentVersion(trx, opening.documentId);
    if (!version?.stampable) throw cannotBeStamped();
    const { copyId, at } = await trx
      .insertInto("download")
      .values({
        copyId: await newCopyId(trx),
        accessGrantId: grant.id,
        personId: prospect.id,
        documentId: opening.documentId,
        documentVersionId: version.id,
        ipAddress: opening.client.ipAddress,
        userAgent: opening.client.userAgent.slice(0, 400),
      })
      .returning(["copyId", "at"])
      .executeTakeFirstOrThrow();
    await recordCopy(trx, prospect, { opening, copyId, version, grantId: grant.id });
    return { copyId, at, version, stamped: true };
  });
}

/** Locks every grant of the document that the person holds, and the document, then says which one opens it now. */
async function lockLiveGrant(db: Db, prospect: Prospect, documentId: string): Promise<{ id: string }> {
  const grants = await grantsWithDocuments(db)
    .innerJoin("person", "person.id", "accessGrant.personId")
    .select(["accessGrant.id", grantState.as("state")])
    .where("accessGrant.personId", "=", prospect.id)
    .where("accessGrant.documentId", "=", documentId)
    .where("document.audience", "in", ["on-request", "nda"])
    .where("person.disabledAt", "is", null)
    .orderBy("accessGrant.grantedAt", "desc")
    .forShare(["accessGrant", "document"])
    .execute();
  const open = grants.find((grant) => grant.state === "open");
  if (open) return open;
  throw refusalFor(grants.map((grant) => grant.state));
}

function refusalFor(states: GrantState[]): NotAllowed {
  if (states.includes("waits-for-nda")) {
    return new NotAllowed("access.nda-first", "Accept the NDA first. It is on your page.");
  }
  if (states[0] === "revoked") {
    return new NotAllowed(
      "access.grant-revoked",
      "Your access to this document was ended. The reason is on your page.",
    );
  }
  if (states[0] === "expired") {
    return new NotAllowed("access.grant-expired", "Your access to this document has run out. Ask for it again.");
  }
  return new NotAllowed(
    "access.no-grant",
    "You have no grant for this document. Ask for it, or sign in with the address that has one.",
  );
}

/** Staff need no grant; their copy is stamped with their name and on record like any other. */
async function takeStaffCopy(db: Db, staff: Staff, opening: Opening): Promise<Copy> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, opening.documentId);
    const version = await currentVersion(trx, opening.documentId);
    if (!version || !document) throw noSuchDocument();
    const stamped = document.audience !== "internal" || version.stampable;
    if (stamped && !version.stampable) throw cannotBeStamped();
    const copyId = await newCopyId(trx);
    const { rows } = await sql<{ at: Date }>`select now() as at`.execute(trx);
    await recordCopy(trx, staff, { opening, copyId, version, grantId: null });
    return { copyId, at: rows[0]!.at, version, stamped };
  });
}

async function recordCopy(
  db: Db,
  who: Prospect | Staff,
  copy: { opening: Opening; copyId: string; version: CurrentVersion; grantId: string | null },
) {
  await recordAudit(db, {
    action: "access.document.downloaded",
    actor: who,
    subject: { kind: "document", id: copy.opening.documentId },
    details: {
      copyId: copy.copyId,
      grantId: copy.grantId,
      version: copy.version.number,
      sha256: copy.version.sha256,
      ipAddress: copy.opening.client.ipAddress,
    },
  });
}

/** The stamping library is large, so it is loaded for the first copy and not before anyone can be served. */
async function stamped(original: Uint8Array, stamp: Stamp): Promise<Buffer> {
  const { stampPdf } = await import("#app/domain/documents/stamp-pdf.server.ts");
  return stampPdf(original, stamp);
}

/** The stamp, or nothing: a copy that cannot be stamped stays here, and staff find out why on the trail. */
async function deliver(db: Db, who: Prospect | Staff, copy: Copy & { document: Found }): Promise<OpenedFile> {
  const { copyId, at, version, document } = copy;
  try {
    const original = await openStoredFile(version.sha256);
    const company = who.kind === "prospect" ? who.companyName : "Staff";
    const bytes = copy.stamped
      ? await stamped(original, { name: who.name, email: who.email, company, at, copyId })
      : original;
    return { bytes, ...nameOf(version), copyId };
  } catch (error) {
    await inTransaction(db, (trx) =>
      recordAudit(trx, {
        action: "access.document.refused",
        actor: who,
        subject: { kind: "document", id: document.id },
        details: { copyId, version: version.number, why: error instanceof Error ? error.message : "unknown" },
      }),
    );
    if (error instanceof TooMany) throw error;
    throw new Conflict(
      "access.copy-not-made",
      "We could not make your stamped copy, so nothing was sent. It is on record for our security team.",
    );
  }
}

const nameOf = ({ fileName, mediaType }: CurrentVersion) => ({ fileName, mediaType });

async function newCopyId(db: Db): Promise<string> {
  for (;;) {
    const copyId = `CP-${newCode(4)}-${newCode(4)}`;
    const taken = await db.selectFrom("download").select("id").where("copyId", "=", copyId).executeTakeFirst();
    if (!taken) return copyId;
  }
}

const noSuchDocument = () => new NotFound("access.document-not-found", "There is no such document.");
const cannotBeStamped = () =>
  new NotAllowed(
    "access.not-stampable",
    "This document cannot be stamped, so it is not given out. Write to our security team.",
  );

import { complaints } from "#app/messages/en/complaints.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Prospect, Staff, Viewer } from "#app/domain/accounts/people.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import { type CurrentVersion, currentVersion } from "#app/domain/documents/versions.server.ts";
import { Conflict, NotAllowed, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decides } from "./deciders.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";
import type { GrantState } from "./grants.ts";
import { type Asked, type FoundDocument, makeCopy, type Opening, recordCopy } from "./issue-copy.server.ts";
import { limits } from "./limits.ts";
import { holdNdaVersions } from "./nda.server.ts";

export type OpenedFile = {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  /** Null for a public document, which everyone gets as it is. */
  copyId: string | null;
  /** Whether the rest may still leave: a revocation cuts what is on its way. */
  stillOpen: () => Promise<boolean>;
};

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
    throw new NotAllowed("access.sign-in-first", complaints.signInFirst);
  }
  const asked = { opening, version, document };
  return who.kind === "prospect" ? takeCopy(db, who, asked) : takeStaffCopy(db, who, asked);
}

const isHidden = (document: FoundDocument, who: Viewer) =>
  document.audience === "internal" && !(who.kind === "staff" && decides(who));

async function findDocument(db: Db, documentId: string): Promise<FoundDocument | undefined> {
  return db
    .selectFrom("document")
    .select(["id", "title", "audience", "withdrawnAt"])
    .where("id", "=", documentId)
    .executeTakeFirst();
}

async function openPublic(version: CurrentVersion): Promise<OpenedFile> {
  const bytes = await openStoredFile(version.sha256);
  return { bytes, ...nameOf(version), copyId: null, stillOpen: async () => true };
}

/**
 * The copy is made first, for whoever may have it now. Whether they still may is settled in the transaction that writes
 * the download, under the grant's lock: after a revocation there is no download, and before a download there is no byte.
 */
async function takeCopy(db: Db, prospect: Prospect, asked: Asked): Promise<OpenedFile> {
  const { documentId } = asked.opening;
  await ensureWithinLimit(db, limits.downloadByPerson, prospect.id);
  await ensureWithinLimit(db, limits.downloadByDocument, `${prospect.id}:${documentId}`);
  await getLiveGrant(db, prospect, { documentId, locked: false });
  if (!asked.version.stampable) throw cannotBeStamped();
  const copy = await makeCopy(db, { ...asked, who: prospect, company: prospect.companyName });
  await inTransaction(db, async (trx) => {
    await holdNdaVersions(trx);
    const grant = await getLiveGrant(trx, prospect, { documentId, locked: true });
    await ensureSameVersion(trx, asked);
    await trx
      .insertInto("download")
      .values({
        copyId: copy.copyId,
        accessGrantId: grant.id,
        personId: prospect.id,
        documentId,
        documentVersionId: asked.version.id,
        ipAddress: asked.opening.client.ipAddress,
        userAgent: asked.opening.client.userAgent.slice(0, 400),
        at: copy.at,
      })
      .execute();
    await recordCopy(trx, { ...asked, who: prospect, copy, grantId: grant.id });
  });
  const stillOpen = () => isStillOpen(db, prospect, documentId);
  return { bytes: copy.bytes, ...nameOf(asked.version), copyId: copy.copyId, stillOpen };
}

async function isStillOpen(db: Db, prospect: Prospect, documentId: string): Promise<boolean> {
  return getLiveGrant(db, prospect, { documentId, locked: false }).then(
    () => true,
    () => false,
  );
}

/** Says which grant opens the document now. Locked, no grant of it changes until the transaction ends, nor the document. */
async function getLiveGrant(
  db: Db,
  prospect: Prospect,
  { documentId, locked }: { documentId: string; locked: boolean },
): Promise<{ id: string }> {
  const query = grantsWithDocuments(db)
    .innerJoin("person", "person.id", "accessGrant.personId")
    .select(["accessGrant.id", grantState.as("state")])
    .where("accessGrant.personId", "=", prospect.id)
    .where("accessGrant.documentId", "=", documentId)
    .where("document.audience", "in", ["on-request", "nda"])
    .where("person.disabledAt", "is", null)
    .orderBy("accessGrant.grantedAt", "desc");
  const grants = await (locked ? query.forShare(["accessGrant", "document"]) : query).execute();
  const open = grants.find((grant) => grant.state === "open");
  if (open) return open;
  throw refusalFor(grants.map((grant) => grant.state));
}

function refusalFor(states: GrantState[]): NotAllowed {
  if (states.includes("waits-for-nda")) {
    return new NotAllowed("access.nda-first", complaints.ndaFirst);
  }
  if (states[0] === "revoked") {
    return new NotAllowed("access.grant-revoked", complaints.grantRevoked);
  }
  if (states[0] === "expired") {
    return new NotAllowed("access.grant-expired", complaints.grantExpired);
  }
  return new NotAllowed("access.no-grant", complaints.noGrant);
}

/** Staff need no grant; their copy is stamped with their name and on record like any other. */
async function takeStaffCopy(db: Db, staff: Staff, asked: Asked): Promise<OpenedFile> {
  const { version, document } = asked;
  if (!version.stampable && document.audience !== "internal") throw cannotBeStamped();
  const copy = await makeCopy(db, { ...asked, who: staff, company: "Staff" });
  await inTransaction(db, async (trx) => {
    await ensureSameVersion(trx, asked);
    await recordCopy(trx, { ...asked, who: staff, copy, grantId: null });
  });
  return { bytes: copy.bytes, ...nameOf(version), copyId: copy.copyId, stillOpen: async () => true };
}

/** The copy is of this version; one that replaced it while the copy was made is the one to have. */
async function ensureSameVersion(db: Db, { opening, version }: Asked) {
  if ((await currentVersion(db, opening.documentId))?.id === version.id) return;
  throw new Conflict(
    "access.replaced-meanwhile",
    "This document was replaced while your copy was being made. Download it again to get the new version.",
  );
}

const nameOf = ({ fileName, mediaType }: CurrentVersion) => ({ fileName, mediaType });

const noSuchDocument = () => new NotFound("access.document-not-found", complaints.noSuchDocument);
const cannotBeStamped = () => new NotAllowed("access.not-stampable", complaints.notStampable);

import { type AuditActor, recordAudit } from "#app/domain/audit/record.server.ts";
import type { Db } from "#db/client.server.ts";
import { findNdaGroundOf } from "./account-terms.server.ts";
import { makeGrant } from "./grants.server.ts";
import { currentNdaVersion, holdNdaVersions } from "./nda.server.ts";

export type MadeGrant = { id: string; documentId: string; title: string; days: number; waits: boolean };

/**
 * An NDA document asks for the version in force now, or rests on what stands in its place for the account. What a grant
 * asks for never changes later.
 */
export async function grantDocuments(
  db: Db,
  order: {
    personId: string;
    documents: { id: string; title: string; audience: "on-request" | "nda"; days: number }[];
    accessRequestId: string | null;
    shareLinkId: string | null;
    grantedBy: string;
  },
): Promise<MadeGrant[]> {
  const { documents, ...rest } = order;
  await holdNdaVersions(db);
  const underNda = documents.some((document) => document.audience === "nda");
  const groundId = underNda ? await findNdaGroundOf(db, order.personId) : null;
  const nda = underNda && !groundId ? await currentNdaVersion(db) : null;
  const made: MadeGrant[] = [];
  for (const { id: documentId, title, audience, days } of documents) {
    const needs = audience === "nda" ? { version: nda?.id ?? null, ground: groundId } : { version: null, ground: null };
    const frozen = { requiresNdaVersionId: needs.version, ndaGroundId: needs.ground };
    const grant = await makeGrant(db, { ...rest, ...frozen, documentId, days });
    made.push({ ...grant, documentId, title, days });
  }
  return made;
}

export async function recordGrants(db: Db, actor: AuditActor, grants: MadeGrant[]) {
  for (const grant of grants) {
    await recordAudit(db, {
      action: "access.grant.made",
      actor,
      subject: { kind: "grant", id: grant.id },
      details: { documentId: grant.documentId, days: grant.days, waitsForNda: grant.waits },
    });
  }
}

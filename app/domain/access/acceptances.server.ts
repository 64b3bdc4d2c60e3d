import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Client, Prospect } from "#app/domain/accounts/people.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { acceptButton, consentSentence, wordsOfThePage } from "./acceptance-words.ts";
import type { AcceptanceForm } from "./acceptances.ts";
import { lockPerson } from "./grants.server.ts";
import { limits } from "./limits.ts";
import { findCurrentNdaVersion, getNdaVersion, listNdasToAccept, type NdaVersion } from "./nda.server.ts";
import { ensurePresented } from "./presented-nda.server.ts";
import { type AcceptanceEvent, sealOf } from "./seal.ts";
import { vendorName } from "./vendor.server.ts";

export type Evidence = {
  ndaVersionId: string;
  form: AcceptanceForm;
  client: Client;
  sessionHash: string;
  provedBy: string;
};

/**
 * Keeps one person's acceptance of one version, with all that shows who accepted what, and starts the grants that waited
 * for it. The address comes from the session and the words from the record; the form gives name, title and company.
 */
export async function acceptNda(db: Db, prospect: Prospect, evidence: Evidence): Promise<{ id: string }> {
  await ensureWithinAddressLimit(db, limits.acceptanceByAddress, evidence.client);
  await ensureWithinLimit(db, limits.acceptanceBySession, evidence.sessionHash);
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, prospect.id);
    const nda = await getOfferedVersion(trx, prospect, evidence.ndaVersionId);
    const acceptance = await keepAcceptance(trx, prospect, { ...evidence, nda });
    const started = await startWaitingGrants(trx, prospect.id, nda.id);
    await notify(trx, {
      to: prospect.email,
      template: "nda-accepted",
      props: {
        company: await vendorName(trx),
        ndaTitle: nda.title,
        ndaNumber: nda.number,
        acceptedAt: acceptance.acceptedAt.toISOString(),
        link: `${appOrigin()}/portal/acceptances/${acceptance.id}/certificate`,
      },
    });
    await recordAudit(trx, {
      action: "access.nda.accepted",
      actor: prospect,
      subject: { kind: "nda-acceptance", id: acceptance.id },
      details: { ndaVersion: nda.number, ndaSha256: nda.sha256, seal: acceptance.seal },
    });
    for (const grant of started) {
      await recordAudit(trx, {
        action: "access.grant.started",
        actor: prospect,
        subject: { kind: "grant", id: grant.id },
        details: { documentId: grant.documentId, days: grant.days },
      });
    }
    return { id: acceptance.id };
  });
}

/** Only what a grant of theirs asks for, or the version in force, is put before a prospect. */
export async function getOfferedVersion(db: Db, prospect: Prospect, ndaVersionId: string): Promise<NdaVersion> {
  const current = await findCurrentNdaVersion(db);
  if (current?.id === ndaVersionId) return current;
  const wanted = await listNdasToAccept(db, prospect.id);
  if (wanted.some((one) => one.ndaVersionId === ndaVersionId)) return getNdaVersion(db, ndaVersionId);
  throw new NotFound("access.nda-version-not-found", "There is no such version of the NDA.");
}

async function keepAcceptance(db: Db, prospect: Prospect, evidence: Evidence & { nda: NdaVersion }) {
  const { nda, form, client } = evidence;
  const presentedAt = await ensurePresented(db, form.presented, {
    ndaVersionId: nda.id,
    personId: prospect.id,
    sessionHash: evidence.sessionHash,
  });
  const { rows } = await sql<{ at: Date }>`select date_trunc('milliseconds', now()) as at`.execute(db);
  const acceptedAt = rows[0]!.at;
  const unsealed = {
    id: randomUUID(),
    ndaVersionId: nda.id,
    ndaSha256: nda.sha256,
    personId: prospect.id,
    companyAccountId: prospect.companyAccountId,
    email: prospect.email,
    fullName: form.fullName.normalize("NFC"),
    title: form.title.normalize("NFC"),
    company: form.company.normalize("NFC"),
    authorised: true,
    consentSentence: consentSentence(nda),
    buttonLabel: acceptButton,
    pageSha256: sha256(wordsOfThePage(nda)),
    events: eventsOf(form, { presentedAt, acceptedAt }),
    provedBy: evidence.provedBy,
    ipAddress: client.ipAddress,
    userAgent: client.userAgent.slice(0, 400),
    sessionHash: evidence.sessionHash,
    accessRequestId: await findRequestBehind(db, prospect.id, nda.id),
    acceptedAt,
  };
  const acceptance = { ...unsealed, seal: sealOf(unsealed) };
  const kept = await db
    .insertInto("ndaAcceptance")
    .values({ ...acceptance, events: JSON.stringify(acceptance.events) })
    .onConflict((once) => once.constraint("nda_acceptance_once_a_version").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) throw new Conflict("access.nda-already-accepted", "You have already accepted this version of the NDA.");
  return acceptance;
}

function eventsOf(form: AcceptanceForm, at: { presentedAt: Date; acceptedAt: Date }): AcceptanceEvent[] {
  const received = at.acceptedAt.toISOString();
  const reported = (name: string, clientTime: string | undefined) =>
    clientTime ? [{ name, serverTime: received, clientTime }] : [];
  return [
    { name: "presented", serverTime: at.presentedAt.toISOString(), clientTime: null },
    ...reported("read-to-end", form.readAt),
    { name: "authority-confirmed", serverTime: received, clientTime: form.tickedAt || null },
    { name: "accepted", serverTime: received, clientTime: form.sentAt || null },
  ];
}

async function findRequestBehind(db: Db, personId: string, ndaVersionId: string): Promise<string | null> {
  const grant = await db
    .selectFrom("accessGrant")
    .select("accessRequestId")
    .where("personId", "=", personId)
    .where("requiresNdaVersionId", "=", ndaVersionId)
    .where("accessRequestId", "is not", null)
    .orderBy("grantedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return grant?.accessRequestId ?? null;
}

async function startWaitingGrants(db: Db, personId: string, ndaVersionId: string) {
  return db
    .updateTable("accessGrant")
    .set({ startsAt: sql`now()`, expiresAt: sql`now() + make_interval(days => days)` })
    .where("personId", "=", personId)
    .where("requiresNdaVersionId", "=", ndaVersionId)
    .where("startsAt", "is", null)
    .where("revokedAt", "is", null)
    .returning(["id", "documentId", "days"])
    .execute();
}

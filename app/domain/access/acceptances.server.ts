import { complaints } from "#app/messages/en/complaints.ts";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client, Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { acceptButton, consentSentence, pageTemplate, wordsOfThePage } from "./acceptance-words.ts";
import type { AcceptanceForm } from "./acceptances.ts";
import { grantState, grantsWithDocuments, requiredNdaVersionId } from "./grant-states.server.ts";
import { lockPerson } from "./grants.server.ts";
import { limits } from "./limits.ts";
import { getOfferedVersion, holdNdaVersions, type NdaVersion } from "./nda.server.ts";
import { ensureFileWasSent } from "./nda-file.server.ts";
import { ensurePresented } from "./presented-nda.server.ts";
import { type AcceptanceEvent, type SealedAcceptance, sealFormat, sealOf } from "./seal.ts";
import { vendorName } from "./vendor.server.ts";

export type Evidence = {
  ndaVersionId: string;
  form: AcceptanceForm;
  client: Client;
  sessionHash: string;
  provedBy: string;
  httpRequestId: string;
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
    await holdNdaVersions(trx);
    const nda = await getOfferedVersion(trx, prospect, evidence.ndaVersionId);
    const waiting = await listWaitingGrants(trx, prospect.id, nda.id);
    const acceptance = await keepAcceptance(trx, prospect, { ...evidence, nda, waiting });
    await startGrants(trx, waiting, acceptance.acceptedAt);
    await notify(trx, {
      id: acceptance.mailId,
      to: prospect.email,
      template: "nda-accepted",
      props: {
        company: await vendorName(trx),
        ndaTitle: nda.title,
        ndaNumber: nda.number,
        acceptedAt: acceptance.acceptedAt.toISOString(),
        seal: acceptance.seal,
        link: `${appOrigin()}/portal/acceptances/${acceptance.id}/certificate`,
      },
    });
    await recordAudit(trx, {
      action: "access.nda.accepted",
      actor: prospect,
      subject: { kind: "nda-acceptance", id: acceptance.id },
      details: { ndaVersion: nda.number, ndaSha256: nda.sha256, seal: acceptance.seal },
    });
    for (const grant of waiting.filter((one) => one.startsAt === null)) {
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

type WaitingGrant = Awaited<ReturnType<typeof listWaitingGrants>>[number];

/** What this acceptance opens: grants that never started, and those that an agreement stopped since. */
async function listWaitingGrants(db: Db, personId: string, ndaVersionId: string) {
  return grantsWithDocuments(db)
    .select(["accessGrant.id", "accessGrant.documentId", "accessGrant.days", "accessGrant.startsAt"])
    .select("accessGrant.accessRequestId")
    .where("accessGrant.personId", "=", personId)
    .where(requiredNdaVersionId, "=", ndaVersionId)
    .where("accessGrant.revokedAt", "is", null)
    .where((grant) =>
      grant.or([grant("accessGrant.startsAt", "is", null), sql<boolean>`${grantState} = 'waits-for-nda'`]),
    )
    .orderBy("accessGrant.grantedAt", "desc")
    .orderBy("accessGrant.id")
    .execute();
}

async function startGrants(db: Db, waiting: WaitingGrant[], at: Date) {
  const ids = waiting.filter((grant) => grant.startsAt === null).map((grant) => grant.id);
  if (ids.length === 0) return;
  await db
    .updateTable("accessGrant")
    .set({ startsAt: at, expiresAt: sql`${at}::timestamptz + make_interval(days => days)` })
    .where("id", "in", ids)
    .execute();
}

type Accepted = Evidence & { nda: NdaVersion; waiting: WaitingGrant[] };

async function keepAcceptance(db: Db, prospect: Prospect, evidence: Accepted) {
  const { nda, form, client, waiting } = evidence;
  const showing = { ndaVersionId: nda.id, personId: prospect.id, sessionHash: evidence.sessionHash };
  const presentedAt = await ensurePresented(db, form.presented, showing);
  const sentAt = nda.format === "pdf" ? await ensureFileWasSent(db, showing) : null;
  const accessRequestId = waiting.find((grant) => grant.accessRequestId)?.accessRequestId ?? null;
  const moment = await momentOf(db, nda.obligationMonths);
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
    events: eventsOf(form, { presentedAt, sentAt, acceptedAt: moment.acceptedAt }),
    ...(await proofOf(db, prospect.id, evidence)),
    ipAddress: client.ipAddress,
    userAgent: client.userAgent.slice(0, 400),
    sessionHash: evidence.sessionHash,
    accessRequestId,
    ...moment,
    sealFormat,
    language: nda.language,
    pageTemplate,
    httpRequestId: evidence.httpRequestId,
    purpose: await purposeOf(db, accessRequestId),
    grants: waiting.map((grant) => grant.id),
    mailId: randomUUID(),
  };
  const acceptance = { ...unsealed, seal: sealOf(unsealed) };
  await insertOnce(db, acceptance);
  return acceptance;
}

async function insertOnce(db: Db, acceptance: SealedAcceptance & { seal: string }) {
  const kept = await db
    .insertInto("ndaAcceptance")
    .values({
      ...acceptance,
      events: JSON.stringify(acceptance.events),
      grants: JSON.stringify(acceptance.grants),
    })
    .onConflict((once) => once.constraint("nda_acceptance_once_a_version").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) throw new Conflict("access.nda-already-accepted", complaints.alreadyAccepted);
}

async function momentOf(db: Db, months: number | null) {
  const { rows } = await sql<{ acceptedAt: Date; obligationsUntil: string | null }>`
    select date_trunc('milliseconds', clock_timestamp()) as "acceptedAt",
      to_char((now() at time zone 'UTC') + make_interval(months => ${months}::int), 'YYYY-MM-DD') as "obligationsUntil"`.execute(
    db,
  );
  return rows[0]!;
}

/** The sign-in of this session, as the audit trail has it. */
async function proofOf(db: Db, personId: string, evidence: Evidence) {
  const event = await db
    .selectFrom("auditEvent")
    .select(["id", "at"])
    .where("action", "=", "accounts.prospect.signed-in")
    .where("subjectId", "=", personId)
    .where(sql`details->>'sessionSha256'`, "=", evidence.sessionHash)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (!event) {
    throw new Conflict("access.proof-not-on-record", complaints.proofNotOnRecord);
  }
  return { provedBy: evidence.provedBy, proofEventId: event.id, provedAt: event.at };
}

async function purposeOf(db: Db, accessRequestId: string | null): Promise<string> {
  if (!accessRequestId) return "";
  const request = await db.selectFrom("accessRequest").select("reason").where("id", "=", accessRequestId).execute();
  return request[0]?.reason ?? "";
}

type Moments = { presentedAt: Date; sentAt: Date | null; acceptedAt: Date };

function eventsOf(form: AcceptanceForm, at: Moments): AcceptanceEvent[] {
  const received = at.acceptedAt.toISOString();
  const reported = (name: string, clientTime: string | undefined) =>
    clientTime ? [{ name, serverTime: received, clientTime }] : [];
  return [
    { name: "presented", serverTime: at.presentedAt.toISOString(), clientTime: null },
    ...(at.sentAt ? [{ name: "file-sent", serverTime: at.sentAt.toISOString(), clientTime: null }] : []),
    ...reported("read-to-end", form.readAt),
    ...reported("name-typed", form.typedAt),
    { name: "authority-confirmed", serverTime: received, clientTime: form.tickedAt || null },
    { name: "accepted", serverTime: received, clientTime: form.sentAt || null },
  ];
}

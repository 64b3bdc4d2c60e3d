import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { newZip } from "#app/platform/new-zip.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Acceptance, getAcceptance } from "./acceptance-record.server.ts";
import { wordsOfThePage } from "./acceptance-words.ts";
import { type Evidence, evidenceFileName, evidenceFormat, sealedEvidence } from "./evidence.ts";
import { acceptanceCertificate } from "./nda-certificate-pdf.server.tsx";
import { bytesOfNda } from "./nda-file.server.ts";
import { getNdaVersion, type NdaVersion } from "./nda.server.ts";
import { vendorName } from "./vendor.server.ts";

export type EvidencePack = { fileName: string; bytes: Buffer };

/**
 * All that shows one acceptance, in one archive that is checked without us. The signer gets what the trail says about
 * themselves; staff get also what colleagues decided.
 */
export async function evidencePack(db: Db, viewer: Prospect | Staff, acceptanceId: string): Promise<EvidencePack> {
  const acceptance = await getAcceptance(db, viewer, acceptanceId);
  const files = await filesOfEvidence(db, viewer, acceptance);
  return { fileName: `nda-evidence-${acceptance.id}.zip`, bytes: newZip(files) };
}

export async function filesOfEvidence(
  db: Db,
  viewer: Prospect | Staff,
  acceptance: Acceptance,
): Promise<Map<string, Buffer>> {
  const vendor = await vendorName(db);
  const nda = await getNdaVersion(db, acceptance.ndaVersionId);
  const bytes = await bytesOfNda(nda);
  const beside = new Map([
    [nda.format === "pdf" ? "agreement.pdf" : "agreement.md", bytes],
    ["certificate.pdf", await acceptanceCertificate(acceptance, vendor)],
  ]);
  const evidence = sealedEvidence({
    format: evidenceFormat,
    vendor,
    madeAt: new Date().toISOString(),
    ...partsOf(acceptance),
    nda: ndaPart(nda, bytes),
    pageWords: wordsOfThePage(nda),
    audit: await listAuditOf(db, viewer, acceptance),
    delivery: await findDelivery(db, acceptance.mailId),
    files: [...beside].map(([name, content]) => ({ name, sha256: sha256(content) })),
  });
  return new Map([[evidenceFileName, evidence], ...beside, ["how-to-verify.txt", Buffer.from(howToVerify)]]);
}

const ndaPart = (
  { id, number, title, format, language, effectiveFrom }: NdaVersion,
  bytes: Buffer,
): Evidence["nda"] => ({
  ...{ id, number, title, format, language },
  effectiveFrom: effectiveFrom.toISOString(),
  bytes: bytes.toString("base64"),
});

function partsOf(kept: Acceptance): Pick<Evidence, "acceptance" | "seal"> {
  const { seal, ndaNumber: _number, ndaTitle: _title, ndaBody: _body, ndaFormat: _format, ...sealed } = kept;
  return {
    acceptance: {
      ...sealed,
      acceptedAt: sealed.acceptedAt.toISOString(),
      provedAt: sealed.provedAt?.toISOString() ?? null,
    },
    seal,
  };
}

async function listAuditOf(db: Db, viewer: Prospect | Staff, acceptance: Acceptance): Promise<Evidence["audit"]> {
  const subjects = [acceptance.id, acceptance.ndaVersionId, acceptance.accessRequestId, ...(acceptance.grants ?? [])];
  let query = db
    .selectFrom("auditEvent")
    .select(["seq", "id", "at", "action", "actorKind", "actorId", "actorName", "subjectKind", "subjectId"])
    .select(["details", "previousHash", "hash"])
    .where((event) =>
      event.or([
        event("id", "=", acceptance.proofEventId),
        event.and([
          event(
            "subjectId",
            "in",
            subjects.filter((subject) => subject !== null),
          ),
          event("action", "like", "access.%"),
        ]),
      ]),
    );
  if (viewer.kind === "prospect") query = query.where("actorId", "=", viewer.id);
  const events = await query.orderBy("seq").execute();
  return events.map((event) => ({ ...event, at: event.at.toISOString() }));
}

async function findDelivery(db: Db, mailId: string | null): Promise<Evidence["delivery"]> {
  if (!mailId) return null;
  const mail = await db
    .selectFrom("mail")
    .select(["state", "sentAt", "providerId"])
    .where("id", "=", mailId)
    .executeTakeFirst();
  return mail
    ? { mailId, state: mail.state, sentAt: mail.sentAt?.toISOString() ?? null, providerId: mail.providerId }
    : null;
}

const howToVerify = `evidence.json is the record of one acceptance. The other files belong to it.

With Candor's source:  npm run -s verify-acceptance -- evidence.json
With Python 3 alone:   python3 verify_acceptance.py evidence.json

Both recompute every hash without a network and without the installation that made the pack. They check the files that
lie beside evidence.json, too. The format is in docs/nda-evidence.md of Candor's source, so that anyone can write a
third verifier.

A pack proves that it was not changed since it was made. That it is the record of the installation is shown by the seal
in the mail that the signer got on that day, and by the hash of the same event on the installation's audit trail.
`;

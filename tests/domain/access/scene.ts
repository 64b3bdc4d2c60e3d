import { PDFDocument } from "@cantoo/pdf-lib";
import { sql } from "kysely";
import { acceptNda } from "#app/domain/access/acceptances.server.ts";
import { approveRequest } from "#app/domain/access/decisions.server.ts";
import { currentNdaVersion, type NewNdaVersion, publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { askForMore } from "#app/domain/access/requests.server.ts";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { addDocument } from "#app/domain/documents/documents.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { type Db, db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ada, aClient } from "#tests/support/given.ts";

export const sessionHash = "5e".repeat(32);

let pdf: Uint8Array | undefined;

export async function aPdf() {
  if (pdf) return pdf;
  const doc = await PDFDocument.create();
  for (const words of ["First page", "Second page"]) doc.addPage([420, 595]).drawText(words, { x: 40, y: 500 });
  return (pdf = await doc.save());
}

/** Another file than that of `aDocument`. */
export async function anotherPdf() {
  const doc = await PDFDocument.create();
  doc.addPage([420, 595]).drawText("Another page", { x: 40, y: 500 });
  return doc.save();
}

export async function aDocument(title = "SOC 2 Type II report", audience: Audience = "nda") {
  const staff = await ada();
  const { id } = await addDocument(db, staff, { title, description: "", kind: "report", audience });
  await uploadVersion(db, staff, { documentId: id, fileName: "report.pdf", bytes: await aPdf(), note: "" });
  return { id, title };
}

export const ndaText = "# Mutual agreement\n\nWhat we show each other stays between us for three years.";

export const newNda = (body = ndaText, more: { material?: boolean; title?: string } = {}): NewNdaVersion => ({
  title: more.title ?? "Mutual non-disclosure agreement",
  language: "en",
  obligationMonths: 36,
  effectiveOn: null,
  material: more.material ?? false,
  text: { format: "markdown", body, pages: null },
});

export async function anNda(body = ndaText, more: { material?: boolean } = {}) {
  return publishNdaVersion(db, await ada(), newNda(body, more));
}

/** The sign-in that an acceptance rests on, as the trail has it. */
export async function isSignedIn(prospect: Prospect) {
  const known = await db
    .selectFrom("auditEvent")
    .select("id")
    .where("action", "=", "accounts.prospect.signed-in")
    .where("subjectId", "=", prospect.id)
    .where(sql`details->>'sessionSha256'`, "=", sessionHash)
    .executeTakeFirst();
  if (known) return;
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "accounts.prospect.signed-in",
      actor: prospect,
      subject: { kind: "person", id: prospect.id },
      details: { provedBy: "code", sessionSha256: sessionHash },
    }),
  );
}

export async function aPendingRequest(prospect: Prospect, documents: { id: string }[]) {
  const { requestId } = await askForMore(db, prospect, {
    reason: "Vendor review before we sign",
    documents: documents.map((document) => document.id),
  });
  return requestId;
}

export async function anApprovedRequest(prospect: Prospect, documents: { id: string }[], days = 30) {
  const requestId = await aPendingRequest(prospect, documents);
  await approveRequest(db, await ada(), {
    requestId,
    documents: documents.map((document) => ({ documentId: document.id, days })),
  });
  return requestId;
}

export async function accepts(
  prospect: Prospect,
  ndaVersionId?: string,
  form: { fullName?: string } = {},
  on: Db = db,
) {
  const versionId = ndaVersionId ?? (await currentNdaVersion(db)).id;
  await isSignedIn(prospect);
  return acceptNda(on, prospect, {
    ndaVersionId: versionId,
    form: {
      fullName: form.fullName ?? prospect.name,
      title: "Security Analyst",
      company: "Acme GmbH",
      authorised: "yes",
      presented: await presentNda(db, prospect, { ndaVersionId: versionId, sessionHash }),
    },
    client: aClient,
    sessionHash,
    provedBy: "code",
    httpRequestId: "a request",
  });
}

export const actionsOnRecord = async () =>
  (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map((event) => event.action);

export const queuedMail = async () =>
  db.selectFrom("mail").select(["recipient", "template", "props"]).orderBy("queuedAt").execute();

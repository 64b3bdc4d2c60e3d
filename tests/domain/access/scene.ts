import { PDFDocument } from "@cantoo/pdf-lib";
import { acceptNda } from "#app/domain/access/acceptances.server.ts";
import { approveRequest } from "#app/domain/access/decisions.server.ts";
import { currentNdaVersion, publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { askForMore } from "#app/domain/access/requests.server.ts";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { addDocument } from "#app/domain/documents/documents.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient } from "#tests/support/given.ts";

export const sessionHash = "5e".repeat(32);

let pdf: Uint8Array | undefined;

async function aPdf() {
  if (pdf) return pdf;
  const doc = await PDFDocument.create();
  for (const words of ["First page", "Second page"]) doc.addPage([420, 595]).drawText(words, { x: 40, y: 500 });
  return (pdf = await doc.save());
}

export async function aDocument(title = "SOC 2 Type II report", audience: Audience = "nda") {
  const staff = await ada();
  const { id } = await addDocument(db, staff, { title, description: "", kind: "report", audience });
  await uploadVersion(db, staff, { documentId: id, fileName: "report.pdf", bytes: await aPdf(), note: "" });
  return { id, title };
}

export const ndaText = "# Mutual agreement\n\nWhat we show each other stays between us for three years.";

export async function anNda(body = ndaText) {
  return publishNdaVersion(db, await ada(), { title: "Mutual non-disclosure agreement", body });
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

export async function accepts(prospect: Prospect, ndaVersionId?: string, form: { fullName?: string } = {}) {
  const versionId = ndaVersionId ?? (await currentNdaVersion(db)).id;
  return acceptNda(db, prospect, {
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
  });
}

export const actionsOnRecord = async () =>
  (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map((event) => event.action);

export const queuedMail = async () =>
  db.selectFrom("mail").select(["recipient", "template", "props"]).orderBy("queuedAt").execute();

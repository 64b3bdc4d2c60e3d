import { acceptNda } from "#app/domain/access/acceptances.server.ts";
import { approveRequest, askForMoreInfo, declineRequest } from "#app/domain/access/decisions.server.ts";
import { currentNdaVersion } from "#app/domain/access/nda.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { askForMore } from "#app/domain/access/requests.server.ts";
import { changeCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { accounts, people, requests } from "./content/people.ts";
import type { DemoRequest } from "./content/shapes.ts";
import type { DemoCast } from "./cast.ts";
import type { DemoDocumentIds } from "./load-documents.ts";

const client = { ipAddress: "203.0.113.24", userAgent: "Mozilla/5.0 (demo)" };
const sessionHash = sha256("the demo's session");

export async function loadRequests(cast: DemoCast, documents: DemoDocumentIds): Promise<void> {
  const sales = Object.values(cast.staff).find((member) => member.role === "sales")!;
  const prospects = new Map<string, Prospect>();
  for (const person of people) {
    const company = accounts.find((account) => account.key === person.account)!;
    const { email, name, title } = person;
    const prospect = await ensureProspect(cast.db, { email, name, title, company: company.name });
    const account = { id: prospect.companyAccountId, name: company.name, domains: company.domains, notes: "" };
    await changeCompanyAccount(cast.db, cast.admin, { ...account, ownerId: sales.id });
    prospects.set(person.key, prospect);
  }
  for (const request of requests(cast.today)) {
    await loadRequest(cast, documents, { request, prospect: prospects.get(request.person)! });
  }
}

async function loadRequest(
  cast: DemoCast,
  documents: DemoDocumentIds,
  { request, prospect }: { request: DemoRequest; prospect: Prospect },
) {
  const { db, staff, security } = cast;
  const ids = request.documents.map((key) => documents.get(key)!);
  const { requestId } = await askForMore(db, prospect, { reason: request.reason, documents: ids });
  const decider = staff[request.decidedBy ?? ""] ?? security;
  if (request.status === "approved") {
    const granted = ids.map((documentId) => ({ documentId, days: request.grantDays! }));
    await approveRequest(db, decider, { requestId, documents: granted, message: request.message });
  }
  if (request.status === "declined") await declineRequest(db, decider, { requestId, reason: request.message! });
  if (request.status === "more-info") await askForMoreInfo(db, decider, { requestId, question: request.message! });
  if (request.ndaAcceptedAt) await accept(db, prospect);
  await db
    .updateTable("accessRequest")
    .set({
      requestedAt: request.requestedAt,
      verifiedAt: request.requestedAt,
      ...(request.decidedAt ? { decidedAt: request.decidedAt } : {}),
    })
    .where("id", "=", requestId)
    .execute();
}

async function accept(db: Db, prospect: Prospect) {
  const nda = await currentNdaVersion(db);
  const showing = { ndaVersionId: nda.id, sessionHash };
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "accounts.prospect.signed-in",
      actor: prospect,
      subject: { kind: "person", id: prospect.id },
      details: { provedBy: "code", sameBrowser: true, ipAddress: client.ipAddress, sessionSha256: sessionHash },
    }),
  );
  await acceptNda(db, prospect, {
    ...{ ...showing, client, provedBy: "code", httpRequestId: "demo" },
    form: {
      ...{ fullName: prospect.name, title: prospect.title ?? "Analyst", company: prospect.companyName },
      authorised: "yes",
      presented: await presentNda(db, prospect, showing),
    },
  });
}

export async function fetchDownloads(db: Db, today: Date, documents: DemoDocumentIds): Promise<void> {
  for (const request of requests(today)) {
    const person = people.find((one) => one.key === request.person)!;
    if (request.downloads.length === 0) continue;
    const prospect = await inTransaction(db, (trx) => ensureProspect(trx, { email: person.email }));
    for (const { document } of request.downloads) {
      await openDocument(db, prospect, { documentId: documents.get(document)!, client });
    }
  }
}

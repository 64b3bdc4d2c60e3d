import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { assignRequest } from "#app/domain/access/assignments.server.ts";
import { declineRequest } from "#app/domain/access/decisions.server.ts";
import { changeGrantTerm } from "#app/domain/access/grant-terms.server.ts";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { tellHolders, tellHoldersOfReplacements } from "#app/domain/access/holders.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { standardDecline } from "#app/domain/access/decline-words.ts";
import { declineForm, termForm } from "#app/domain/access/requests.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { db } from "#db/client.server.ts";
import { ada, kim, pat, quinn, ruth, sam } from "#tests/support/given.ts";
import { anotherPdf, anApprovedRequest, anNda, accepts, aDocument, aPendingRequest, queuedMail } from "./scene.ts";

const refused = (code: string) => ({ code: `access.${code}` });
const grantOf = async (personId: string) => (await listGrants(db, { personId }))[0]!;
const daysLeft = (at: Date) => Math.round((at.getTime() - Date.now()) / 86_400_000);
const told = async (template: string) =>
  (await queuedMail()).filter((mail) => mail.template === template).map((mail) => mail.recipient);

describe("the term of a grant", () => {
  test("is renewed or shortened from now, with a reason that the holder reads; what it required stays", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    const nda = await anNda();
    await anApprovedRequest(prospect, [document]);
    await accepts(prospect);
    const { id } = await grantOf(prospect.id);
    for (const days of [90, 3]) {
      await changeGrantTerm(db, await ada(), { grantId: id, days, reason: "The review takes longer" });
      const grant = await grantOf(prospect.id);
      expect(daysLeft(grant.expiresAt!)).toBe(days);
      expect(grant).toMatchObject({ state: "open", requiredNdaVersionId: nda.id });
    }
    await sql`update access_grant set starts_at = now() - interval '9 days', expires_at = now()`.execute(db);
    await changeGrantTerm(db, await ada(), { grantId: id, days: 7, reason: "Renewed" });
    expect(await grantOf(prospect.id)).toMatchObject({ state: "open" });
    expect(await told("grant-term-changed")).toHaveLength(3);
  });

  test("of one that waits counts from the acceptance", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    await anNda();
    await anApprovedRequest(prospect, [document]);
    const { id } = await grantOf(prospect.id);
    await changeGrantTerm(db, await ada(), { grantId: id, days: 5, reason: "Shorter" });
    expect(await grantOf(prospect.id)).toMatchObject({ state: "waits-for-nda", expiresAt: null });
    await accepts(prospect);
    expect(daysLeft((await grantOf(prospect.id)).expiresAt!)).toBe(5);
  });

  test("of one that was revoked is not changed, nor by sales, nor beyond its limits", async () => {
    const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
    await anApprovedRequest(prospect, [document]);
    const { id } = await grantOf(prospect.id);
    const change = { grantId: id, days: 9, reason: "Why not" };
    await expect(changeGrantTerm(db, await sam(), change)).rejects.toMatchObject(refused("not-a-decider"));
    await revokeGrant(db, await ada(), { grantId: id, reason: "Left" });
    await expect(changeGrantTerm(db, await ada(), change)).rejects.toMatchObject(refused("grant-already-ended"));
    expect(termForm.safeParse({ days: "366", reason: "Long" }).success).toBe(false);
  });
});

describe("those who hold a document", () => {
  async function heldByPat() {
    const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
    await anApprovedRequest(prospect, [document]);
    const other = await quinn();
    await anApprovedRequest(other, [document]);
    await revokeGrant(db, await ada(), { grantId: (await grantOf(other.id)).id, reason: "Left" });
    return document;
  }

  test("get one message, those whose access ended do not", async () => {
    const document = await heldByPat();
    const notice = { documentId: document.id, message: "Page 4 is wrong. A new version comes on Monday." };
    await expect(tellHolders(db, await sam(), notice)).rejects.toMatchObject(refused("not-a-decider"));
    expect(await tellHolders(db, await ada(), notice)).toEqual({ told: 1 });
    expect(await told("holders-told")).toEqual(["pat@acme.example"]);
    const nobody = await aDocument("Penetration test", "on-request");
    const silent = tellHolders(db, await ada(), { ...notice, documentId: nobody.id });
    await expect(silent).rejects.toMatchObject(refused("no-holders"));
  });

  test("are told once that it was replaced, and those who got it after are not", async () => {
    const document = await heldByPat();
    await tellHoldersOfReplacements(db);
    expect(await told("document-replaced")).toEqual([]);
    const bytes = await anotherPdf();
    await uploadVersion(db, await ada(), { documentId: document.id, fileName: "a.pdf", bytes, note: "Page 4 mended" });
    await anApprovedRequest(await kim(), [document]);

    for (const _ of [1, 2]) await tellHoldersOfReplacements(db);

    expect(await told("document-replaced")).toEqual(["pat@acme.example"]);
  });
});

describe("a request in the queue", () => {
  test("is handed to one who decides, who is told; anyone may still decide", async () => {
    const requestId = await aPendingRequest(await pat(), [await aDocument("CAIQ", "on-request")]);
    const [admin, seller] = [await ruth(), await sam()];
    await assignRequest(db, await ada(), { requestId, staffId: admin.id });
    expect(await getRequest(db, requestId)).toMatchObject({ assignedTo: admin.id });
    expect((await told("request-waiting")).at(-1)).toBe(admin.email);
    const toSales = assignRequest(db, await ada(), { requestId, staffId: seller.id });
    await expect(toSales).rejects.toMatchObject(refused("not-a-decider"));
    await declineRequest(db, await ada(), { requestId, reason: null });
    const late = assignRequest(db, await ada(), { requestId, staffId: null });
    await expect(late).rejects.toMatchObject(refused("request-not-open"));
  });

  test("is declined with words of one's own, with the usual ones, or with none", () => {
    expect(declineForm.parse({ say: "standard", reason: "" })).toEqual({ reason: standardDecline });
    expect(declineForm.parse({ say: "nothing", reason: "Never mind" })).toEqual({ reason: null });
    expect(declineForm.parse({ say: "own", reason: "Not for this" })).toEqual({ reason: "Not for this" });
    expect(declineForm.safeParse({ say: "own", reason: "" }).success).toBe(false);
  });
});

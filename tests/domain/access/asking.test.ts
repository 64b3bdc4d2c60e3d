import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { approveRequest, askForMoreInfo, declineRequest } from "#app/domain/access/decisions.server.ts";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { getOwnRequest, listOwnRequests } from "#app/domain/access/own-requests.server.ts";
import { getRequest, listRequests } from "#app/domain/access/request-queue.server.ts";
import {
  askForMore,
  expireUnverifiedRequests,
  giveMoreInfo,
  requestAccess,
  withdrawRequest,
} from "#app/domain/access/requests.server.ts";
import { accessRequestForm, approvalForm } from "#app/domain/access/requests.ts";
import { askToSignIn, sendNewCode, signInProspect } from "#app/domain/access/sign-in.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { accepts, actionsOnRecord, aDocument, anApprovedRequest, anNda, aPendingRequest, queuedMail } from "./scene.ts";

const browserToken = "browser-of-pat";
const refused = (code: string) => ({ code: `access.${code}` });

const typed = (documents: { id: string }[], email = "Pat@Acme.example") =>
  accessRequestForm.parse({
    email,
    name: "Pat Moreau",
    title: "Security Analyst",
    company: "Acme GmbH",
    reason: "Vendor review before we sign",
    documents: documents.map((document) => document.id),
  });

const asks = (documents: { id: string }[], email?: string) =>
  requestAccess(db, { form: typed(documents, email), browserToken, client: aClient });

async function mailedProof() {
  const mail = (await queuedMail()).filter((one) => one.template === "sign-in").at(-1)!;
  const props = mail.props as { code: string; link: string };
  return { code: props.code, token: props.link.split("#")[1]!, to: mail.recipient };
}

const proves = async (proof?: { code: string }) =>
  signInProspect(db, { browserToken, client: aClient, ...(proof ?? { code: (await mailedProof()).code }) });

describe("a visitor's request", () => {
  test("reaches nobody until the address is proved, then waits in the queue and is told to those who decide", async () => {
    const [staff, admin, document] = [await ada(), await ruth(), await aDocument()];
    await sam();
    await asks([document]);
    expect(await listRequests(db, "waiting")).toEqual([]);
    expect((await queuedMail()).map((mail) => mail.template)).toEqual(["sign-in"]);

    const signedIn = await proves();

    expect(await listRequests(db, "waiting")).toMatchObject([
      { id: signedIn!.requestId, status: "pending", email: "pat@acme.example", documents: ["SOC 2 Type II report"] },
    ]);
    const mail = (await queuedMail()).slice(1).map((one) => `${one.template} → ${one.recipient}`);
    expect(mail).toEqual([
      "request-received → pat@acme.example",
      `request-waiting → ${staff.email}`,
      `request-waiting → ${admin.email}`,
    ]);
    expect((await actionsOnRecord()).slice(-3)).toEqual([
      "accounts.company.created",
      "access.request.verified",
      "accounts.prospect.signed-in",
    ]);
  });

  test("is proved by the link as well, once", async () => {
    await asks([await aDocument()]);
    const { token } = await mailedProof();
    expect(await signInProspect(db, { browserToken, token, client: aClient })).toMatchObject({ note: null });
    expect(await signInProspect(db, { browserToken, token, client: aClient })).toBeNull();
  });

  test("is not proved by a wrong code, each of which costs a try, nor from another browser", async () => {
    await asks([await aDocument()]);
    const { code, token } = await mailedProof();
    const elsewhere = { browserToken: "another browser", client: aClient };
    expect(await signInProspect(db, { ...elsewhere, token })).toBeNull();
    expect(await signInProspect(db, { ...elsewhere, code })).toBeNull();
    for (let tries = 0; tries < 5; tries += 1) expect(await proves({ code: "AAAA-AAAA" })).toBeNull();
    expect(await proves({ code })).toBeNull();
    expect(await db.selectFrom("session").select("id").execute()).toEqual([]);
  });

  test("is not proved by someone else's proof of another request", async () => {
    const document = await aDocument();
    await asks([document]);
    const form = typed([document], "kim@rival.example");
    await requestAccess(db, { form, browserToken: "browser of kim", client: aClient });
    expect((await mailedProof()).to).toBe("kim@rival.example");

    await signInProspect(db, { browserToken: "browser of kim", code: (await mailedProof()).code, client: aClient });

    expect(await listRequests(db, "waiting")).toMatchObject([{ email: "kim@rival.example" }]);
  });

  test("moves along to a new code when the first was not used", async () => {
    await asks([await aDocument()]);
    const first = await mailedProof();
    await sendNewCode(db, { browserToken, client: aClient });
    expect(await proves(first)).toBeNull();
    expect((await proves())!.requestId).not.toBeNull();
    expect(await listRequests(db, "waiting")).toHaveLength(1);
  });

  test("is the same work for a known and an unknown address", async () => {
    const document = await aDocument();
    await pat();
    await asks([document]);
    await requestAccess(db, { form: typed([document], "new@other.example"), browserToken: "b", client: aClient });
    const [known, unknown] = await queuedMail();
    expect(Object.keys(known!.props!)).toEqual(Object.keys(unknown!.props!));
    expect(await db.selectFrom("accessRequest").select("status").execute()).toMatchObject([
      { status: "unverified" },
      { status: "unverified" },
    ]);
  });

  test("for an internal, public or unknown document is refused, and keeps nothing", async () => {
    const [internal, open] = [await aDocument("Runbook", "internal"), await aDocument("Overview", "public")];
    for (const document of [internal, open, { id: crypto.randomUUID() }]) {
      await expect(asks([document])).rejects.toMatchObject(refused("document-not-requestable"));
    }
    expect(await queuedMail()).toEqual([]);
  });

  test("is refused after three a day for one address", async () => {
    const document = await aDocument();
    await db.deleteFrom("rateLimit").execute();
    for (let n = 0; n < 3; n += 1) await asks([document]);
    await expect(asks([document])).rejects.toMatchObject({ code: "accounts.too-many-tries" });
  });

  test("closes by itself when nobody proves the address", async () => {
    await asks([await aDocument()]);
    await sql`update access_request set requested_at = now() - interval '25 hours'`.execute(db);
    await expireUnverifiedRequests(db);
    expect(await db.selectFrom("accessRequest").select("status").execute()).toEqual([{ status: "expired" }]);
    expect((await proves())!.requestId).toBeNull();
  });

  test("of staff is refused at the proof, and starts no session", async () => {
    await ada();
    await asks([await aDocument()], "ada@vendor.example");
    await expect(proves()).rejects.toMatchObject({ code: "accounts.address-is-staff" });
    expect(await db.selectFrom("session").select("id").execute()).toEqual([]);
  });
});

describe("asking again", () => {
  test("for what waits for a decision leads to that request", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    const requestId = await aPendingRequest(prospect, [document]);
    await asks([document]);
    expect(await proves()).toMatchObject({ requestId, note: "You have asked for SOC 2 Type II report already." });
    expect(await listRequests(db, "waiting")).toHaveLength(1);
    await expect(aPendingRequest(prospect, [document])).rejects.toMatchObject(refused("already-asked"));
  });

  test("for what is held says so; only what is new goes to the queue", async () => {
    const [prospect, held, fresh] = [await pat(), await aDocument("CAIQ", "on-request"), await aDocument()];
    await anApprovedRequest(prospect, [held]);
    await expect(aPendingRequest(prospect, [held])).rejects.toMatchObject(refused("already-granted"));

    await asks([held, fresh]);
    expect(await proves()).toMatchObject({ note: "You already have access to CAIQ." });
    expect(await listRequests(db, "waiting")).toMatchObject([{ documents: ["SOC 2 Type II report"] }]);
  });

  test("for what was revoked or has run out makes a new request", async () => {
    const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
    await anApprovedRequest(prospect, [document]);
    await sql`update access_grant set starts_at = now() - interval '31 days', expires_at = now()`.execute(db);
    await anApprovedRequest(prospect, [document]);
    const [grant] = await listGrants(db, { personId: prospect.id });
    await revokeGrant(db, await ada(), { grantId: grant!.id, reason: "The review is over" });
    await aPendingRequest(prospect, [document]);
    expect(await listRequests(db, "waiting")).toHaveLength(1);
  });

  test("after a decline makes a new request", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    const requestId = await aPendingRequest(prospect, [document]);
    await declineRequest(db, await ada(), { requestId, reason: "We show it in a call" });
    expect(await aPendingRequest(prospect, [document])).not.toBe(requestId);
  });
});

describe("approving", () => {
  test("grants what was ticked for its days, declines the rest and tells the prospect", async () => {
    const [prospect, report, pentest] = [await pat(), await aDocument(), await aDocument("Penetration test")];
    const nda = await anNda();
    const requestId = await aPendingRequest(prospect, [report, pentest]);

    await approveRequest(db, await ada(), { requestId, documents: [{ documentId: report.id, days: 14 }] });

    const [grant, ...others] = await listGrants(db, { personId: prospect.id });
    expect(others).toEqual([]);
    expect(grant).toMatchObject({
      title: report.title,
      state: "waits-for-nda",
      days: 14,
      requiredNdaVersionId: nda.id,
    });
    const request = await getOwnRequest(db, prospect, requestId);
    expect(request.decisions.map(({ title, decision }) => `${title}: ${decision}`)).toEqual([
      "SOC 2 Type II report: approved",
      "Penetration test: declined",
    ]);
    expect((await queuedMail()).at(-1)).toMatchObject({
      template: "request-approved",
      props: { documents: [{ title: report.title, days: 14, needsNda: true }], declined: ["Penetration test"] },
    });
  });

  test("opens at once what needs no NDA, or whose NDA the person has accepted", async () => {
    const [prospect, report, caiq] = [await pat(), await aDocument(), await aDocument("CAIQ", "on-request")];
    await anNda();
    await accepts(prospect);
    await anApprovedRequest(prospect, [report, caiq], 30);
    const grants = await listGrants(db, { personId: prospect.id });
    expect(grants.map((grant) => grant.state)).toEqual(["open", "open"]);
    const term = await sql<{
      ok: boolean;
    }>`select expires_at = starts_at + interval '30 days' as ok from access_grant`.execute(db);
    expect(term.rows).toEqual([{ ok: true }, { ok: true }]);
  });

  test("twice is refused, and says who was first", async () => {
    const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
    const requestId = await anApprovedRequest(prospect, [document]);
    const again = { requestId, documents: [{ documentId: document.id, days: 30 }] };
    await expect(approveRequest(db, await ruth(), again)).rejects.toMatchObject({
      ...refused("request-already-decided"),
      message: "Ada Lindqvist decided this request before you: approved.",
    });
    expect(await listGrants(db, { personId: prospect.id })).toHaveLength(1);
  });

  test("is for security and admin; sales are told so", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    const requestId = await aPendingRequest(prospect, [document]);
    const seller = await sam();
    const documents = [{ documentId: document.id, days: 30 }];
    await expect(approveRequest(db, seller, { requestId, documents })).rejects.toMatchObject(refused("not-a-decider"));
    await expect(declineRequest(db, seller, { requestId, reason: "No" })).rejects.toMatchObject(
      refused("not-a-decider"),
    );
    await expect(askForMoreInfo(db, seller, { requestId, question: "Why?" })).rejects.toMatchObject(
      refused("not-a-decider"),
    );
  });

  test("of a document that was not asked for, or of none, is refused", async () => {
    const [prospect, asked, other] = [await pat(), await aDocument(), await aDocument("Penetration test")];
    await anNda();
    const requestId = await aPendingRequest(prospect, [asked]);
    const approves = (documents: { documentId: string; days: number }[]) =>
      approveRequest(db, staff, { requestId, documents });
    const staff = await ada();
    await expect(approves([])).rejects.toMatchObject(refused("documents-not-asked-for"));
    await expect(approves([{ documentId: other.id, days: 1 }])).rejects.toMatchObject(
      refused("documents-not-asked-for"),
    );
  });

  test("of an NDA document needs an NDA to accept", async () => {
    await expect(anApprovedRequest(await pat(), [await aDocument()])).rejects.toMatchObject(refused("no-nda"));
    expect(await listRequests(db, "waiting")).toHaveLength(1);
  });

  test("wants days for each document between 1 and 365", () => {
    const id = crypto.randomUUID();
    expect(approvalForm.safeParse({ documents: [id], [`days-${id}`]: "30" }).data).toEqual({
      message: null,
      documents: [{ documentId: id, days: 30 }],
    });
    for (const days of ["0", "366", "1.5", "x", undefined]) {
      expect(approvalForm.safeParse({ documents: [id], [`days-${id}`]: days }).success).toBe(false);
    }
  });

  test.runIf(inject("postgres"))(
    "waits for a colleague who decides at the same moment, then finds it decided",
    async () => {
      const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
      const requestId = await aPendingRequest(prospect, [document]);
      const [first, second] = [await ada(), await ruth()];
      const colleague = await db.startTransaction().execute();
      await declineRequest(colleague, first, { requestId, reason: "We show it in a call" });

      const late = expect(
        approveRequest(db, second, { requestId, documents: [{ documentId: document.id, days: 30 }] }),
      ).rejects.toMatchObject(refused("request-already-decided"));
      await untilSomeoneWaitsForALock();
      await colleague.commit().execute();

      await late;
      expect(await listGrants(db, { personId: prospect.id })).toEqual([]);
    },
  );
});

test("a declined prospect reads why", async () => {
  const [prospect, document] = [await pat(), await aDocument()];
  const requestId = await aPendingRequest(prospect, [document]);
  await declineRequest(db, await ada(), { requestId, reason: "We show it in a call" });
  expect(await getOwnRequest(db, prospect, requestId)).toMatchObject({
    status: "declined",
    message: "We show it in a call",
  });
  expect((await queuedMail()).at(-1)).toMatchObject({
    template: "request-declined",
    props: { reason: "We show it in a call", documents: [document.title] },
  });
});

test("more information goes back and forth and stays with the request", async () => {
  const [prospect, document] = [await pat(), await aDocument()];
  const requestId = await aPendingRequest(prospect, [document]);
  await askForMoreInfo(db, await ada(), { requestId, question: "Which product is it for?" });
  expect(await listOwnRequests(db, prospect)).toMatchObject([
    { status: "more-info", message: "Which product is it for?" },
  ]);

  await expect(giveMoreInfo(db, await kim(), { requestId, answer: "Mine" })).rejects.toMatchObject(
    refused("request-not-found"),
  );
  await giveMoreInfo(db, prospect, { requestId, answer: "For payroll" });
  await expect(giveMoreInfo(db, prospect, { requestId, answer: "Again" })).rejects.toMatchObject(
    refused("request-not-open"),
  );

  const request = await getRequest(db, requestId);
  expect(request.status).toBe("pending");
  expect(request.messages.map((message) => message.text)).toEqual(["Which product is it for?", "For payroll"]);
});

test("a prospect withdraws a request of their own while it waits, and only then", async () => {
  const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
  const requestId = await aPendingRequest(prospect, [document]);
  await expect(withdrawRequest(db, await kim(), requestId)).rejects.toMatchObject(refused("request-not-found"));
  await withdrawRequest(db, prospect, requestId);
  await expect(withdrawRequest(db, prospect, requestId)).rejects.toMatchObject(refused("request-not-open"));
  await expect(
    approveRequest(db, await ada(), { requestId, documents: [{ documentId: document.id, days: 1 }] }),
  ).rejects.toMatchObject(refused("request-already-decided"));
});

test("a prospect sees their own requests only", async () => {
  const [prospect, stranger] = [await pat(), await kim()];
  const requestId = await aPendingRequest(prospect, [await aDocument()]);
  await expect(getOwnRequest(db, stranger, requestId)).rejects.toMatchObject(refused("request-not-found"));
  expect(await listOwnRequests(db, stranger)).toEqual([]);
});

test("signing in without a request opens nothing and asks for nothing", async () => {
  await askToSignIn(db, { email: "pat@acme.example", browserToken, client: aClient });
  expect(await proves()).toMatchObject({ requestId: null, note: null, prospect: { email: "pat@acme.example" } });
  expect(await db.selectFrom("accessGrant").select("id").execute()).toEqual([]);
});

test("a request that asks twice for one document asks once", async () => {
  const [prospect, document] = [await pat(), await aDocument()];
  const { documents } = typed([document, document]);
  await askForMore(db, prospect, { reason: "Vendor review before we sign", documents });
  expect(await listRequests(db, "waiting")).toMatchObject([{ documents: [document.title] }]);
});

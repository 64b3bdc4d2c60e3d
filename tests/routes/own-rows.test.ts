import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { startSession } from "#app/domain/accounts/sessions.server.ts";
import { currentNdaVersion } from "#app/domain/access/nda.server.ts";
import { db } from "#db/client.server.ts";
import { accepts, aDocument, anApprovedRequest, aPendingRequest, anNda } from "#tests/domain/access/scene.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { servePages } from "#tests/support/built-pages.ts";
import { aClient, ada, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { aQuestionnaireInReview } from "#tests/support/questionnaires.ts";

let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.stop());

/** What Pat of Acme has: an approved report, an accepted NDA, an open question and a released questionnaire. */
async function whatPatHas() {
  const staff = await ada();
  const prospect = await pat();
  await anNda();
  const [report, letter] = [await aDocument("SOC 2 Type II report"), await aDocument("Bridge letter")];
  const approved = await anApprovedRequest(prospect, [report]);
  const pending = await aPendingRequest(prospect, [letter]);
  const acceptance = await accepts(prospect);
  await anApprovedAnswer({ question: "Is customer data encrypted at rest?" });
  const questionnaire = await aQuestionnaireInReview(prospect);
  await acceptResponse(db, staff, questionnaire.questions[0]!.shown);
  const { digest } = await planRelease(db, questionnaire.id);
  await releaseQuestionnaire(db, staff, { id: questionnaire.id, shown: digest });
  return { report, letter, approved, pending, acceptance, questionnaire, nda: await currentNdaVersion(db) };
}

async function cookieOf(person: Parameters<typeof startSession>[1]) {
  const { cookie } = await startSession(db, person, { provedBy: "code", client: aClient });
  return cookie.split(";")[0]!;
}

const get = async (path: string, cookie: string) => served.send({ path, cookie });

describe("what belongs to one person", () => {
  test("opens for them, and for nobody else there is no such thing", async () => {
    const has = await whatPatHas();
    const own = [
      `/portal/requests/${has.approved}`,
      `/portal/requests/${has.pending}`,
      `/portal/acceptances/${has.acceptance.id}/certificate`,
      `/portal/acceptances/${has.acceptance.id}/nda`,
    ];
    const [patsCookie, quinns, kims] = [
      await cookieOf(await pat()),
      await cookieOf(await quinn()),
      await cookieOf(await kim()),
    ];
    for (const path of own) {
      expect(await get(path, patsCookie), path).toMatchObject({ status: 200 });
      for (const cookie of [quinns, kims]) expect(await get(path, cookie), path).toMatchObject({ status: 404 });
      expect(await get(path, ""), path).toMatchObject({ status: 302 });
    }
  }, 60_000);

  test("is withdrawn by them only", async () => {
    const { pending } = await whatPatHas();
    const withdraw = async (cookie: string) =>
      served.send({ method: "POST", path: `/portal/requests/${pending}/withdrawal`, cookie });

    expect(await withdraw(await cookieOf(await kim()))).toMatchObject({ status: 404 });
    expect(await statusOf(pending)).toBe("pending");

    await withdraw(await cookieOf(await pat()));
    expect(await statusOf(pending)).toBe("withdrawn");
  }, 60_000);
});

describe("a company's released questionnaire", () => {
  test("opens for its members, and not for another company", async () => {
    const { questionnaire } = await whatPatHas();
    const path = `/portal/questionnaires/${questionnaire.id}/file`;

    expect(await get(path, await cookieOf(await pat()))).toMatchObject({ status: 200 });
    expect(await get(path, await cookieOf(await kim()))).toMatchObject({ status: 404 });
  }, 60_000);
});

describe("a document under NDA", () => {
  test("leaves for the person with the grant only, whole, and never by the back door", async () => {
    const { report } = await whatPatHas();
    const path = `/documents/${report.id}/file`;
    const patsCookie = await cookieOf(await pat());

    const copy = await get(path, patsCookie);
    expect(copy).toMatchObject({
      status: 200,
      headers: { "content-type": "application/pdf", "cache-control": "no-store, private" },
    });
    expect(String(copy.headers["content-security-policy"])).toContain("sandbox");
    expect(String(copy.headers["content-disposition"])).toMatch(/^attachment/);

    for (const cookie of ["", await cookieOf(await quinn()), await cookieOf(await kim())]) {
      expect((await get(path, cookie)).body.subarray(0, 4).toString()).not.toBe("%PDF");
    }
    const head = await served.send({ method: "HEAD", path, cookie: patsCookie });
    expect(head.body).toHaveLength(0);
    const part = await served.send({ path, cookie: patsCookie, headers: { range: "bytes=0-99" } });
    expect(part.body.subarray(0, 4).toString() === "%PDF" && part.body.length <= 100).toBe(false);
    expect(await downloads()).toBeGreaterThanOrEqual(1);
  }, 60_000);

  test("stays closed for a prospect who has asked and was not answered", async () => {
    const { letter } = await whatPatHas();
    const answer = await get(`/documents/${letter.id}/file`, await cookieOf(await pat()));

    expect(answer.status).not.toBe(200);
    expect(answer.body.toString("latin1")).not.toContain("%PDF");
  }, 60_000);
});

test("sales reads a request and decides nothing", async () => {
  const { pending } = await whatPatHas();
  const cookie = await cookieOf(await sam());

  expect(await get(`/staff/requests/${pending}`, cookie)).toMatchObject({ status: 200 });
  for (const act of ["approval", "decline", "question"]) {
    const sent = await served.send({
      method: "POST",
      path: `/staff/requests/${pending}/${act}`,
      cookie,
      form: { reason: "No" },
    });
    expect(sent, act).toMatchObject({ status: 403 });
  }
  expect(await statusOf(pending)).toBe("pending");
}, 60_000);

const statusOf = async (id: string) =>
  (await db.selectFrom("accessRequest").select("status").where("id", "=", id).executeTakeFirstOrThrow()).status;

const downloads = async () => (await db.selectFrom("download").select("id").execute()).length;

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approveAnswer, changeAnswer, retireAnswer, submitAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { listReusableVersions, listReuseProblems } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { listStaleness, staleByLapse, tellOfStaleness } from "#app/domain/knowledge-base/staleness.server.ts";
import { addDocument, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { addControl, changeControl, listControls, removeControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { addReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import type { Citation } from "#db/schema/knowledge-base.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada } from "#tests/support/given.ts";
import { typedTypeTwo } from "#tests/domain/trust-page/given-reports.ts";

const everyone = { audiences: ["public" as const], products: [] };
const reusable = async () => [...(await listReusableVersions(db, everyone)).keys()].sort();
const cites = (...citations: Citation[]) => ({ citations });
const control = (ref: string): Citation => ({ kind: "control", ref });

const typed = { title: "Access of leavers", description: "", owner: "", status: "implemented", criteria: "CC6.1" };
const details = (reference: string, change: Record<string, string> = {}) =>
  controlForm.parse({ ...typed, reference, ...change });
const aControl = async (reference: string) => addControl(db, await ada(), details(reference));

const nextYear = dayFromNow(365);
const approve = async (id: string, version = 1) => approveAnswer(db, await ada(), { id, version, reviewBy: nextYear });

describe("an answer that rests on a control", () => {
  test("is not reused from the moment that the control's status changes, and says why", async () => {
    const controlId = await aControl("AC-01");
    const dependent = await anApprovedAnswer(cites(control("AC-01")));
    const other = await anApprovedAnswer(cites(control("AC-02"), { kind: "criterion", ref: "CC6.1" }));
    await changeControl(db, await ada(), { controlId, details: details("AC-01", { status: "in-progress" }) });

    expect(await reusable()).toEqual([other.key]);
    expect((await listPublicAnswers(db)).map(({ id }) => id)).toEqual([other.id]);
    expect(await listStaleness(db, dependent.id)).toMatchObject([
      { reason: "Control AC-01 went from implemented to in progress." },
    ]);
    const problems = await listReuseProblems(db, everyone, [{ answerId: dependent.id, version: 1 }]);
    expect(problems.get(dependent.id)).toContain("approved again");
  });

  test("is reused again once it was approved anew, and only then", async () => {
    const controlId = await aControl("AC-01");
    const answer = await anApprovedAnswer(cites(control("AC-01")));
    await removeControl(db, await ada(), controlId);
    expect(await reusable()).toEqual([]);
    await aControl("AC-01");
    expect(await reusable()).toEqual([]);
    await approve(answer.id);
    expect(await reusable()).toEqual([answer.key]);
    expect(await listStaleness(db, answer.id)).toEqual([]);
  });

  test("stays as it is when the control's words change, or its status changes and changes back in one step", async () => {
    const controlId = await aControl("AC-01");
    const { key } = await anApprovedAnswer(cites(control("AC-01")));
    await changeControl(db, await ada(), { controlId, details: details("AC-01", { title: "Leavers" }) });
    const staff = await ada();
    await inTransaction(db, async (trx) => {
      await changeControl(trx, staff, { controlId, details: details("AC-01", { status: "planned" }) });
      await changeControl(trx, staff, { controlId, details: details("AC-01") });
    });
    expect(await reusable()).toEqual([key]);
  });

  test("goes by what its approved version cites, not by a draft or an older version", async () => {
    const [first, second] = [await aControl("AC-01"), await aControl("AC-02")];
    const staff = await ada();
    const answer = await anApprovedAnswer(cites(control("AC-01")));
    const change = { ...anAnswerForm(cites(control("AC-02"))), id: answer.id, version: 1, reason: "" };
    await changeAnswer(db, staff, change);
    await changeControl(db, staff, { controlId: second, details: details("AC-02", { status: "planned" }) });
    expect(await reusable()).toEqual([answer.key]);
    await submitAnswer(db, staff, { id: answer.id, version: 2 });
    await approve(answer.id, 2);
    await changeControl(db, staff, { controlId: first, details: details("AC-01", { status: "planned" }) });
    expect(await reusable()).toEqual([answer.key]);
  });

  test("is stale in the very transaction: a failure undoes both", async () => {
    const controlId = await aControl("AC-01");
    const { key } = await anApprovedAnswer(cites(control("AC-01")));
    const staff = await ada();
    const failing = inTransaction(db, async (trx) => {
      await changeControl(trx, staff, { controlId, details: details("AC-01", { status: "planned" }) });
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await reusable()).toEqual([key]);
    expect((await listControls(db))[0]!.status).toBe("implemented");
  });
});

test("exactly the dependents of what changed go stale, whatever cites what", async () => {
  const codes = ["C-1", "C-2", "C-3", "C-4"];
  const ids = new Map<string, string>();
  const staff = await ada();
  for (const code of codes) ids.set(code, await aControl(code));
  const graphs = fc.array(fc.subarray(codes), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(graphs, fc.subarray(codes, { minLength: 1 }), async (graph, changed) => {
      await inTransaction(db, async (trx) => {
        await trx.updateTable("answer").set({ state: "retired", approvedVersion: null, staleSince: null }).execute();
      });
      const answers = [];
      for (const cited of graph) answers.push({ ...(await anApprovedAnswer(cites(...cited.map(control)))), cited });
      await inTransaction(db, async (trx) => {
        for (const code of changed) {
          const before = (await listControls(trx)).find((one) => one.code === code)!.status;
          const status = before === "planned" ? "implemented" : "planned";
          const change = { controlId: ids.get(code)!, details: details(code, { status }) };
          await changeControl(trx, staff, change);
        }
      });
      const expected = answers.filter(({ cited }) => !cited.some((code) => changed.includes(code)));
      expect(await reusable()).toEqual(expected.map(({ key }) => key).sort());
    }),
    { numRuns: 15 },
  );
});

describe("an answer goes stale", () => {
  test("with a new version of a document it cites, not with the first, and when the document is withdrawn", async () => {
    const staff = await ada();
    const form = { title: "Policy", description: "", kind: "policy" as const, audience: "public" as const };
    const { id } = await addDocument(db, staff, form);
    const document: Citation = { kind: "document", ref: id };
    const answer = await anApprovedAnswer(cites(document));
    const file = (words: string) => ({ documentId: id, fileName: "p.txt", bytes: Buffer.from(words), note: "" });
    await uploadVersion(db, staff, file("one"));
    expect(await reusable()).toEqual([answer.key]);
    await uploadVersion(db, staff, file("two"));
    expect(await listStaleness(db, answer.id)).toMatchObject([{ reason: "Version 2 of “Policy” was uploaded." }]);
    await approve(answer.id);
    await withdrawDocument(db, staff, id);
    expect(await listStaleness(db, answer.id)).toMatchObject([{ reason: "“Policy” was withdrawn." }]);
  });

  test("when a report that it cites lapses, once", async () => {
    const lapsing = { ...typedTypeTwo, periodStart: "2023-01-01", periodEnd: "2023-12-31", issuedOn: "2024-02-01" };
    const ref = await addReport(db, await ada(), reportForm.parse(lapsing));
    const answer = await anApprovedAnswer(cites({ kind: "report", ref }));
    await staleByLapse(db, "2024-06-01");
    expect(await reusable()).toEqual([answer.key]);
    await staleByLapse(db, "2025-12-01");
    await staleByLapse(db, "2025-12-02");
    expect(await listStaleness(db, answer.id)).toMatchObject([{ reason: "The report has lapsed." }]);
    await approve(answer.id);
    await staleByLapse(db, "2025-12-03");
    expect(await reusable()).toEqual([answer.key]);
  });
});

test("owners are told once, in one mail, and the trail says what went stale", async () => {
  const staff = await ada();
  const controlId = await aControl("AC-01");
  for (let at = 0; at < 3; at++) await anApprovedAnswer({ ...cites(control("AC-01")), ownerId: staff.id });
  const retired = await anApprovedAnswer(cites(control("AC-01")));
  await retireAnswer(db, staff, { id: retired.id, version: 1, reason: "" });
  await changeControl(db, staff, { controlId, details: details("AC-01", { status: "planned" }) });
  await tellOfStaleness(db);
  await tellOfStaleness(db);
  const mails = await db.selectFrom("mail").select(["recipient", "template", "props"]).execute();
  expect(mails).toMatchObject([{ recipient: staff.email, template: "answers-stale" }]);
  const events = await db
    .selectFrom("auditEvent")
    .select("details")
    .where("action", "=", "knowledge-base.answer.went-stale")
    .execute();
  expect(events).toHaveLength(3);
});

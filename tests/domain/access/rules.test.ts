import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import { declineRequest } from "#app/domain/access/decisions.server.ts";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { whyItMayDeceive } from "#app/domain/access/rules/look-alikes.ts";
import { type Rule, ruleForm } from "#app/domain/access/rules/rule.ts";
import { addRule, findRuleSet, getRuleDraft, moveRule, saveRules } from "#app/domain/access/rules/rule-sets.server.ts";
import { sentenceOf } from "#app/domain/access/rules/rule-words.ts";
import { tryRules } from "#app/domain/access/rules/trial.server.ts";
import { undoRuleDecision } from "#app/domain/access/rules/undo.server.ts";
import { listRequestHappenings } from "#app/domain/access/timeline.server.ts";
import { changeCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { addMailDomain } from "#app/domain/accounts/mail-domains.server.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ada, kim, pat, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { accepts, aDocument, anNda, anApprovedRequest, aPendingRequest, queuedMail } from "./scene.ts";

const refused = (code: string) => ({ code: `access.${code}` });

const aRule = (change: Partial<Omit<Rule, "id">> = {}): Omit<Rule, "id"> => ({
  name: "Customers get the report",
  ...{ domain: "confirmed", mailbox: "any", accounts: [], documents: [], words: "", nda: "any", earlier: "any" },
  outcome: { kind: "approve", days: 14 },
  ...change,
});

async function theseRulesAct(rules: Omit<Rule, "id">[], by?: Staff) {
  const staff = by ?? (await ada());
  for (const rule of rules) await addRule(db, staff, rule);
  return saveRules(db, staff, await getRuleDraft(db));
}

/** Staff looked at the account of this person and saved it, so its domain is theirs. */
async function confirmed(prospect: Prospect, domains = [prospect.email.split("@")[1]!]) {
  const account = { id: prospect.companyAccountId, name: prospect.companyName, domains, ownerId: null, notes: "" };
  await changeCompanyAccount(db, await sam(), account);
  return prospect;
}

const aStranger = (email: string) =>
  inTransaction(db, (trx) => ensureProspect(trx, { email, name: "Someone", company: "Someone Ltd" }));

const judged = async (requestId: string) => {
  const { status, rule } = await getRequest(db, requestId);
  return { status, outcome: rule?.outcome ?? null, rule: rule?.ruleName ?? null, why: rule?.why.join("; ") ?? "" };
};

describe("a rule that approves", () => {
  test("grants what was asked for at once, says which rule it was and why, and staff are told", async () => {
    const [prospect, document] = [await confirmed(await pat()), await aDocument("CAIQ", "on-request")];
    await theseRulesAct([aRule({ documents: [document.id] })]);

    const requestId = await aPendingRequest(prospect, [document]);

    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([
      { state: "open", days: 14, accessRequestId: requestId, grantedByName: "Ada Lindqvist" },
    ]);
    expect(await judged(requestId)).toMatchObject({
      status: "approved",
      rule: "Customers get the report",
      why: "acme.example is a confirmed domain of the account; Asked for: CAIQ",
    });
    const mail = (await queuedMail()).map((one) => `${one.template} → ${one.recipient}`);
    expect(mail).toEqual(["request-approved → pat@acme.example", "request-judged → ada@vendor.example"]);
    const happenings = await listRequestHappenings(db, requestId);
    expect(happenings.find(({ kind }) => kind === "approved")).toMatchObject({
      who: "The rule “Customers get the report”",
    });
  });

  test("leaves what is under NDA waiting for the acceptance", async () => {
    const [prospect, document] = [await confirmed(await pat()), await aDocument()];
    await anNda();
    await theseRulesAct([aRule()]);
    await aPendingRequest(prospect, [document]);
    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "waits-for-nda" }]);
  });

  const doubts: [string, () => Promise<Prospect>, RegExp][] = [
    ["whose domain looks like a confirmed one", () => aStranger("pat@acrne.example"), /looks like acme.example/],
    ["at a free mailbox provider", () => aStranger("pat@gmail.com"), /free mailbox provider/],
    ["at a disposable one", () => aStranger("pat@mailinator.com"), /disposable/],
    ["at an internationalised domain", () => aStranger("pat@xn--bcher-kva.example"), /internationalised/],
  ];
  test.each(doubts)("holds the request of someone %s", async (_who, someone, why) => {
    await confirmed(await pat());
    const [prospect, document] = [await someone(), await aDocument("CAIQ", "on-request")];
    await theseRulesAct([aRule({ domain: "any", accounts: [prospect.companyAccountId] })]);
    const requestId = await aPendingRequest(prospect, [document]);
    expect(await judged(requestId)).toMatchObject({
      status: "pending",
      outcome: "hold",
      why: expect.stringMatching(why),
    });
    expect(await listGrants(db)).toEqual([]);
  });

  test("says nothing of an account that came of itself: nobody confirmed its domain", async () => {
    await theseRulesAct([aRule()]);
    const requestId = await aPendingRequest(await pat(), [await aDocument("CAIQ", "on-request")]);
    expect(await judged(requestId)).toMatchObject({ status: "pending", outcome: null });
    expect((await queuedMail()).map((mail) => mail.template)).toEqual(["request-received", "request-waiting"]);
  });

  test("holds where one document of several is not among its own, by saying nothing", async () => {
    const prospect = await confirmed(await pat());
    const [caiq, report] = [await aDocument("CAIQ", "on-request"), await aDocument("Penetration test", "on-request")];
    await theseRulesAct([aRule({ documents: [caiq.id] })]);
    expect(await judged(await aPendingRequest(prospect, [caiq, report]))).toMatchObject({ outcome: null });
  });

  test("holds after a revocation, and where there is no NDA to accept", async () => {
    const prospect = await confirmed(await pat());
    const [caiq, report] = [await aDocument("CAIQ", "on-request"), await aDocument()];
    await theseRulesAct([aRule()]);
    expect((await judged(await aPendingRequest(prospect, [report]))).why).toContain("There is no NDA to accept");
    await aPendingRequest(prospect, [caiq]);
    const [grant] = await listGrants(db, { personId: prospect.id });
    await revokeGrant(db, await ada(), { grantId: grant!.id, reason: "Left the company" });
    expect((await judged(await aPendingRequest(prospect, [caiq]))).why).toContain("A grant of theirs was revoked");
  });

  test("is refused where anyone could meet it", () => {
    const typed = { name: "All of them", outcome: "approve", days: "30" };
    expect(ruleForm.safeParse(typed).error?.issues[0]?.path).toEqual(["domain"]);
    expect(ruleForm.safeParse({ ...typed, domain: "confirmed" }).success).toBe(true);
    expect(ruleForm.safeParse({ ...typed, domain: "confirmed", days: "366" }).error?.issues[0]?.path).toEqual(["days"]);
  });
});

test("the first rule that fits decides; by reason, NDA in force and earlier grants as well", async () => {
  const [prospect, caiq] = [await confirmed(await pat()), await aDocument("CAIQ", "on-request")];
  const other = await aDocument("Penetration test", "on-request");
  await anNda();
  await theseRulesAct([
    aRule({ name: "Press", words: "journalist, press", outcome: { kind: "decline", message: "We answer in a call" } }),
    aRule({ name: "Under NDA", nda: "in-force", earlier: "some" }),
    aRule({ name: "All others", domain: "any", outcome: { kind: "hold" } }),
  ]);
  const requestId = await aPendingRequest(prospect, [caiq]);
  expect(await judged(requestId)).toMatchObject({ rule: "All others", outcome: "hold", status: "pending" });
  await declineRequest(db, await ada(), { requestId, reason: "Later" });
  await accepts(prospect);
  expect(await judged(await aPendingRequest(prospect, [caiq]))).toMatchObject({ rule: "All others" });
  await db.deleteFrom("rateLimit").execute();
  const another = await kim();
  await anApprovedRequest(another, [caiq]);
  await accepts(await confirmed(another));
  expect(await judged(await aPendingRequest(another, [other]))).toMatchObject({
    rule: "Under NDA",
    status: "approved",
  });
});

test("a rule that declines says why; one that routes tells the one person, whose request it then is", async () => {
  const [prospect, admin] = [await confirmed(await pat()), await ruth()];
  const [caiq, report] = [await aDocument("CAIQ", "on-request"), await aDocument("Penetration test", "on-request")];
  await theseRulesAct([
    aRule({ name: "Not this", documents: [caiq.id], outcome: { kind: "decline", message: "We show it in a call" } }),
    aRule({ name: "Ruth", outcome: { kind: "route", staffId: admin.id } }),
  ]);
  const declined = await aPendingRequest(prospect, [caiq]);
  expect(await judged(declined)).toMatchObject({ status: "declined", outcome: "decline" });
  const [told] = (await queuedMail()).filter((mail) => mail.template === "request-declined");
  expect(told).toMatchObject({ recipient: prospect.email, props: { reason: "We show it in a call" } });

  const routed = await aPendingRequest(prospect, [report]);
  expect(await judged(routed)).toMatchObject({ status: "pending", outcome: "route" });
  const waiting = await db.selectFrom("accessRequest").select("assignedTo").where("id", "=", routed).executeTakeFirst();
  expect(waiting).toEqual({ assignedTo: admin.id });
  const notices = (await queuedMail()).filter((mail) => mail.template === "request-judged");
  expect(notices.at(-1)).toMatchObject({ recipient: admin.email, props: { outcome: "Routed" } });
});

describe("undoing what a rule did", () => {
  test("ends its grants with the reason, and the request waits for a person, on whom no rule speaks again", async () => {
    const [prospect, document] = [await confirmed(await pat()), await aDocument("CAIQ", "on-request")];
    await theseRulesAct([aRule()]);
    const requestId = await aPendingRequest(prospect, [document]);

    await undoRuleDecision(db, await ruth(), { requestId, reason: "Not a customer any more" });

    expect(await judged(requestId)).toMatchObject({ status: "pending" });
    expect(await listGrants(db)).toMatchObject([{ state: "revoked", revokeReason: "Not a customer any more" }]);
    const again = undoRuleDecision(db, await ruth(), { requestId, reason: "Twice" });
    await expect(again).rejects.toMatchObject(refused("nothing-to-undo"));
  });

  test("is for those who decide", async () => {
    const undo = undoRuleDecision(db, await sam(), { requestId: randomUUID(), reason: "Why not" });
    await expect(undo).rejects.toMatchObject(refused("not-a-decider"));
  });
});

describe("the rules", () => {
  test("act only once saved, in their order, and rest when their saver may not decide any more", async () => {
    const [staff, prospect] = [await ada(), await confirmed(await pat())];
    const [caiq, report] = [await aDocument("CAIQ", "on-request"), await aDocument("Penetration test", "on-request")];
    await addRule(db, staff, aRule());
    expect(await judged(await aPendingRequest(prospect, [caiq]))).toMatchObject({ outcome: null });
    await saveRules(db, staff, await getRuleDraft(db));
    await db.updateTable("person").set({ disabledAt: new Date() }).where("id", "=", staff.id).execute();
    expect(await judged(await aPendingRequest(prospect, [report]))).toMatchObject({ outcome: null });
    expect(await findRuleSet(db)).toMatchObject({ number: 1, active: false });
  });

  test("are tried on what was asked before they are saved, beside what was done, and change nothing", async () => {
    const [prospect, caiq] = [await confirmed(await pat()), await aDocument("CAIQ", "on-request")];
    await anApprovedRequest(prospect, [caiq]);
    const requestId = await aPendingRequest(await kim(), [caiq]);
    await declineRequest(db, await ada(), { requestId, reason: "Not now" });
    await addRule(db, await ada(), aRule({ name: "Customers" }));

    const tried = await tryRules(db, (await getRuleDraft(db)).rules);

    expect(tried).toMatchObject([
      { companyName: "Rival AG", status: "declined", deciderName: "Ada Lindqvist", would: "nothing", rule: null },
      { companyName: "Acme GmbH", status: "approved", would: "approve", rule: "Customers" },
    ]);
    expect(await db.selectFrom("ruleDecision").selectAll().execute()).toEqual([]);
  });

  test("are changed by those who decide, moved up and down, and saved as they were shown", async () => {
    const staff = await ada();
    await expect(addRule(db, await sam(), aRule())).rejects.toMatchObject(refused("not-a-decider"));
    for (const name of ["First", "Second"]) await addRule(db, staff, aRule({ name }));
    const shown = await getRuleDraft(db);
    await moveRule(db, staff, { ruleId: shown.rules[1]!.id, to: "up" });
    expect((await getRuleDraft(db)).rules.map((rule) => rule.name)).toEqual(["Second", "First"]);
    await expect(saveRules(db, staff, shown)).rejects.toMatchObject(refused("rules-changed-meanwhile"));
    const late = moveRule(db, staff, { ruleId: randomUUID(), to: "up" });
    await expect(late).rejects.toMatchObject(refused("rule-not-found"));
  });

  test("read as sentences", () => {
    const [document, account, staff] = [randomUUID(), randomUUID(), randomUUID()];
    const names = { documents: { [document]: "CAIQ" }, accounts: { [account]: "Acme" }, staff: { [staff]: "Ruth" } };
    const said = (rule: Partial<Rule>) => sentenceOf({ id: randomUUID(), ...aRule(rule) }, names);
    expect(said({ documents: [document], nda: "in-force" })).toBe(
      "If the address is on a domain that was confirmed for its account, and only these are asked for: CAIQ, and an NDA is in force: approve for 14 days.",
    );
    expect(said({ domain: "any", outcome: { kind: "hold" } })).toBe("For every request: hold it for a person.");
    expect(said({ domain: "any", accounts: [account], outcome: { kind: "route", staffId: staff } })).toBe(
      "If the account is Acme: hold it for Ruth.",
    );
  });
});

test("a domain that staff added as a mailbox provider makes no company account, and no rule approves it", async () => {
  await addMailDomain(db, await ada(), { domain: "post.example", kind: "free-mail" });
  const [one, other] = [await aStranger("a@post.example"), await aStranger("b@post.example")];
  expect(one.companyAccountId).not.toBe(other.companyAccountId);
  await theseRulesAct([aRule({ domain: "any", accounts: [one.companyAccountId] })]);
  const requestId = await aPendingRequest(one, [await aDocument("CAIQ", "on-request")]);
  expect((await judged(requestId)).why).toContain("free mailbox provider");
  const twice = addMailDomain(db, await ada(), { domain: "gmail.com", kind: "disposable" });
  await expect(twice).rejects.toMatchObject({ code: "accounts.mail-domain-known" });
});

test("a domain that looks like another account's is named with it", () => {
  const known = ["brightkiln.example", "acme.com"];
  const says = (ascii: string, unicode = ascii) => whyItMayDeceive({ ascii, unicode }, known);
  for (const like of ["brightkin.example", "brightkilln.example", "brihgtkiln.example", "brightklln.example"]) {
    expect(says(like), like).toContain("looks like brightkiln.example");
  }
  expect(says("acme.co")).toContain("acme.com");
  expect(says("acrne.com")).toContain("acme.com");
  expect(says("acme.net")).toContain("acme.com");
  expect(says("xn--acm-hmb.com", "acmé.com")).toContain("internationalised");
  expect(says("xn--cme-6cd.com", "аcme.com")).toContain("mixes letters of several scripts");
  expect(says("acme.com")).toBeNull();
  expect(says("northwind.example")).toBeNull();
});

test.runIf(inject("postgres"))(
  "of two who save the same rules at the same moment, one does and the other is told",
  async () => {
    const staff = await ada();
    await addRule(db, staff, aRule());
    const shown = await getRuleDraft(db);
    const saving = await db.startTransaction().execute();
    await saveRules(saving, staff, shown);
    const second = expect(saveRules(db, staff, shown)).rejects.toMatchObject(refused("rules-unchanged"));
    await untilSomeoneWaitsForALock();
    await saving.commit().execute();
    await second;
    expect(await findRuleSet(db)).toMatchObject({ number: 1 });
  },
);

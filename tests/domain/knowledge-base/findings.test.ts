import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { retireAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { findingsAlone } from "#app/domain/knowledge-base/findings/alone.ts";
import type { LookedAt } from "#app/domain/knowledge-base/findings/finding.ts";
import { findingsTogether } from "#app/domain/knowledge-base/findings/together.ts";
import {
  countFindings,
  dismissFinding,
  getLook,
  listFindings,
  lookForFindings,
  takeUpFinding,
} from "#app/domain/knowledge-base/findings.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, sam } from "#tests/support/given.ts";

const today = "2026-11-24";
let next = 0;
const one = (question: string, text: string, short: string | null = null): LookedAt => {
  const id = `a${next++}`;
  return { id, key: id, question, text, short };
};
const kindsOf = (answer: LookedAt) => findingsAlone(answer, today).map(({ kind }) => kind);
const encrypts = "Is data encrypted at rest?";

describe("by itself, an answer", () => {
  test.each([
    ["Yes. Please see CRY-02.", ["pointer"]],
    ["See our answer to question 4.", ["pointer"]],
    ["Yes. See https://trust.example.com for the list.", []],
    ["Yes. Everything is encrypted; see section 4 of the policy for how keys are kept and by whom.", []],
    ["We will move to per-tenant keys by the end of 2025.", ["past-promise"]],
    ["We plan to move to per-tenant keys in Q1 2027.", []],
    ["The last penetration test was completed in March 2024.", ["old-date"]],
    ["The last penetration test was completed in March 2026.", []],
    ["We were founded in March 2014.", []],
    ["We hold ISO 27001:2013.", ["old-standard"]],
    ["We hold ISO/IEC 27001:2022 and follow NIST SP 800-53 Rev. 5.", []],
    ["Our modules are validated to FIPS 140-2.", ["old-standard"]],
  ])("%o gives %o", (text, kinds) => {
    expect(kindsOf(one(encrypts, text))).toEqual(kinds);
  });

  test("that is one word for a question that asks for a choice or for words says nothing", () => {
    expect(kindsOf(one("Is monitoring done internally or by a third-party service?", "No."))).toEqual(["unfit"]);
    expect(kindsOf(one("Describe how keys are rotated.", "Yes"))).toEqual(["empty"]);
    expect(kindsOf(one("Do you have a firewall or a proxy?", "Yes."))).toEqual([]);
  });

  test("whose short form and text differ is found, also where its first sentence turns the question round", () => {
    expect(kindsOf(one(encrypts, "No. It is not.", "Yes"))).toEqual(["short-form"]);
    const outside = "Are any recovery sites outside the customer's region?";
    expect(kindsOf(one(outside, "Yes. Recovery sites are within the customer's region.", "Yes"))).toEqual([
      "short-form",
    ]);
    expect(kindsOf(one(outside, "Yes. One recovery site is outside the region.", "Yes"))).toEqual([]);
  });
});

const together = (...answers: LookedAt[]) => findingsTogether(answers).map(({ kind }) => kind);

describe("together, answers", () => {
  test("to the same question are duplicates, to nearly the same nearly so, and conflict when they differ", () => {
    const near = "Is data encrypted at rest in all stores?";
    expect(together(one(encrypts, "Yes."), one("Is data encrypted at rest ?", "Yes, always."))).toEqual(["duplicate"]);
    const [a, b] = [
      one("Are all data stores encrypted at rest?", "Yes."),
      one("Are all data stores encrypted at rest today?", "Yes."),
    ];
    expect(together(a, b)).toEqual(["near-duplicate"]);
    expect(together(one(near, "Yes.", "Yes"), one(near, "No.", "No"))).toEqual(["conflict"]);
    expect(together(one(encrypts, "Yes."), one("Do you test your backups?", "Yes."))).toEqual([]);
  });

  test("conflict where one denies what another says in a sentence", () => {
    const no = one("Do you monitor for intrusions and attacks 24 x 7?", "No. This is planned.", "No");
    const yes = one("How do you detect attacks?", "Our team monitors for intrusions and attacks 24x7x365.", "Yes");
    expect(together(no, yes)).toEqual(["conflict"]);
  });

  test.each([
    ["High: within 30 days", "We fix High risk vulnerabilities within twenty-four (24) hours."],
    ["Penetration tests are done annually.", "We have a quarterly penetration test."],
    [
      "All data is classified according to four (4) levels:",
      "Data is classified as one of these: Public, Internal, Secret.",
    ],
  ])("conflict where their figures differ: %o and %o", (a, b) => {
    const question = "How do you treat vulnerabilities?";
    expect(together(one(question, a), one("How are patches and vulnerabilities handled here?", b))).toEqual([
      "conflict",
    ]);
    expect(together(one(question, a), one("How are patches handled?", a))).toEqual([]);
  });
});

describe("the findings of the knowledge base", () => {
  const conflicting = async () => {
    const a = await anApprovedAnswer({ question: "Are backups tested every month?", text: "Yes.", short: "Yes" });
    const b = await anApprovedAnswer({ question: "Are backups tested every month?", text: "No.", short: "No" });
    return [a, b] as const;
  };

  test("are made when answers have changed, and go with their cause", async () => {
    const [, b] = await conflicting();
    expect(await getLook(db)).toMatchObject({ lookedAt: null });
    await lookForFindings(db, today);
    expect(await listFindings(db, { kind: null, dismissed: false })).toMatchObject([{ kind: "conflict" }]);
    expect((await getLook(db)).isBehind).toBe(false);
    await retireAnswer(db, await ada(), { id: b.id, version: 1, reason: "" });
    expect((await getLook(db)).isBehind).toBe(true);
    await lookForFindings(db, today);
    expect(await countFindings(db)).toEqual({});
  });

  test("stay dismissed with their reason, and can be taken up again; sales decide nothing", async () => {
    await conflicting();
    await lookForFindings(db, today);
    const [{ id }] = (await listFindings(db, { kind: null, dismissed: false })) as { id: string }[] as [{ id: string }];
    await expect(dismissFinding(db, await sam(), { id, reason: "Fine" })).rejects.toMatchObject({ name: "NotAllowed" });
    await dismissFinding(db, await ada(), { id, reason: "Two products" });
    await lookForFindings(db, "2026-11-25");
    expect(await countFindings(db)).toEqual({ dismissed: 1 });
    const dismissed = await listFindings(db, { kind: null, dismissed: true });
    expect(dismissed).toMatchObject([{ dismissedBecause: "Two products" }]);
    await takeUpFinding(db, await ada(), id);
    expect(await countFindings(db)).toEqual({ conflict: 1 });
  });
});

const real = "../shared/data/kb.jsonl";
type Row = { id: string; question: string; answer: string; answer_short?: string };

describe.skipIf(!existsSync(real))("in a real vendor's 447 answers", () => {
  const answers = () =>
    readFileSync(real, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row)
      .map(({ id, question, answer, answer_short }) => ({
        id,
        key: id,
        question,
        text: answer,
        short: answer_short ?? null,
      }));
  const all = () => [...answers().flatMap((answer) => findingsAlone(answer, today)), ...findingsTogether(answers())];

  test.each([
    ["monitored around the clock, and not at all", "conflict", ["caiq:IVS-09.1", "hecvat:FIDP-09"]],
    ["a short form against its own text", "short-form", ["hecvat:DRPL-04"]],
    ["four classes of data against three", "conflict", ["caiq:DSP-04.1", "hecvat:DATA-19"]],
    ["releases every three weeks, and twice a month", "conflict", ["caiq:CCC-03.1", "hecvat:PPPR-05"]],
    ["a day to fix what is rated high, and thirty", "conflict", ["caiq:AIS-07.1", "hecvat:CHNG-10"]],
    ["no to a choice of two", "unfit", ["hecvat:FIDP-10"]],
    ["a promise for the end of 2024", "past-promise", ["hecvat:ITAC-01"]],
    ["a report of June 2023 as the last", "old-date", ["hecvat:DOCU-01"]],
    ["ISO 27001:2013", "old-standard", ["caiq:A&A-04.1"]],
    ["an answer that only points elsewhere", "pointer", ["caiq:STA-08.1"]],
  ])("%s is found", (_, kind, ids) => {
    const found = all().filter((finding) => finding.kind === kind && ids.every((id) => finding.answers.includes(id)));
    expect(found.length).toBeGreaterThan(0);
  });

  test("little else is", () => {
    expect(all().length).toBeLessThanOrEqual(50);
  });
});
if (!existsSync(real))
  process.stdout.write(`${real} is not here, so the findings in real answers are not looked for.\n`);

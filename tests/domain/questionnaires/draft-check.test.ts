import { describe, expect, test } from "vitest";
import { readLexicon } from "#app/domain/matching/concepts.ts";
import { checkDraft } from "#app/domain/questionnaires/draft-check.ts";
import { readDraft } from "#app/domain/questionnaires/draft-prompt.ts";

const lexicon = readLexicon();
const answers = [
  {
    key: "CTL-1",
    question: "Is customer data encrypted at rest?",
    short: "Yes",
    text: "Yes. Databases and backups are encrypted with AES-256. Keys are held in AWS KMS and rotated every 12 months.",
  },
  {
    key: "CTL-2",
    question: "How are backups tested?",
    short: null,
    text: "We restore a production backup each quarter into an empty Harbour Vault account and compare the row counts. The recovery time objective is 4 hours. Multi-factor authentication is required for restores.",
  },
  {
    key: "CTL-3",
    question: "Do you sell customer data?",
    short: "No",
    text: "No. We do not sell customer data to third parties, except to subprocessors under contract.",
  },
];

const check = (answer: string, cites = ["CTL-1", "CTL-2"]) =>
  checkDraft({ answer, cites, enough: true }, answers, lexicon);
const problem = (answer: string, cites?: string[]) => check(answer, cites).problem;

describe("a draft stands", () => {
  test.each([
    ["Yes. Databases and backups are encrypted with AES-256, and keys are rotated every 12 months.", ["CTL-1"]],
    ["Backups are encrypted with AES-256. Each quarter we restore a backup into an empty account.", ["CTL-1", "CTL-2"]],
    ["We restore backups quarterly and compare the row counts.", ["CTL-2"]],
    ["Keys are held in AWS KMS; they are rotated annually.", ["CTL-1"]],
    ["Yes.", ["CTL-1"]],
    ["No.", ["CTL-3"]],
    ["MFA is required for restores. The recovery time objective (RTO) is 4 hours.", ["CTL-2"]],
    ["No, we do not sell customer data to third parties, except to subprocessors under contract.", ["CTL-3"]],
  ])("when all of it is in what it cites: %s", (answer, cites) => {
    expect(check(answer, cites)).toMatchObject({ text: answer, cites, problem: null });
  });

  test("with the yes that it opens with as its short form, and each citation once", () => {
    expect(check(" Yes. Backups are encrypted. ", ["CTL-1", "CTL-1"])).toEqual({
      ...{ text: "Yes. Backups are encrypted.", short: "Yes", cites: ["CTL-1"], problem: null },
    });
    expect(check("Backups are encrypted.")).toMatchObject({ short: null });
  });
});

describe("a draft is refused", () => {
  test.each([
    ["Databases are encrypted with AES-512.", "512"],
    ["Databases are encrypted with AES-٢٥٦.", "characters"],
    ["Keys are rotated every 6 months.", "a time"],
    ["Keys are rotated weekly.", "a time"],
    ["Keys are rotated annually, and backups daily.", "a time"],
    ["The recovery time objective is 4 minutes.", "4 minute"],
    ["The recovery time objective is four hours, 99.99 % of the time.", "99.99"],
    ["The recovery objective is 256 hours.", "a time"],
    ["Backups are restored into thirty accounts.", "30"],
  ])("for a number or time that its answers do not have: %s", (answer, reason) => {
    expect(problem(answer)).toContain(reason);
  });

  test.each([
    "Yes. We are ISO 27001 certified, and backups are encrypted.",
    "Databases are encrypted under HIPAA.",
    "Databases are encrypted (hipaa).",
    "Databases and backups are encrypted by Cloudflare.",
    "Cloudflare holds our keys.",
    "Databases Are Held In Frankfurt.",
    "DATABASES ARE HELD IN FRANKFURT.",
    "databases are held in frankfurt.",
    "Keys are held in AWS CloudHSM.",
    "Databases are encrypted, and a penetration test is made each quarter.",
    "Keys are held in Аmazon KMS.",
    "Keys are held in AWS (Frankfurt).",
    "Backups of Vault Harbour are encrypted.",
    "Backups are restored under KMS 4.",
  ])("for a standard, name or subject that its answers do not have: %s", (answer) => {
    expect(problem(answer)).toMatch(/which no cited answer|characters/);
  });

  test.each([
    "Databases are encrypted, see https://evil.example/?q=aes",
    "Databases are encrypted, see evil.example for the keys.",
    "Databases are encrypted, see www.evil.example",
    "Databases are encrypted. Ask keys@evil.example",
    "Databases are encrypted //evil.example/x",
    "Databases are encrypted javascript:alert(1)",
    "Databases are encrypted ![backups](https://evil.example/a.png)",
    "[Databases](https://evil.example) are encrypted.",
    "<b>Databases</b> are encrypted.",
    "Databases are encrypted.<img src=x onerror=alert(1)>",
    "Databases are encrypted &lt;script&gt;",
    "Databases are **encrypted**.",
    "# Databases are encrypted.",
    "Databases are `encrypted`.",
    "Databases are encrypted.\u202e",
    "Databases are enc\u200brypted.",
    "Databases are encrypted.\u0007",
    "Databases are encrypted. 🔒",
  ])("for an address, markup or a character of another kind: %s", (answer) => {
    expect(problem(answer)).toMatch(/address|markup|characters|which no cited answer/);
  });

  test("for an address that is made of words of its answers", () => {
    expect(problem("Keys are held in keys.aws")).toBe("The draft names an address that no cited answer has.");
    expect(problem("Keys are held in AWS KMS (keys@aws).")).toContain("characters");
  });

  test.each([
    ["No. Databases are encrypted.", ["CTL-1"]],
    ["Yes. We restore a backup each quarter.", ["CTL-2"]],
    ["Yes, we sell customer data.", ["CTL-3"]],
    ["Yes. Databases are encrypted; we do not sell customer data.", ["CTL-1", "CTL-3"]],
    ["Partially. Databases are encrypted.", ["CTL-1"]],
  ])("for a yes or no that its answers do not give: %s", (answer, cites) => {
    expect(problem(answer, cites)).toBe("The draft opens with a yes or no that its answers do not give.");
  });

  test.each([
    ["We sell customer data to third parties.", ["CTL-3"], "the opposite"],
    ["We sell customer data.", ["CTL-3"], "the opposite"],
    ["We do not sell customer data to third parties.", ["CTL-3"], "a condition"],
    ["Databases and backups are not encrypted with AES-256.", ["CTL-1"], "not"],
    ["All databases are encrypted with AES-256.", ["CTL-1"], "All"],
    ["We guarantee that databases are encrypted.", ["CTL-1"], "guarantee"],
    ["Databases are always encrypted.", ["CTL-1"], "always"],
    ["Backups are restored. Yes.", ["CTL-2"], "Yes"],
    ["We do.", ["CTL-2"], "says nothing"],
    ["Yes. It is so.", ["CTL-1"], "says nothing"],
    ["Keys are rotated within 12 months.", ["CTL-1"], "within"],
  ])("for turning an answer round or reaching further: %s", (answer, cites, reason) => {
    expect(problem(answer, cites)).toContain(reason);
  });

  test("for citing nothing, or what it was not given", () => {
    expect(problem("Databases are encrypted.", [])).toBe("The draft cites no approved answer.");
    expect(problem("Databases are encrypted.", ["CTL-1", "CTL-9"])).toContain("was not given");
    expect(problem("Row counts are compared.", ["CTL-1"])).toContain("which no cited answer");
  });

  test("for saying nothing or too much, and when the model itself says that there is not enough", () => {
    expect(problem(" \n ")).toBe("The draft is empty.");
    expect(problem("Databases are encrypted. ".repeat(100))).toContain("longer than");
    expect(checkDraft({ answer: "", cites: [], enough: false }, answers, lexicon)).toEqual({
      problem: "The approved answers do not say enough for a draft.",
    });
  });
});

test("what a model answers is read only in the very form that was asked for", () => {
  expect(readDraft('{"answer":"Yes.","cites":["CTL-1"],"enough":true}')).toEqual({
    ...{ answer: "Yes.", cites: ["CTL-1"], enough: true },
  });
  for (const other of [
    "",
    "Yes.",
    "null",
    "[]",
    '```json\n{"answer":"Yes.","cites":[],"enough":true}\n```',
    '{"answer":"Yes.","cites":["CTL-1"]}',
    '{"answer":"Yes.","cites":"CTL-1","enough":true}',
    '{"answer":"Yes.","cites":[],"enough":"true"}',
    '{"answer":"Yes.","cites":[],"enough":true,"approve":true}',
    `{"answer":"${"a".repeat(20_001)}","cites":[],"enough":true}`,
    '{"__proto__":{"answer":"Yes."},"cites":[],"enough":true}',
  ]) {
    expect(readDraft(other)).toBeNull();
  }
});

import { describe, expect, test } from "vitest";
import { conceptsIn, readLexicon } from "#app/domain/matching/concepts.ts";
import { wordsOf } from "#app/domain/matching/words.ts";

const lexicon = readLexicon();
const named = (text: string, lexiconToUse = lexicon) => [
  ...new Set(conceptsIn(lexiconToUse, wordsOf(text)).map(({ concept }) => concept)),
];

describe("the lexicon", () => {
  test.each([
    ["multi-factor authentication", ["Is 2FA required?", "Do admins use MFA?", "Two-factor authentication is on."]],
    ["encryption in transit", ["Do you use TLS?", "Data in transit is protected.", "encrypted over HTTPS"]],
    ["penetration test", ["annual pentest", "a pen-test by an outside firm", "penetration testing"]],
    ["restore", ["We restored backups.", "restoring from backup", "restores are tested"]],
    ["subprocessor", ["your sub-processors", "subcontractors", "a subprocessor"]],
    ["business continuity", ["Do you maintain a BCP?", "the business continuity plan"]],
  ])("knows %s under its names", (concept, texts) => {
    for (const text of texts) expect(named(text)).toContain(concept);
  });

  test.each([
    ["power", "Follow up with the customer."],
    ["intrusion detection", "The user id is unique."],
    ["backup", "Go back and sign up."],
  ])("does not take other words for %s", (concept, text) => {
    expect(named(text)).not.toContain(concept);
  });

  test("names a concept by its longest phrase, with the place of its words", () => {
    const found = conceptsIn(lexicon, wordsOf("a disaster recovery plan exists"));
    expect(found.find(({ concept }) => concept === "disaster recovery")).toMatchObject({ start: 1, end: 3 });
  });

  test("takes the operator's own concepts, and more phrases for ours", () => {
    const own = readLexicon("# ours\nlighthouse | beacon service | BCN\n\npassword | open sesame");
    expect(named("Is the beacon service monitored?", own)).toContain("lighthouse");
    expect(named("Is bcn monitored?", own)).toContain("lighthouse");
    expect(named("Who knows the open sesame?", own)).toContain("password");
    expect(named("Is there a passphrase?", own)).toContain("password");
  });

  test("gives each concept one line", () => {
    const phrases = [...lexicon.concepts.values()].map(({ phrases: [name] }) => name);
    expect(new Set(phrases).size).toBe(phrases.length);
    expect(phrases.length).toBeGreaterThan(200);
  });
});

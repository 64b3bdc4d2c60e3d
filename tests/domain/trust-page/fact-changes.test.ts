import { describe, expect, test } from "vitest";
import { discardPath, factChanges } from "#app/domain/trust-page/fact-changes.ts";
import { noFacts, readFacts, type PublicFacts } from "#app/domain/trust-page/facts.ts";
import { firstVersion } from "./stored-publication.ts";

const before = readFacts({ schemaVersion: 1, content: firstVersion });
const [report] = before.reports;
const titles = new Map([[report!.documentId!, "SOC 2 report"]]);
const changesTo = (change: Partial<PublicFacts>) => factChanges({ before, after: { ...before, ...change }, titles });

describe("the changes between two publications", () => {
  test("are none where they say the same", () => {
    expect(changesTo({})).toEqual([]);
  });

  test("name each field, with what was and what comes, in words", () => {
    const later = { ...report!, periodEnd: "2026-07-31", opinion: "adverse" as const, categories: [] };
    const file = { documentId: null, documentVersion: null, exceptions: [], controlsTested: null };
    expect(changesTo({ reports: [{ ...later, ...file }] })).toEqual([
      {
        part: "reports",
        id: report!.id,
        what: "SOC 2 Type II, 1 Jul 2025 – 31 Jul 2026",
        how: "changed",
        fields: [
          { label: "Period, last day", from: "30 Jun 2026", to: "31 Jul 2026" },
          { label: "Opinion", from: "Qualified", to: "Adverse" },
          { label: "Categories", from: "Security, Availability", to: "" },
          { label: "Controls tested", from: "84", to: "" },
          { label: "Exceptions", from: "AC-03: Two accounts stayed open. (response: They are closed.)", to: "" },
          { label: "Document", from: "SOC 2 report", to: "" },
          { label: "File of the document", from: "version 2", to: "" },
        ],
      },
    ]);
  });

  test("say of what is new all that it says, and of what is gone its name", () => {
    const [control] = before.controls;
    const added = { ...control!, id: "other", code: "AC-02", status: "planned" as const };
    expect(changesTo({ controls: [added], controlsInAll: 3 })).toEqual([
      {
        part: "controls",
        id: "",
        what: "How many controls there are in all",
        how: "changed",
        fields: [{ label: "Controls, shown or not", from: "2", to: "3" }],
      },
      {
        part: "controls",
        id: "other",
        what: "AC-02 Sign-in",
        how: "added",
        fields: [
          { label: "Id", from: "", to: "AC-02" },
          { label: "Title", from: "", to: "Sign-in" },
          { label: "Status", from: "", to: "Planned" },
          { label: "Criteria", from: "", to: "CC6.1" },
        ],
      },
      { part: "controls", id: control!.id, what: "AC-01 Sign-in", how: "removed", fields: [] },
    ]);
  });

  test("from nothing to a first publication name everything once", () => {
    const changes = factChanges({ before: noFacts, after: before, titles });
    expect(changes.map(({ part, what, how }) => `${part} ${what}: ${how}`)).toEqual([
      "company Company profile: changed",
      "controls How many controls there are in all: changed",
      "reports SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026: added",
      "letters Bridge letter, 1 Jul – 30 Sep 2026: added",
      "certifications ISO/IEC 27001: added",
      "controls AC-01 Sign-in: added",
      "subprocessors Cirrus: added",
    ]);
    expect(changes.map(discardPath).filter(Boolean)).toEqual(
      [
        `reports/${report!.id}`,
        `certifications/${before.certifications[0]!.id}`,
        `controls/${before.controls[0]!.id}`,
      ].map((end) => `/staff/publications/changes/${end}/discarding`),
    );
  });
});

import { describe, expect, test } from "vitest";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { changeSubprocessorTerms, getSubprocessorTerms } from "#app/domain/trust-page/subprocessor-terms.server.ts";
import { subprocessorTermsForm } from "#app/domain/trust-page/subprocessor-terms.ts";
import { brokenPromises, noticeDays, objectionWindow, subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { db } from "#db/client.server.ts";
import { ada, sam } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { nameTheCompany } from "./machines/scene.ts";

const typed = {
  ...{ name: "Cirrus Ltd", service: "Hosting", purpose: "", dataCategories: "", region: "", transferBasis: "" },
  ...{ dpaUrl: "", announcedOn: "2026-11-14", objectionDays: "", objectUntil: "", addedOn: "", removedOn: "" },
};
const read = (change: Record<string, string>) => subprocessorForm.parse({ ...typed, ...change });
const complaints = (change: Record<string, string>) =>
  subprocessorForm.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [path[0], message]);

describe("the last day to object", () => {
  test("is counted from the notice", () => {
    expect(read({ objectionDays: "30" })).toMatchObject({ objectUntil: "2026-12-14" });
    expect(read({ objectionDays: "30" })).not.toHaveProperty("objectionDays");
    expect(read({ objectUntil: "2026-12-14", objectionDays: "30" })).toMatchObject({ objectUntil: "2026-12-14" });
  });

  test("contradicts neither the days that were entered nor the first day", () => {
    expect(complaints({ objectUntil: "2026-12-13", objectionDays: "30" })).toEqual([
      ["objectUntil", "30 days from the notice end on 14 Dec 2026. Enter one of the two"],
    ]);
    expect(complaints({ objectionDays: "30", addedOn: "2026-12-14" })).toEqual([
      ["addedOn", "Enter a day after the last one to object, 14 Dec 2026"],
    ]);
    expect(complaints({ objectionDays: "30", addedOn: "2026-12-15" })).toBeUndefined();
    expect(complaints({ announcedOn: "", objectionDays: "30" })).toEqual([
      ["announcedOn", "Enter the day on which customers were told"],
    ]);
    expect(complaints({ announcedOn: "soon", objectionDays: "30" })?.[0]?.[0]).toBe("announcedOn");
    for (const wrong of ["0", "366", "-1", "1.5", "ten"]) {
      expect(complaints({ objectionDays: wrong })?.[0]?.[0], wrong).toBe("objectionDays");
    }
  });

  test("is open up to and with that day", () => {
    const entry = read({ objectionDays: "30", addedOn: "2027-01-01" });
    expect(objectionWindow(entry, "2026-12-14")).toMatchObject({ isOpen: true, daysLeft: 0, days: 30 });
    expect(objectionWindow(entry, "2026-12-15")).toMatchObject({ isOpen: false });
    expect(noticeDays(entry)).toBe(48);
  });
});

describe("what customers are promised", () => {
  test("is entered by security and admins, and shown once it is published", async () => {
    const terms = { noticeDays: 30, objectionDays: 14 };
    await expect(changeSubprocessorTerms(db, await ada(), terms)).rejects.toThrow("Nobody has named the company yet.");
    await nameTheCompany();
    await publishDraft();
    await expect(changeSubprocessorTerms(db, await sam(), terms)).rejects.toThrow("Security and admins");
    await changeSubprocessorTerms(db, await ada(), terms);
    expect(await getSubprocessorTerms(db)).toEqual(terms);
    const shown = async () => (await getTrustPage(db, { now: new Date(), filter: { q: "", category: null } })).company;
    expect(await shown()).toMatchObject({ noticeDays: null, objectionDays: null });
    await publishDraft();
    expect(await shown()).toMatchObject(terms);
  });

  test("leaves time to object within the notice", () => {
    const said = (noticeDays: string, objectionDays: string) =>
      subprocessorTermsForm.safeParse({ noticeDays, objectionDays }).error?.issues[0]?.message;
    expect(said("30", "30")).toBeUndefined();
    expect(said("", "")).toBeUndefined();
    expect(said("14", "30")).toBe("Enter at least as many days as there are to object");
    expect(said("", "30")).toBe("Enter how many days before its first day customers are told");
    expect(said("400", "")).toBe("Enter a number of days from 1 to 365");
  });

  test("is held against a planned subprocessor, and staff are told what falls short", () => {
    const terms = { noticeDays: 60, objectionDays: 30 };
    const short = read({ objectionDays: "10", addedOn: "2026-12-14" });
    expect(brokenPromises(short, terms, "2026-11-20")).toEqual([
      "It begins 30 days after the notice, and customers are promised 60.",
      "It has 10 days to object, and customers are promised 30.",
    ]);
    expect(brokenPromises(read({}), terms, "2026-11-20")).toEqual([
      "It has no time to object, and customers are promised 30.",
    ]);
    expect(brokenPromises(short, terms, "2026-12-20"), "once it has begun").toEqual([]);
    expect(brokenPromises(read({ objectionDays: "30", addedOn: "2027-01-13" }), terms, "2026-11-20")).toEqual([]);
  });
});

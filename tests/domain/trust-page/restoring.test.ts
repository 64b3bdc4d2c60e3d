import { describe, expect, test } from "vitest";
import { addBridgeLetter, listBridgeLetters } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addCertification, changeCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm } from "#app/domain/trust-page/certifications.ts";
import { addControl, changeControl, listControls, removeControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { discardChange, getChangeToDiscard } from "#app/domain/trust-page/discard.server.ts";
import { getDraft } from "#app/domain/trust-page/draft.server.ts";
import type { ListedPart } from "#app/domain/trust-page/fact-labels.ts";
import { getPublication, getPublishedFacts, listPublications } from "#app/domain/trust-page/publications.server.ts";
import { getStanding } from "#app/domain/trust-page/publish.server.ts";
import { addReport, changeReport, getReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { restorePublication } from "#app/domain/trust-page/restore.server.ts";
import { addSubprocessor, removeSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth } from "#tests/support/given.ts";
import { publishAs, publishDraft } from "#tests/support/publishing.ts";
import { typedTypeTwo } from "./given-reports.ts";

const typedControl = { title: "Sign-in", description: "", status: "implemented", criteria: "CC6.1", public: "yes" };
const aControl = controlForm.parse({ ...typedControl, reference: "AC-01", owner: "Platform team" });
const aReport = reportForm.parse(typedTypeTwo);
const aLetter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };
const aCertification = certificationForm.parse({
  ...{ kind: "certification", name: "ISO/IEC 27001", issuer: "Brandt AG", certificateNumber: "", scope: "" },
  ...{ validFrom: "2026-01-01", validUntil: "2027-01-01", expectedOn: "", statement: "", documentId: "", link: "" },
  published: "yes",
});
const aSubprocessor = subprocessorForm.parse({
  ...{ name: "Cirrus", service: "Hosting", purpose: "", dataCategories: "", region: "Ireland", transferBasis: "" },
  ...{ dpaUrl: "", announcedOn: "", objectUntil: "", addedOn: "2026-01-01", removedOn: "" },
});

/** A published page with one of each, as number 1. */
async function aWholePage() {
  await db.insertInto("companyProfile").values({ name: "Orrery", address: "1 Ring Road" }).execute();
  const staff = await ada();
  const reportId = await addReport(db, staff, aReport);
  await publishReport(db, staff, reportId);
  const letterId = await addBridgeLetter(db, staff, { reportId, details: aLetter });
  const controlId = await addControl(db, staff, aControl);
  const certificationId = await addCertification(db, staff, aCertification);
  const subprocessorId = await addSubprocessor(db, staff, aSubprocessor);
  await publishDraft();
  return { reportId, letterId, controlId, certificationId, subprocessorId };
}

/** All of it is different, and more is there. */
async function changeAll(ids: Awaited<ReturnType<typeof aWholePage>>) {
  const staff = await ada();
  await db.updateTable("companyProfile").set({ name: "Planetarium", address: "2 Ring Road" }).execute();
  await changeReport(db, staff, { reportId: ids.reportId, details: { ...aReport, auditor: "Another LLP" } });
  await db.deleteFrom("bridgeLetter").execute();
  await removeControl(db, staff, ids.controlId);
  await addControl(db, staff, { ...aControl, reference: "AC-02" });
  const details = { ...aCertification, issuer: "Others" };
  await changeCertification(db, staff, { certificationId: ids.certificationId, details });
  await removeSubprocessor(db, staff, ids.subprocessorId);
  await addSubprocessor(db, staff, { ...aSubprocessor, name: "Nimbus" });
}

const restore = async (number: number) => {
  const staff = await ruth();
  return restorePublication(db, staff, { number, shown: (await getStanding(db, staff)).shown });
};

const trail = async () => await db.selectFrom("auditEvent").select(["action", "details"]).orderBy("seq").execute();

describe("restoring a publication", () => {
  test("shows visitors what it held, and makes the draft the same", async () => {
    const ids = await aWholePage();
    const first = await getPublishedFacts(db);
    await changeAll(ids);
    await publishDraft();
    expect(await getPublishedFacts(db)).toMatchObject({ company: { name: "Planetarium" } });

    expect(await restore(1)).toEqual({ setAside: null, published: 3, waiting: 1 });
    const { reports, ...rest } = first;
    const restored = await getPublishedFacts(db);
    expect({ ...restored, reports: [], controlsInAll: 1 }).toEqual({ ...rest, reports: [] });
    expect(restored.reports, "a report waits for the second person").toMatchObject([{ auditor: "Another LLP" }]);
    expect((await getDraft(db)).reports).toEqual(reports);
    expect(await listBridgeLetters(db)).toMatchObject([{ id: ids.letterId }]);
    await publishAs(await ada());
    expect((await getPublishedFacts(db)).reports).toEqual(reports);
    expect((await listPublications(db)).map(({ restoredFrom }) => restoredFrom)).toEqual([null, 1, null, null]);
    const event = (await trail()).find(({ action }) => action === "trust-page.page.restored");
    expect(event?.details).toMatchObject({ number: 3, restoredFrom: 1 });
  });

  test("leaves alone what visitors never saw: private controls, owners, the postal address", async () => {
    const { controlId } = await aWholePage();
    await changeControl(db, await ada(), { controlId, details: { ...aControl, title: "Log-in", owner: "Other team" } });
    await addControl(db, await ada(), { ...aControl, reference: "AC-09", public: false });
    await db.updateTable("companyProfile").set({ address: "2 Ring Road" }).execute();
    await restore(1);
    expect(await listControls(db)).toMatchObject([
      { code: "AC-01", title: "Sign-in", owner: "Other team", public: true },
      { code: "AC-09", public: false },
    ]);
    const { address } = await db.selectFrom("companyProfile").select("address").executeTakeFirstOrThrow();
    expect(address).toBe("2 Ring Road");
  });

  test("keeps the draft that it replaces, which can be brought back", async () => {
    const ids = await aWholePage();
    await changeAll(ids);
    await db.deleteFrom("control").execute();
    const draft = await getDraft(db);
    expect(await restore(1)).toEqual({ setAside: 2, published: null, waiting: 0 });
    expect((await getDraft(db)).company.name).toBe("Orrery");
    expect((await getPublication(db, 2)).facts).toEqual(draft);
    expect(await listPublications(db)).toMatchObject([{ number: 2, state: "set-aside", madeBy: "Ruth Okafor" }, {}]);
    expect((await getPublishedFacts(db)).company.name).toBe("Orrery");

    expect(await restore(2)).toMatchObject({ setAside: null, published: null });
    expect({ ...(await getDraft(db)), controlsInAll: draft.controlsInAll }).toEqual(draft);
    expect((await getPublishedFacts(db)).company.name).toBe("Orrery");
    expect((await trail()).filter(({ action }) => action === "trust-page.draft.restored")).toHaveLength(2);
  });

  test("gives controls that swapped their ids the old ones back", async () => {
    const { controlId } = await aWholePage();
    const otherId = await addControl(db, await ada(), { ...aControl, reference: "AC-02", title: "Sign-out" });
    await publishDraft();
    const change = async (id: string, reference: string) =>
      changeControl(db, await ada(), { controlId: id, details: { ...aControl, reference } });
    await change(controlId, "AC-03");
    await change(otherId, "AC-01");
    await change(controlId, "AC-02");
    await restore(2);
    expect(await listControls(db)).toMatchObject([
      { id: controlId, code: "AC-01" },
      { id: otherId, code: "AC-02" },
    ]);
  });

  test("is refused, and changes nothing, where a control's id belongs to another by now", async () => {
    const { controlId } = await aWholePage();
    await removeControl(db, await ada(), controlId);
    await addControl(db, await ada(), { ...aControl, title: "Backups", public: false });
    await expect(restore(1)).rejects.toMatchObject({
      code: "trust-page.control-code-reused",
      message: "The id AC-01 belongs to another control by now, Backups. Give that one another id first.",
    });
    expect(await listPublications(db)).toHaveLength(1);
    expect(await listControls(db)).toMatchObject([{ title: "Backups" }]);
  });

  test("is refused when there is nothing to restore, or the draft moved on", async () => {
    await aWholePage();
    await expect(restore(1)).rejects.toMatchObject({ code: "trust-page.nothing-to-restore" });
    const stale = restorePublication(db, await ruth(), { number: 1, shown: "" });
    await expect(stale).rejects.toMatchObject({ code: "trust-page.draft-changed" });
    await expect(restore(7)).rejects.toMatchObject({ code: "trust-page.no-such-publication" });
    const bySecurity = restorePublication(db, await ada(), { number: 1, shown: "" });
    await expect(bySecurity).rejects.toMatchObject({ code: "trust-page.not-an-admin" });
  });
});

describe("discarding one change", () => {
  const discard = async (part: ListedPart, id: string) => {
    const { shown } = await getChangeToDiscard(db, await ada(), { part, id });
    return discardChange(db, await ada(), { part, id, shown });
  };

  test("brings back what visitors see of it, and nothing else", async () => {
    const ids = await aWholePage();
    const published = await getPublishedFacts(db);
    await changeAll(ids);
    await discard("reports", ids.reportId);
    await discard("letters", ids.letterId);
    await discard("controls", ids.controlId);
    await discard("certifications", ids.certificationId);
    await discard("subprocessors", ids.subprocessorId);
    const draft = await getDraft(db);
    expect(draft.reports).toEqual(published.reports);
    expect(draft.letters).toEqual(published.letters);
    expect(draft.certifications).toEqual(published.certifications);
    expect(draft.controls).toMatchObject([{ code: "AC-01" }, { code: "AC-02" }]);
    expect(draft.subprocessors.map(({ name }) => name).sort()).toEqual(["Cirrus", "Nimbus"]);
    expect(draft.company.name).toBe("Planetarium");
    expect((await trail()).at(-1)).toMatchObject({
      action: "trust-page.draft.discarded",
      details: { what: "Cirrus", change: "removed" },
    });
  });

  test("takes what is new off the page and keeps it; what would be lost is not discarded here", async () => {
    await aWholePage();
    const reportId = await addReport(db, await ada(), { ...aReport, auditor: "New LLP" });
    await publishReport(db, await ada(), reportId);
    await discard("reports", reportId);
    expect(await getReport(db, reportId)).toMatchObject({ auditor: "New LLP", published: false });
    const subprocessorId = await addSubprocessor(db, await ada(), { ...aSubprocessor, name: "Nimbus" });
    await expect(discard("subprocessors", subprocessorId)).rejects.toMatchObject({ code: "trust-page.no-such-change" });
  });

  test("is refused when the draft moved on while it was looked at", async () => {
    const { controlId: id } = await aWholePage();
    const details = { ...aControl, title: "Log-in" };
    await changeControl(db, await ada(), { controlId: id, details });
    const { shown } = await getChangeToDiscard(db, await ada(), { part: "controls", id });
    await changeControl(db, await ada(), { controlId: id, details: { ...details, title: "Login" } });
    await expect(discardChange(db, await ada(), { part: "controls", id, shown })).rejects.toMatchObject({
      code: "trust-page.draft-changed",
    });
  });
});

import { describe, expect, test } from "vitest";
import {
  addControl,
  changeControl,
  findControls,
  listPublishedControls,
  removeControl,
} from "#app/domain/trust-page/controls.server.ts";
import { controlForm, groupControls } from "#app/domain/trust-page/controls.ts";
import { categories, countCriteria, criterionIds } from "#app/domain/trust-page/criteria.ts";
import {
  addSubprocessor,
  changeSubprocessor,
  getSubprocessor,
  listSubprocessorsByState,
  removeSubprocessor,
} from "#app/domain/trust-page/subprocessors.server.ts";
import { objectionWindow, subprocessorForm, subprocessorState } from "#app/domain/trust-page/subprocessors.ts";
import { updateForm } from "#app/domain/trust-page/updates.ts";
import {
  changeUpdate,
  draftUpdate,
  getUpdate,
  listPublishedUpdates,
  publishUpdate,
  withdrawUpdate,
} from "#app/domain/trust-page/updates.server.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";

const typedControl = {
  reference: "AC-01",
  title: "Sign-in of staff",
  description: "One identity provider with a hardware key.",
  status: "implemented",
  criteria: "cc6.1, CC6.2; CC6.1",
  owner: "Platform Lead",
  public: "yes",
};
const aControl = controlForm.parse(typedControl);

const typedSubprocessor = {
  name: "Cirrus Ltd",
  service: "Hosting",
  purpose: "",
  dataCategories: "All customer data",
  region: "Ireland",
  transferBasis: "",
  dpaUrl: "",
  announcedOn: "2026-08-31",
  objectUntil: "2026-09-30",
  addedOn: "2026-10-01",
  removedOn: "",
};
const aSubprocessor = subprocessorForm.parse(typedSubprocessor);
const anUpdate = updateForm.parse({ topic: "general", title: "Failover exercise passed", body: "Both in time." });

const actions = async () =>
  (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map(({ action }) => action);

describe("the criteria", () => {
  test("are the 61 of the five categories", () => {
    expect(criterionIds).toHaveLength(61);
    expect(categories.map(countCriteria)).toEqual([33, 3, 5, 2, 18]);
  });
});

describe("controls", () => {
  test("take known criteria only, each once", () => {
    expect(aControl.criteria).toEqual(["CC6.1", "CC6.2"]);
    const wrong = controlForm.safeParse({ ...typedControl, criteria: "CC6.1, CC6.9, X1" });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
      "CC6.9 is not a criterion. Enter ids such as CC6.1, A1.2 or P4.3",
      "X1 is not a criterion. Enter ids such as CC6.1, A1.2 or P4.3",
    ]);
  });

  test("are added, changed and removed by security and admins, each on record", async () => {
    const controlId = await addControl(db, await ada(), aControl);
    await changeControl(db, await ruth(), { controlId, details: { ...aControl, status: "planned" } });
    expect(await listPublishedControls(db)).toMatchObject([{ code: "AC-01", status: "planned" }]);
    await removeControl(db, await ada(), controlId);
    expect(await listPublishedControls(db)).toEqual([]);
    expect(await actions()).toEqual([
      "trust-page.control.added",
      "trust-page.control.changed",
      "trust-page.control.removed",
    ]);
  });

  test("have an id each, also after a change", async () => {
    await addControl(db, await ada(), aControl);
    await expect(addControl(db, await ada(), aControl)).rejects.toMatchObject({
      code: "trust-page.control-code-taken",
    });
    const controlId = await addControl(db, await ada(), { ...aControl, reference: "AC-02" });
    await expect(changeControl(db, await ada(), { controlId, details: aControl })).rejects.toMatchObject({
      code: "trust-page.control-code-taken",
    });
  });

  test("are read by sales, and not changed", async () => {
    const controlId = await addControl(db, await ada(), aControl);
    const refused = { code: "trust-page.not-an-editor" };
    await expect(addControl(db, await sam(), { ...aControl, reference: "AC-02" })).rejects.toMatchObject(refused);
    await expect(changeControl(db, await sam(), { controlId, details: aControl })).rejects.toMatchObject(refused);
    await expect(removeControl(db, await sam(), controlId)).rejects.toMatchObject(refused);
    expect((await findControls(db, { q: "", status: null })).controls).toHaveLength(1);
  });

  test("are found by their words, by a criterion and by status, with counts", async () => {
    await addControl(db, await ada(), aControl);
    const backup = {
      reference: "BC-01",
      title: "Backups",
      criteria: ["A1.2"],
      status: "planned",
      public: false,
    } as const;
    await addControl(db, await ada(), { ...aControl, ...backup, criteria: [...backup.criteria] });
    expect(await findControls(db, { q: "cc6.2", status: null })).toMatchObject({
      controls: [{ code: "AC-01" }],
      counts: { all: 1, total: 2, public: 1, implemented: 1, planned: 0 },
    });
    expect((await findControls(db, { q: "", status: "planned" })).controls).toMatchObject([{ code: "BC-01" }]);
  });

  test("stand under each of their criteria, and count once in their group", () => {
    const control = { ...aControl, id: "1", code: "AC-01" };
    const [group, ...others] = groupControls([control], { q: "", category: null });
    expect(others).toEqual([]);
    expect(group).toMatchObject({ id: "CC6", total: { implemented: 1, "in-progress": 0, planned: 0 } });
    expect(group!.criteria.filter(({ controls }) => controls.length > 0).map(({ criterion }) => criterion.id)).toEqual([
      "CC6.1",
      "CC6.2",
    ]);
    expect(groupControls([control], { q: "", category: "availability" })).toEqual([]);
    expect(groupControls([control], { q: "hardware 6.1", category: "security" })).toHaveLength(1);
    expect(groupControls([control], { q: "hardware backup", category: null })).toEqual([]);
  });

  test("that serve no criterion are still shown", () => {
    const control = { ...aControl, id: "1", code: "AC-01", criteria: [] };
    expect(groupControls([control], { q: "", category: null })).toMatchObject([{ id: "other" }]);
  });
});

describe("subprocessors", () => {
  const today = "2026-09-14";
  const dates = { announcedOn: null, objectUntil: null, addedOn: null, removedOn: null };

  test("are planned before their first day, active from it, and removed from their last", () => {
    expect(subprocessorState({ ...dates, addedOn: "2026-09-15" }, today)).toBe("planned");
    expect(subprocessorState({ ...dates, addedOn: today }, today)).toBe("active");
    expect(subprocessorState({ ...dates, announcedOn: "2026-09-01" }, today)).toBe("planned");
    expect(subprocessorState({ ...dates, removedOn: "2026-09-15" }, today)).toBe("leaving");
    expect(subprocessorState({ ...dates, removedOn: today }, today)).toBe("removed");
    expect(subprocessorState(dates, today)).toBe("active");
  });

  test("can be objected to until the last day, that day included", () => {
    expect(objectionWindow(aSubprocessor, today)).toMatchObject({ isOpen: true, daysLeft: 16, lastDay: "2026-09-30" });
    expect(objectionWindow(aSubprocessor, "2026-09-30")).toMatchObject({ isOpen: true, daysLeft: 0 });
    expect(objectionWindow(aSubprocessor, "2026-10-01")).toMatchObject({ isOpen: false, shareGone: 1 });
    expect(objectionWindow(dates, today)).toBeNull();
  });

  test("are refused with dates in the wrong order", () => {
    const complaint = (change: object) =>
      subprocessorForm.safeParse({ ...typedSubprocessor, ...change }).error?.issues.map(({ path }) => path[0]);
    expect(complaint({ objectUntil: "2026-08-30" })).toEqual(["objectUntil"]);
    expect(complaint({ announcedOn: "" })).toEqual(["announcedOn"]);
    expect(complaint({ removedOn: "2026-09-30" })).toEqual(["removedOn"]);
  });

  test("are added, changed and removed on record, and not by sales", async () => {
    const subprocessorId = await addSubprocessor(db, await ada(), aSubprocessor);
    const details = { ...aSubprocessor, removedOn: "2027-01-31" };
    await changeSubprocessor(db, await ada(), { subprocessorId, details });
    expect(await getSubprocessor(db, subprocessorId)).toMatchObject(details);
    expect(await listSubprocessorsByState(db, today)).toMatchObject([{ state: "leaving" }]);
    await expect(removeSubprocessor(db, await sam(), subprocessorId)).rejects.toMatchObject({
      code: "trust-page.not-an-editor",
    });
    await removeSubprocessor(db, await ada(), subprocessorId);
    expect(await actions()).toEqual([
      "trust-page.subprocessor.added",
      "trust-page.subprocessor.changed",
      "trust-page.subprocessor.removed",
    ]);
  });
});

describe("updates", () => {
  test("are drafts until they are published, and again once withdrawn", async () => {
    const updateId = await draftUpdate(db, await ada(), anUpdate);
    expect(await listPublishedUpdates(db, 10)).toEqual([]);
    await publishUpdate(db, await ada(), updateId);
    expect(await listPublishedUpdates(db, 10)).toMatchObject([{ id: updateId, title: anUpdate.title }]);
    await expect(publishUpdate(db, await ruth(), updateId)).rejects.toMatchObject({
      code: "trust-page.update-state-changed",
    });
    await withdrawUpdate(db, await ada(), updateId);
    await expect(withdrawUpdate(db, await ada(), updateId)).rejects.toMatchObject({
      code: "trust-page.update-state-changed",
    });
    expect(await listPublishedUpdates(db, 10)).toEqual([]);
    expect(await actions()).toEqual([
      "trust-page.update.drafted",
      "trust-page.update.published",
      "trust-page.update.withdrawn",
    ]);
  });

  test("keep what they said before on record when they are changed", async () => {
    const updateId = await draftUpdate(db, await ada(), anUpdate);
    await publishUpdate(db, await ada(), updateId);
    await changeUpdate(db, await ada(), { updateId, details: { ...anUpdate, title: "Failover exercise repeated" } });
    expect(await getUpdate(db, updateId)).toMatchObject({ title: "Failover exercise repeated" });
    const changed = await db
      .selectFrom("auditEvent")
      .select("details")
      .orderBy("seq", "desc")
      .executeTakeFirstOrThrow();
    expect(changed.details).toMatchObject({ titleBefore: anUpdate.title, changed: ["title"], published: true });
  });

  test("are not written by sales", async () => {
    const updateId = await draftUpdate(db, await ada(), anUpdate);
    const refused = { code: "trust-page.not-an-editor" };
    await expect(draftUpdate(db, await sam(), anUpdate)).rejects.toMatchObject(refused);
    await expect(changeUpdate(db, await sam(), { updateId, details: anUpdate })).rejects.toMatchObject(refused);
    await expect(publishUpdate(db, await sam(), updateId)).rejects.toMatchObject(refused);
    await expect(withdrawUpdate(db, await sam(), updateId)).rejects.toMatchObject(refused);
  });
});

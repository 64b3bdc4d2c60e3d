import { describe, expect, test } from "vitest";
import { confirmControlImport, startControlImport } from "#app/domain/trust-page/import-controls.server.ts";
import { addControl, listControls, removeControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { rowsOfComponentDefinition } from "#app/domain/trust-page/oscal/implemented-controls.ts";
import { db } from "#db/client.server.ts";
import { ada } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { nameTheCompany, textAt } from "../machines/scene.ts";
import { oscalDefinition } from "./published-schema.ts";

const exported = () => textAt("/oscal/component-definition.json");
const definitionIn = (text: string) => oscalDefinition.parse(JSON.parse(text))["component-definition"];

async function add(reference: string, change: Record<string, string | undefined> = {}) {
  const typed = { reference, title: `Control ${reference}`, description: "", status: "implemented", criteria: "" };
  return addControl(db, await ada(), controlForm.parse({ ...typed, owner: "Inside", public: "yes", ...change }));
}

async function someControls() {
  await nameTheCompany();
  await add("AC-01", { criteria: "CC6.2, CC6.1", description: "Two lines,\n“quoted” and <marked>." });
  await add("1.2", { status: "in-progress", title: "Begins with a digit" });
  await add("Ü-3", { status: "planned", criteria: "P4.3" });
  await publishDraft();
}

describe("the controls in OSCAL", () => {
  test("have the members and the forms of texts that OSCAL's schema asks for", async () => {
    await someControls();
    const { metadata, components } = definitionIn(await exported());
    expect(metadata).toMatchObject({ "oscal-version": "1.1.2", title: "Published controls of Orrery & Sons" });
    const requirements = components[0]!["control-implementations"]![0]!["implemented-requirements"];
    expect(requirements.map((one) => one["control-id"])).toEqual(["_1.2", "AC-01", "Ü-3"]);
  });

  test("point to a source that is in the file", async () => {
    await someControls();
    const { components, "back-matter": backMatter } = definitionIn(await exported());
    const { source } = components[0]!["control-implementations"]![0]!;
    expect(backMatter.resources.map(({ uuid }) => `#${uuid}`)).toContain(source);
  });

  test("are a file without controls while none is public", async () => {
    await nameTheCompany();
    await add("AC-01", { public: undefined });
    await publishDraft();
    const text = await exported();
    expect(definitionIn(text).components[0]).not.toHaveProperty("control-implementations");
    expect(text).not.toContain("AC-01");
  });

  test("hold no owner and no private control", async () => {
    await someControls();
    await add("SECRET-1", { public: undefined });
    await publishDraft();
    const text = await exported();
    expect(text).not.toContain("Inside");
    expect(text).not.toContain("SECRET-1");
  });

  test("keep every id while nothing changes, and all but the document's when something does", async () => {
    await someControls();
    const [one, again] = [await exported(), await exported()];
    expect(again).toBe(one);
    await add("AC-02");
    await publishDraft();
    const [before, after] = [definitionIn(one), definitionIn(await exported())];
    expect(after.uuid).not.toBe(before.uuid);
    expect(after.components[0]!.uuid).toBe(before.components[0]!.uuid);
    const idsOf = ({ components }: typeof before) =>
      components[0]!["control-implementations"]![0]!["implemented-requirements"].map(({ uuid }) => uuid);
    expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)));
    expect(new Set(idsOf(after)).size).toBe(4);
  });

  test("come back as the same controls when the file is imported", async () => {
    await someControls();
    const withoutIds = async () => (await listControls(db)).map(({ id: _id, owner: _owner, ...rest }) => rest);
    const before = await withoutIds();
    const text = await exported();
    for (const { id } of await listControls(db)) await removeControl(db, await ada(), id);

    const read = rowsOfComponentDefinition(text);
    if (!read.ok) throw new Error(read.reason);
    const id = await startControlImport(db, await ada(), { name: "controls.json", rows: read.rows });
    await confirmControlImport(db, await ada(), { id, choices: { status: "planned", public: true } });
    const sorted = before.map((control) => ({ ...control, criteria: [...control.criteria].sort() }));
    expect(await withoutIds()).toEqual(sorted);
    await publishDraft();
    expect(definitionIn(await exported()).components).toEqual(definitionIn(text).components);
  });
});

import { describe, expect, test } from "vitest";
import { controlImportLimits } from "#app/domain/trust-page/imported-controls.ts";
import { readControlFile } from "#app/domain/trust-page/control-file.server.ts";
import { rowsOfComponentDefinition } from "#app/domain/trust-page/oscal/implemented-controls.ts";
import { sampleDefinition } from "./sample.ts";

function rowsIn(value: unknown) {
  const read = rowsOfComponentDefinition(JSON.stringify(value));
  if (!read.ok) throw new Error(read.reason);
  return read.rows;
}

const refusalOf = (text: string) => {
  const read = rowsOfComponentDefinition(text);
  return read.ok ? "read" : read.reason;
};

const withDefinition = (change: object) => ({
  "component-definition": { ...sampleDefinition["component-definition"], ...change },
});

describe("a component definition", () => {
  test("gives a control for each id, with the values of parameters in its words", () => {
    const rows = rowsIn(sampleDefinition);
    expect(rows.map(({ reference }) => reference)).toEqual(["CC6.1", "ac-2", "pe-3"]);
    expect(rows[1]!.description).toContain("Unused ones are closed after 30 days.");
  });

  test("maps an id that is a criterion to it, and no other", () => {
    expect(rowsIn(sampleDefinition).map(({ criteria }) => criteria)).toEqual(["CC6.1", null, null]);
  });

  test("counts a control as far as its least part is", () => {
    const [signIn, accounts, buildings] = rowsIn(sampleDefinition);
    expect(signIn!.status).toBe("implemented");
    expect(accounts).toMatchObject({
      status: "planned",
      remarks: expect.arrayContaining(["Joined from 2 places in the file."]),
    });
    expect(accounts!.description).toMatch(/^Lantern server: Accounts are reviewed\.[^]*\n\nLantern app: The app has/);
    expect(buildings!.status).toBe("not-applicable");
  });

  test("has titles only of ours, so that a new control is named by its first sentence", () => {
    const [signIn] = rowsIn(sampleDefinition);
    expect(signIn).toMatchObject({ title: null, titleIfNew: "Sign-in goes through the company’s identity provider" });
  });

  test("says nothing of a description that it does not have", () => {
    const requirement = { "control-id": "ac-3", description: "" };
    const implementation = { "implemented-requirements": [requirement] };
    const components = [{ title: "App", "control-implementations": [implementation] }];
    expect(rowsIn(withDefinition({ components }))).toMatchObject([{ description: null, titleIfNew: "Control ac-3" }]);
  });

  test("is cut to what a control can hold, and says so", () => {
    const requirement = { "control-id": "ac-3", description: "word ".repeat(1000) };
    const components = [{ title: "App", "control-implementations": [{ "implemented-requirements": [requirement] }] }];
    const [row] = rowsIn(withDefinition({ components }));
    expect(row!.description!.length).toBeLessThanOrEqual(2000);
    expect(row!.remarks).toContain("Its description was cut to 2,000 characters.");
  });
});

describe("a file that is none", () => {
  test("is refused with what it seems to be", () => {
    expect(refusalOf('<?xml version="1.0"?><component-definition/>')).toContain("OSCAL in XML");
    expect(refusalOf("component-definition:\n  uuid: x\n")).toContain("OSCAL in YAML");
    expect(refusalOf("---\ncomponent-definition:\n")).toContain("OSCAL in YAML");
    expect(refusalOf('{"catalog": {}}')).toContain("This is an OSCAL catalog.");
    expect(refusalOf('{"controls": []}')).toContain("This JSON is no OSCAL.");
    expect(refusalOf("[1, 2]")).toContain("This JSON is no OSCAL.");
    expect(refusalOf("{")).toContain("This file is no JSON.");
    expect(refusalOf("null")).toContain("This JSON is no OSCAL.");
  });

  test("is refused with the place that is not as OSCAL has it", () => {
    const components = [{ title: "App", "control-implementations": [{ "implemented-requirements": [{}] }] }];
    expect(refusalOf(JSON.stringify(withDefinition({ components })))).toContain(
      "components / 0 / control-implementations / 0 / implemented-requirements / 0 / control-id",
    );
  });

  test("is refused in a version that came before OSCAL 1.0", () => {
    const metadata = { "oscal-version": "1.0.0-rc1" };
    expect(refusalOf(JSON.stringify(withDefinition({ metadata })))).toContain("This file is of OSCAL 1.0.0-rc1.");
  });

  test("is refused above the limit of bytes, and when it is no text", async () => {
    const never = () => Promise.reject(new Error("No table was to be read."));
    const large = { name: "controls.json", bytes: Buffer.alloc(controlImportLimits.bytes + 1, " ") };
    await expect(readControlFile(large, never)).rejects.toMatchObject({ code: "trust-page.import-too-large" });
    const picture = { name: "controls.png", bytes: Buffer.from([0x89, 0x50, 0xff, 0xfe]) };
    await expect(readControlFile(picture, never)).rejects.toMatchObject({ code: "trust-page.import-not-text" });
  });
});

import { expect, test } from "vitest";
import { getControlPage } from "#app/domain/trust-page/control-page.server.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { db } from "#db/client.server.ts";
import { ada } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";

const add = async (reference: string, more: Record<string, string> = {}) => {
  const typed = { reference, title: `Control ${reference}`, description: "", status: "implemented", owner: "Inside" };
  await addControl(db, await ada(), controlForm.parse({ ...typed, criteria: "CC6.1, CC6.2", ...more }));
  await publishDraft();
};

test("a criterion stands at its own address with the published controls that serve it", async () => {
  await add("AC-01", { public: "yes" });
  await add("AC-02");
  const page = await getControlPage(db, "cc6.1");
  expect(page).toMatchObject({ is: "criterion", criterion: { id: "CC6.1" }, controls: [{ code: "AC-01" }] });
  expect(JSON.stringify(page)).not.toContain("Inside");
  expect(await getControlPage(db, "P8.1")).toMatchObject({ is: "criterion", category: "privacy", controls: [] });
});

test("so does a published control, and no other", async () => {
  await add("AC-01", { public: "yes" });
  await add("AC-02");
  expect(await getControlPage(db, "ac-01")).toMatchObject({
    is: "control",
    control: { code: "AC-01" },
    criteria: [{ id: "CC6.1" }, { id: "CC6.2" }],
  });
  for (const code of ["AC-02", "AC-03", "", "CC99.1"]) {
    await expect(getControlPage(db, code)).rejects.toMatchObject({ code: "trust-page.no-such-control" });
  }
});

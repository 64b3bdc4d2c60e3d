import { describe, expect, test } from "vitest";
import { chooseAllowedValue, shortFormOf, shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";

describe("the allowed value for a short form", () => {
  test.each([
    ["Yes", ["Yes", "No", "NA"], "Yes"],
    ["yes.", ["Y", "N"], "Y"],
    ["No", ["Valid", "Non-valid", "Not Applicable"], "Non-valid"],
    ["N/A", ["Yes", "No", "NA"], "NA"],
    ["Not applicable", ["Yes", "No", "N/A"], "N/A"],
    ["Yes", ["Implemented", "Partially Implemented", "Planned"], "Implemented"],
    ["Partial", ["Implemented", "Partially Implemented", "Planned"], "Partially Implemented"],
    ["Planned", ["In place", "On roadmap", "Not in place"], "On roadmap"],
    ["Yes", ["1 - Yes", "2 - No"], "1 - Yes"],
    ["Yes", ["Yes - fully implemented", "No - not implemented"], "Yes - fully implemented"],
    ["AWS", ["Self-managed", "AWS", "Azure"], "AWS"],
    ["Compliant", ["Compliant", "Non-Compliant", "Yes"], "Compliant"],
    ["3", ["0 - Absent", "1 - Ad hoc", "2 - Repeatable", "3 - Defined"], "3 - Defined"],
    ["Defined", ["0 - Absent", "1 - Ad hoc", "2 - Repeatable", "3 - Defined"], "3 - Defined"],
    ["2", ["Level 1", "Level 2", "Level 3"], "Level 2"],
    ["Yes", ["Ja", "Nein", "Nicht zutreffend"], "Ja"],
    ["Not applicable", ["Oui", "Non", "Sans objet"], "Sans objet"],
    ["Partial", ["Cumple", "Cumple parcialmente", "No cumple"], "Cumple parcialmente"],
  ])("%j among %j is %j", (short, allowed, value) => {
    expect(chooseAllowedValue(short, allowed)).toEqual({ value, reason: null });
  });

  test.each([
    ["Partial", ["Yes", "No"], '"Partial" is none of the allowed values "Yes", "No".'],
    ["Planned", ["Yes", "No", "Partial"], '"Planned" is none of the allowed values "Yes", "No", "Partial".'],
    ["Yes", ["Low", "High"], '"Yes" is none of the allowed values "Low", "High".'],
    ["Yes", ["Implemented", "In place"], 'More than one allowed value means "Yes": "Implemented", "In place".'],
    ["3", ["10 - High", "30 - Low"], '"3" is none of the allowed values "10 - High", "30 - Low".'],
    ["Yes", ["1", "2", "3"], '"Yes" is none of the allowed values "1", "2", "3".'],
    [null, ["Yes", "No"], 'The answer has no short form to choose from "Yes", "No".'],
  ])("%j among %j is none, with the reason", (short, allowed, reason) => {
    expect(chooseAllowedValue(short, allowed)).toEqual({ value: null, reason });
  });
});

test("a value that qualifies its yes is no plain yes", () => {
  expect(shortKindOf("Yes, with compensating controls")).toBeNull();
  expect(shortKindOf("Yes - no")).toBeNull();
});

test("the short form is read from how a text opens", () => {
  expect(shortFormOf("Yes, with AES-256.")).toBe("Yes");
  expect(shortFormOf("No. We host nothing ourselves.")).toBe("No");
  expect(shortFormOf("Not applicable: we have no data centre.")).toBe("Not applicable");
  expect(shortFormOf("No customer data is kept on laptops.")).toBeNull();
  expect(shortFormOf("Yesterday's backup is tested.")).toBeNull();
});

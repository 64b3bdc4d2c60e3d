import { z } from "zod";
import type { ControlImportLine, ControlStatus, ImportedControl } from "#db/schema/trust-page.ts";
import { controlForm, controlStatuses, controlStatusNames, type ControlDetails } from "./controls.ts";

export type { ControlImportLine, ControlImportReport, ImportedControl } from "#db/schema/trust-page.ts";

export const controlImportLimits = { bytes: 5 * 1024 * 1024, controls: 2000 } as const;

/** What is decided for the whole file: the status of new controls that name none, and whether new ones are public. */
export type ImportChoices = { status: ControlStatus; public: boolean };

export type HeldControl = { id: string } & ControlDetails;

/** What a row comes to. `line` says it to staff. */
export type ControlVerdict = { line: ControlImportLine } & (
  { is: "added"; details: ControlDetails } | { is: "changed"; id: string; details: ControlDetails } | { is: "skipped" }
);

/** Judges rows in order; a control that is here already keeps whatever its row does not say. */
export function judgeControls(
  rows: ImportedControl[],
  held: readonly HeldControl[],
  choices: ImportChoices,
): ControlVerdict[] {
  const known = new Map(held.map((control) => [control.reference, control]));
  const seen = new Map<string, string>();
  return rows.map((row) => {
    const before = seen.get(row.reference);
    if (before && row.reference !== "") return skipped(row, [`${row.reference} stands in ${before} already.`]);
    seen.set(row.reference, row.place);
    return judge(row, known.get(row.reference) ?? null, choices);
  });
}

function judge(row: ImportedControl, held: HeldControl | null, choices: ImportChoices): ControlVerdict {
  const read = readWords(row);
  if (read.complaints.length > 0) return skipped(row, read.complaints);
  const parsed = controlForm.safeParse(typedOver(row, held, { ...choices, ...read.said }));
  if (!parsed.success) return skipped(row, [...new Set(parsed.error.issues.map(({ message }) => `${message}.`))]);
  const details = parsed.data;
  if (!held) {
    return { is: "added", details, line: { ...lineOf(row, details.title), words: remarksOfNew(row, details) } };
  }
  const changes = differences(held, details);
  if (changes.length === 0) return skipped(row, ["Nothing differs from the control that is here."], held.title);
  const { id } = held;
  return { is: "changed", id, details, line: { ...lineOf(row, details.title), words: [...changes, ...row.remarks] } };
}

/** What the form would hold if someone typed the row into it. */
function typedOver(row: ImportedControl, held: HeldControl | null, said: ImportChoices): Record<string, string> {
  const isPublic = row.public === null && held ? held.public : said.public;
  return {
    reference: row.reference,
    title: row.title ?? held?.title ?? row.titleIfNew ?? "",
    description: row.description ?? held?.description ?? "",
    status: row.status === null && held ? held.status : said.status,
    criteria: row.criteria ?? held?.criteria.join(", ") ?? "",
    owner: row.owner ?? held?.owner ?? "",
    ...(isPublic && { public: "yes" }),
  };
}

const statusSpellings: Record<string, ControlStatus> = {
  implemented: "implemented",
  done: "implemented",
  "in progress": "in-progress",
  partial: "in-progress",
  "partially implemented": "in-progress",
  planned: "planned",
};

const publicSpellings: Record<string, boolean> = { yes: true, true: true, no: false, false: false };

function readWords(row: ImportedControl): { said: Partial<ImportChoices>; complaints: string[] } {
  const said: Partial<ImportChoices> = {};
  const complaints: string[] = [];
  if (row.status !== null) {
    const plain = row.status.toLowerCase().replaceAll(/[-_\s]+/g, " ");
    if (statusSpellings[plain]) said.status = statusSpellings[plain];
    else complaints.push(`Its status “${row.status.slice(0, 40)}” is none of ${controlStatuses.join(", ")}.`);
  }
  if (row.public !== null) {
    const plain = publicSpellings[row.public.toLowerCase()];
    if (plain === undefined) complaints.push(`Public is “${row.public.slice(0, 40)}”: write yes or no.`);
    else said.public = plain;
  }
  return { said, complaints };
}

const fieldNames: Record<keyof ControlDetails, string> = {
  reference: "Id",
  title: "Title",
  description: "Description",
  status: "Status",
  criteria: "Criteria",
  owner: "Owner",
  public: "Public",
};

function differences(held: ControlDetails, details: ControlDetails): string[] {
  const say = (control: ControlDetails, name: keyof ControlDetails) => {
    if (name === "status") return controlStatusNames[control.status];
    if (name === "public") return control.public ? "yes" : "no";
    const said = name === "criteria" ? control.criteria.join(", ") : control[name];
    return said === "" ? "nothing" : `“${cut(said)}”`;
  };
  return (Object.keys(fieldNames) as (keyof ControlDetails)[])
    .filter((name) => same(held[name]) !== same(details[name]))
    .map((name) => `${fieldNames[name]}: ${say(held, name)} becomes ${say(details, name)}.`);
}

const same = (value: string | boolean | string[]) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);

function remarksOfNew(row: ImportedControl, { criteria, status }: ControlDetails): string[] {
  return [
    ...(row.status === null ? [`The file names no status: taken as ${controlStatusNames[status].toLowerCase()}.`] : []),
    ...(criteria.length === 0 ? ["It serves no criterion."] : []),
    ...row.remarks,
  ];
}

const lineOf = ({ place, reference }: ImportedControl, title: string) => ({ place, reference, title });

const skipped = (row: ImportedControl, words: string[], title = row.title ?? row.titleIfNew ?? ""): ControlVerdict => ({
  is: "skipped",
  line: { ...lineOf(row, title.slice(0, 200)), reference: row.reference.slice(0, 60), words },
});

export const controlFileForm = z.strictObject({
  file: z.custom<File>((sent) => sent instanceof File && sent.size > 0, "Choose a file"),
});

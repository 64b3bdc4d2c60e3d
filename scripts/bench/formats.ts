import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { office, python, type RoundTrip, roundTrip } from "#scripts/bench/form-round-trip.ts";
import { type Comparison, compareWithTruth, type FormTruth, type Share } from "#scripts/bench/form-truth.ts";

const usage = "Usage: node --import tsx scripts/bench/formats.ts --data FOLDER [--write]";
const page = "docs/questionnaire-formats.md";
const marks = { from: "<!-- forms: begin -->", to: "<!-- forms: end -->" };

const { values } = parseArgs({ options: { data: { type: "string" }, write: { type: "boolean" } } });
if (!values.data) throw new Error(usage);

type Measured = { name: string; format: string; comparison: Comparison; trip: RoundTrip | null };

const folder = join(values.data, "forms");
const measured: Measured[] = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".truth.json")))
  measured.push(await measure(file));
const tables = report(measured);
console.log(tables);
if (values.write) writeInto(page, tables);
if (measured.some(({ comparison: { differences }, trip }) => differences.length > 0 || !isWhole(trip))) {
  process.exitCode = 1;
}

async function measure(truthFile: string): Promise<Measured> {
  const truth = JSON.parse(readFileSync(join(folder, truthFile), "utf8")) as FormTruth;
  const name = truthFile.replace(/truth\.json$/, truth.kind);
  const bytes = readFileSync(join(folder, name));
  const inspection = await inspectFile(bytes, name);
  const comparison = compareWithTruth(inspection, truth);
  const trip = await roundTrip(bytes, name, inspection);
  return { name: name.replace(/\.\w+$/, ""), format: inspection.format, comparison, trip };
}

function isWhole(trip: RoundTrip | null): boolean {
  if (trip === null) return true;
  const complete = (share: Share | null) => share === null || share.right === share.of;
  return trip.problems.length === 0 && trip.sameQuestions && complete(trip.openpyxl) && complete(trip.libreOffice);
}

function report(all: readonly Measured[]): string {
  const found = all.map(({ name, format, comparison: c }) => [
    ...[name, format, shareOf(c.sheets), String(c.stated), String(c.found), String(c.missed), String(c.extra)],
    ...[shareOf(c.columns), shareOf(c.options)],
  ]);
  const back = all.map(({ name, trip }) => [
    name,
    ...(trip ? tripCells(trip) : ["answers go into a document of their own"]),
  ]);
  const differences = all.flatMap(({ name, comparison }) => comparison.differences.map((what) => `- ${name}: ${what}`));
  const absent = [
    ...(python ? [] : ["No Python with openpyxl was there."]),
    ...(office ? [] : ["LibreOffice was not installed where this was run."]),
  ];
  return [
    tableOf(
      ["form", "format", "sheets right", "questions", "found", "missed", "extra", "columns right", "lists right"],
      found,
    ),
    differences.length > 0
      ? `Not as stated:\n\n${differences.join("\n")}`
      : "Nothing differs from what a person found.",
    tableOf(
      [
        "form, filled",
        "answered",
        "cells written",
        "anything else changed",
        "openpyxl reads",
        "LibreOffice reads",
        "same questions again",
      ],
      back,
    ),
    ...absent,
  ].join("\n\n");
}

function tripCells({ answered, cells, problems, openpyxl, libreOffice, sameQuestions }: RoundTrip): string[] {
  return [
    ...[shareOf(answered), String(cells), problems.length === 0 ? "no" : `${problems.length} problems`],
    ...[shareOf(openpyxl), shareOf(libreOffice), sameQuestions ? "yes" : "no"],
  ];
}

function shareOf(share: Share | null): string {
  return share === null || share.of === 0 ? "" : `${share.right} of ${share.of}`;
}

function tableOf(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${heads.map((_, i) => cells[i] ?? "").join(" | ")} |`;
  const rule = heads.map((_, i) => (i === 0 ? "---" : "--:"));
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}

function writeInto(path: string, text: string): void {
  const before = readFileSync(path, "utf8");
  const [from, to] = [before.indexOf(marks.from), before.indexOf(marks.to)];
  if (from < 0 || to < from) throw new Error(`${path} has no ${marks.from} and ${marks.to}.`);
  writeFileSync(path, `${before.slice(0, from + marks.from.length)}\n\n${text}\n\n${before.slice(to)}`);
}

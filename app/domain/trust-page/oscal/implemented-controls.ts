import { z } from "zod";
import type { ImportedControl } from "../imported-controls.ts";
import type { ReadControls } from "../controls-csv.ts";
import { findCriterion } from "../criteria.ts";
import { oscalStatuses, ownNamespace, propertyNames } from "./properties.ts";

const property = z.object({ name: z.string(), ns: z.string().optional(), value: z.string() });
const parameter = z.object({ "param-id": z.string(), values: z.array(z.string()).default([]) });
const properties = z.array(property).default([]);
const parameters = z.array(parameter).default([]);

const requirement = z.object({
  "control-id": z.string(),
  description: z.string().default(""),
  props: properties,
  "set-parameters": parameters,
  statements: z.array(z.object({ description: z.string().default("") })).default([]),
});

const implementation = z.object({
  "set-parameters": parameters,
  "implemented-requirements": z.array(requirement).default([]),
});
const implementations = z.array(implementation).default([]);

const definition = z.object({
  metadata: z.object({ "oscal-version": z.string() }),
  components: z.array(z.object({ title: z.string(), "control-implementations": implementations })).default([]),
  capabilities: z.array(z.object({ name: z.string(), "control-implementations": implementations })).default([]),
});

type Requirement = z.output<typeof requirement> & { of: string; inherited: z.output<typeof parameters> };

const readable = /^1\.[0-2](\.\d+)?$/;
const longestDescription = 2000;

/** What an OSCAL component definition (JSON, 1.0 to 1.2) says of controls: one row an id, whoever implements it. */
export function rowsOfComponentDefinition(text: string): ReadControls {
  const no = (reason: string): ReadControls => ({ ok: false, reason });
  const notJson = otherNotation(text);
  if (notJson) return no(notJson);
  const value = parsedJson(text);
  if (value === undefined) return no("This file is no JSON. Export it anew and upload that.");
  const models = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (!models.includes("component-definition")) return no(otherModel(models));
  const parsed = definition.safeParse((value as Record<string, unknown>)["component-definition"]);
  if (!parsed.success) return no(wrongShape(parsed.error.issues[0]!));
  const version = parsed.data.metadata["oscal-version"];
  if (!readable.test(version)) {
    return no(`This file is of OSCAL ${version.slice(0, 20)}. Versions 1.0 to 1.2 can be read.`);
  }
  return { ok: true, rows: rowsOf(requirementsOf(parsed.data)) };
}

function otherNotation(text: string): string | null {
  const start = text.trimStart().slice(0, 200);
  const convert = "Convert it to JSON, for example with NIST’s oscal-cli, and upload that.";
  if (start.startsWith("<")) return `This is OSCAL in XML, or a web page. ${convert}`;
  if (/^(---|%YAML|#|[a-z-]+:\s)/.test(start)) return `This looks like OSCAL in YAML. ${convert}`;
  return null;
}

function otherModel(models: string[]): string {
  const known = ["catalog", "profile", "system-security-plan", "assessment-plan", "assessment-results"];
  const model = known.find((one) => models.includes(one));
  const wanted = "Upload a component definition, which says what is implemented.";
  return model ? `This is an OSCAL ${model.replaceAll("-", " ")}. ${wanted}` : `This JSON is no OSCAL. ${wanted}`;
}

const wrongShape = ({ path, message }: z.core.$ZodIssue) =>
  `This component definition is not as OSCAL has it, at ${path.join(" / ") || "its top"}: ${message}.`;

function requirementsOf({ components, capabilities }: z.output<typeof definition>): Requirement[] {
  const sets = [
    ...components.map(({ title: of, ...rest }) => ({ of, ...rest })),
    ...capabilities.map(({ name: of, ...rest }) => ({ of, ...rest })),
  ];
  return sets.flatMap(({ of, "control-implementations": implemented }) =>
    implemented.flatMap(({ "set-parameters": inherited, "implemented-requirements": list }) =>
      list.map((one) => ({ ...one, of, inherited })),
    ),
  );
}

function rowsOf(requirements: Requirement[]): ImportedControl[] {
  const byId = new Map<string, Requirement[]>();
  for (const one of requirements) {
    const id = idOf(one);
    byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return [...byId].map(([id, all]) => rowOf(id, all));
}

const own = ({ props }: Requirement, name: string) =>
  props.filter((one) => one.ns === ownNamespace && one.name === name).map(({ value }) => value);

/** A criterion's id in our spelling; any other as it stands. */
function idOf(one: Requirement): string {
  const id = own(one, propertyNames.id)[0] ?? one["control-id"];
  return findCriterion(id.toUpperCase()) ? id.toUpperCase() : id;
}

function rowOf(id: string, all: Requirement[]): ImportedControl {
  const [first] = all as [Requirement];
  const title = own(first, propertyNames.title)[0] ?? null;
  const { text, remarks } = describe(all, title);
  const criteria = [...new Set(all.flatMap((one) => own(one, propertyNames.criterion)))];
  const isCriterion = findCriterion(id) !== null;
  if (title === null && text !== "") remarks.push("A new control takes its title from its description.");
  return {
    place: first.of.slice(0, 80),
    reference: id,
    title,
    titleIfNew: firstSentence(text) || `Control ${id}`,
    description: text === "" && title === null ? null : text,
    status: statusOf(all),
    criteria: criteria.length > 0 ? criteria.join(", ") : isCriterion ? id : title === null ? null : "",
    owner: null,
    public: null,
    remarks,
  };
}

function describe(all: Requirement[], title: string | null): { text: string; remarks: string[] } {
  const texts = all.map((one) => {
    const said = [one.description, ...one.statements.map(({ description }) => description)];
    const whole = said
      .map((part) => withParameters(part, [...one["set-parameters"], ...one.inherited]).trim())
      .filter((part) => part !== "" && part !== title)
      .join("\n\n");
    return all.length > 1 && whole !== "" ? `${one.of}: ${whole}` : whole;
  });
  const text = texts.filter((one) => one !== "").join("\n\n");
  const remarks = all.length > 1 ? [`Joined from ${all.length} places in the file.`] : [];
  if (text.length <= longestDescription) return { text, remarks };
  const message = `Its description was cut to ${longestDescription.toLocaleString("en-GB")} characters.`;
  return { text: `${text.slice(0, longestDescription - 1).trimEnd()}…`, remarks: [...remarks, message] };
}

/** OSCAL's markup for a value that is set elsewhere: {{ insert: param, sc-8_prm_1 }}. */
function withParameters(text: string, values: z.output<typeof parameters>): string {
  return text.replaceAll(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (whole, id: string) => {
    const found = values.find((one) => one["param-id"] === id)?.values ?? [];
    return found.length > 0 ? found.join(", ") : whole;
  });
}

function firstSentence(text: string): string {
  const paragraph = text.split("\n")[0]!.replaceAll(/\s+/g, " ");
  const sentence = (/^.{10,}?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph).replace(/\.$/, "");
  return sentence.length > 120 ? `${sentence.slice(0, 119).replace(/\s+\S*$/, "")}…` : sentence;
}

const ours = new Map(Object.entries(oscalStatuses).map(([status, word]) => [word as string, status]));
const leastFirst = ["planned", "in-progress", "implemented"];

/** The least of what is said: a control that one part of the product has yet to implement is not implemented. */
function statusOf(all: Requirement[]): string | null {
  const said = all.flatMap(({ props }) =>
    props.filter(({ name }) => name === propertyNames.status).map(({ value }) => value),
  );
  const known = said.flatMap((value) => ours.get(value) ?? []);
  return leastFirst.find((status) => known.includes(status)) ?? said[0] ?? null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

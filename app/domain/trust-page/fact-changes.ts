import { canonicalJson } from "#app/domain/audit/chain.ts";
import { NotFound } from "#app/domain/errors.ts";
import { sayRange } from "./days.ts";
import { factFields, type ListedPart, type Part, type Titles } from "./fact-labels.ts";
import type { PublicFacts } from "./facts.ts";
import { coversText } from "./record.ts";
import { kindNames } from "./terms.ts";

export type FieldChange = { label: string; from: string; to: string };
export type FactChange = {
  part: Part;
  /** Empty for the company, of which there is one. */
  id: string;
  what: string;
  how: "added" | "removed" | "changed";
  /** Fields that differ; of a thing that is new, those that say something. */
  fields: FieldChange[];
};

/** A new subprocessor or letter would be gone altogether, so that it is removed on its own page instead. */
export const canBeDiscarded = ({ part, how, id }: FactChange): boolean =>
  part !== "company" && id !== "" && !(how === "added" && (part === "subprocessors" || part === "letters"));

export const discardPath = (change: FactChange): string | null =>
  canBeDiscarded(change) ? `/staff/publications/changes/${change.part}/${change.id}/discarding` : null;

/** The part that an address names. */
export function partFrom(name: string | undefined): ListedPart {
  const part = listedParts.find((known) => known === name);
  if (!part) throw new NotFound("trust-page.no-such-change", "There is no such change.");
  return part;
}

export const listedParts: ListedPart[] = ["reports", "letters", "certifications", "controls", "subprocessors"];

type Thing = Record<string, unknown> & { id: string };
type Compared = { before: PublicFacts; after: PublicFacts; titles: Titles };

export const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** What would be another for visitors, thing by thing and field by field, in words for staff. */
export function factChanges(compared: Compared): FactChange[] {
  return [...companyChanges(compared), ...listedParts.flatMap((part) => partChanges(part, compared))];
}

function companyChanges({ before, after, titles }: Compared): FactChange[] {
  const changed = { part: "company", id: "", how: "changed" } as const;
  const fields = fieldChanges("company", { before: before.company, after: after.company, titles });
  const changes: FactChange[] = fields.length > 0 ? [{ ...changed, what: "Company profile", fields }] : [];
  if (before.controlsInAll !== after.controlsInAll) {
    const [from, to] = [String(before.controlsInAll), String(after.controlsInAll)];
    const field = { label: "Controls, shown or not", from, to };
    changes.push({ ...changed, part: "controls", what: "How many controls there are in all", fields: [field] });
  }
  return changes;
}

function partChanges(part: ListedPart, { before, after, titles }: Compared): FactChange[] {
  const [old, now] = [before[part] as Thing[], after[part] as Thing[]];
  const gone = old
    .filter(({ id }) => !now.some((thing) => thing.id === id))
    .map((thing): FactChange => ({ part, id: thing.id, what: nameOf(part, thing), how: "removed", fields: [] }));
  const rest = now.flatMap((thing): FactChange[] => {
    const known = old.find(({ id }) => id === thing.id);
    const fields = fieldChanges(part, { before: known ?? {}, after: thing, titles });
    if (known && fields.length === 0) return [];
    return [{ part, id: thing.id, what: nameOf(part, thing), how: known ? "changed" : "added", fields }];
  });
  return [...rest, ...gone];
}

type TwoSides = { before: Record<string, unknown>; after: Record<string, unknown>; titles: Titles };

function fieldChanges(part: Part, { before, after, titles }: TwoSides): FieldChange[] {
  return Object.entries(factFields[part]).flatMap(([name, field]) => {
    if (!field || isSame(before[name] ?? null, after[name] ?? null)) return [];
    const say = (side: Record<string, unknown>) => (side[name] === undefined ? "" : field.say(side[name], titles));
    const [from, to] = [say(before), say(after)];
    return from === "" && to === "" ? [] : [{ label: field.label, from, to }];
  });
}

/** What staff call a thing of this part. */
export function nameOf(part: ListedPart, thing: object): string {
  switch (part) {
    case "reports": {
      const report = thing as PublicFacts["reports"][number];
      return `${kindNames[report.kind]}, ${coversText(report)}`;
    }
    case "letters": {
      const { coversFrom, coversUntil } = thing as PublicFacts["letters"][number];
      return `Bridge letter, ${sayRange(coversFrom, coversUntil)}`;
    }
    case "controls": {
      const { code, title } = thing as PublicFacts["controls"][number];
      return `${code} ${title}`;
    }
    default:
      return (thing as { name: string }).name;
  }
}

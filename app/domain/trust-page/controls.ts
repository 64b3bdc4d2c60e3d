import { z } from "zod";
import { en, type Words } from "#app/messages/en.ts";
import type { Category, ControlStatus } from "#db/schema/trust-page.ts";
import { criteriaGroups, criterionTitle, findCriterion, type CriteriaGroup, type Criterion } from "./criteria.ts";
import { requiredWords, tick, words } from "./form-fields.ts";

export const controlStatuses = ["implemented", "in-progress", "planned"] as const satisfies readonly ControlStatus[];

/** In English, for staff and machines. */
export const controlStatusNames: Record<ControlStatus, string> = en.terms.controlStatuses;

export const controlStatusTones = { implemented: "current", "in-progress": "ageing", planned: "prep" } as const;

const criteria = words(1000).transform((text, context) => {
  const ids = [...new Set(text.toUpperCase().split(/[\s,;]+/))].filter((id) => id !== "");
  for (const id of ids) {
    if (!findCriterion(id)) {
      const message = `${id} is not a criterion. Enter ids such as CC6.1, A1.2 or P4.3`;
      context.addIssue({ code: "custom", message, continue: true });
    }
  }
  return ids;
});

export const controlForm = z.strictObject({
  reference: requiredWords(32, "Enter the control’s id, for example AC-01").regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
    "Use letters, digits, dots and hyphens, for example AC-01",
  ),
  title: requiredWords(200, "Enter what the control is called, for example Access of leavers"),
  description: words(2000),
  status: z.enum(controlStatuses, "Choose how far the control is"),
  criteria,
  owner: words(120),
  public: tick,
});

export type ControlDetails = z.output<typeof controlForm>;

/** The form's fields as they are typed, for a control that is already here. */
export function typedControl(control: ControlDetails): Record<string, string> {
  const { reference, title, description, status, owner } = control;
  const criteria = control.criteria.join(", ");
  return { reference, title, description, status, owner, criteria, public: control.public ? "yes" : "" };
}

export type PublishedControl = {
  id: string;
  code: string;
  title: string;
  description: string;
  status: ControlStatus;
  criteria: string[];
};

export type ControlFilter = { q: string; category: Category | null };

/** `total` counts each control once, however many of the group's criteria it serves. */
export type ControlGroup = {
  id: string;
  title: string;
  total: Record<ControlStatus, number>;
  criteria: { criterion: Criterion; controls: PublishedControl[] }[];
};

export const unmappedGroup = "other";

/**
 * The published controls by criterion, those that fit the filter only. Groups without any are left out, and in a search
 * also criteria, so that nothing reads as if it had no control.
 */
export function groupControls(controls: PublishedControl[], filter: ControlFilter, words: Words = en): ControlGroup[] {
  const fitting = controls.filter((control) => fitsWords(control, filter.q, words));
  const groups = criteriaGroups
    .filter((group) => !filter.category || group.category === filter.category)
    .map((group) => controlGroup(group, fitting))
    .map((group) => (filter.q ? { ...group, criteria: group.criteria.filter(hasControls) } : group));
  const unmapped = fitting.filter((control) => control.criteria.length === 0);
  if (unmapped.length > 0 && !filter.category) {
    const criterion = { id: "", title: "" };
    const criteria = [{ criterion, controls: unmapped }];
    groups.push({ id: unmappedGroup, title: "Beyond the criteria", total: tally(unmapped), criteria });
  }
  return groups.filter((group) => group.criteria.some(hasControls));
}

const hasControls = ({ controls }: { controls: PublishedControl[] }) => controls.length > 0;

function controlGroup(group: CriteriaGroup, controls: PublishedControl[]): ControlGroup {
  const byCriterion = group.criteria.map((criterion) => ({
    criterion,
    controls: controls.filter((control) => control.criteria.includes(criterion.id)),
  }));
  const distinct = [...new Set(byCriterion.flatMap(({ controls: served }) => served))];
  return { id: group.id, title: group.title, total: tally(distinct), criteria: byCriterion };
}

function tally(controls: { status: ControlStatus }[]): Record<ControlStatus, number> {
  const count = (status: ControlStatus) => controls.filter((control) => control.status === status).length;
  return { implemented: count("implemented"), "in-progress": count("in-progress"), planned: count("planned") };
}

export const tallyControls = tally;

/** Each word must occur: in the control's own text, or in the id or words of one of its criteria. */
export function fitsWords(control: Omit<PublishedControl, "id">, query: string, words: Words = en): boolean {
  const criteria = control.criteria.map((id) => `${id} ${criterionTitle(id, words)}`);
  const text = [control.code, control.title, control.description, ...criteria].join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

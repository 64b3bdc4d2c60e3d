import type { Category } from "#db/schema/trust-page.ts";
import { en, type Words } from "#app/messages/en.ts";

export type Criterion = { id: string; title: string };
export type CriteriaGroup = { id: string; title: string; category: Category; criteria: Criterion[] };

export const categories = [
  "security",
  "availability",
  "processing-integrity",
  "confidentiality",
  "privacy",
] as const satisfies readonly Category[];

/** In English, for staff and machines. */
export const categoryNames: Record<Category, string> = en.terms.categories;

const categoryOf = (groupId: string): Category => {
  if (groupId.startsWith("CC")) return "security";
  if (groupId.startsWith("PI")) return "processing-integrity";
  if (groupId.startsWith("A")) return "availability";
  return groupId.startsWith("P") ? "privacy" : "confidentiality";
};

const titleOf = (titles: Record<string, string>, id: string) => titles[id] ?? id;

export const criterionTitle = (id: string, words: Words): string => titleOf(words.criteria, id);
export const criteriaGroupTitle = (id: string, words: Words): string => titleOf(words.criteriaGroupTitles, id);

/** In the order of the Trust Services Criteria; the titles are English. */
export const criteriaGroups: CriteriaGroup[] = Object.entries(en.criteriaGroupTitles).map(([id, title]) => ({
  id,
  title,
  category: categoryOf(id),
  criteria: Object.entries(en.criteria)
    .filter(([criterion]) => criterion.startsWith(`${id}.`))
    .map(([criterion, words]) => ({ id: criterion, title: words })),
}));

const known = new Map(
  criteriaGroups.flatMap((each) => each.criteria.map((criterion) => [criterion.id, { criterion, group: each }])),
);

export const findCriterion = (id: string) => known.get(id) ?? null;
export const criterionIds: string[] = [...known.keys()];

export const countCriteria = (category: Category): number =>
  criteriaGroups.filter((each) => each.category === category).reduce((sum, each) => sum + each.criteria.length, 0);

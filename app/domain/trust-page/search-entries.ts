import { en, type Words } from "#app/messages/en.ts";
import { criterionTitle } from "./criteria.ts";
import { paragraphsOf } from "./plain-text.ts";
import type { SearchEntry, SearchGroup } from "./search.ts";
import type { PublicAnswer, TrustPage } from "./trust-page.ts";

type Searched = { page: TrustPage; answers: PublicAnswer[]; words?: Words };

const entryOf = (group: SearchGroup, url: string, [title, ...texts]: [string, ...(string | null)[]]): SearchEntry => ({
  group,
  title,
  text: texts.filter((text) => text).join(" · "),
  url,
});

/** Everything that a visitor is shown and may look for, in the page's order. */
export const searchEntries = ({ page, answers, words = en }: Searched): SearchEntry[] => [
  ...reportEntries(page, words),
  ...certificationEntries(page),
  ...controlEntries(page),
  ...criterionEntries(page, words),
  ...page.documents.map(({ id, title, description, audience }) =>
    entryOf("document", audience === "public" ? "/#documents" : `/#document-${id}`, [title, description]),
  ),
  ...page.subprocessors.map((entry) => {
    const { name, service, purpose, dataCategories, region, transferBasis } = entry;
    const about = [service, purpose, dataCategories, region, transferBasis];
    return entryOf("subprocessor", `/#subprocessor-${entry.id}`, [name, ...about]);
  }),
  ...page.updates.map(({ id, topic, title, body }) =>
    entryOf("update", `/#update-${id}`, [title, words.terms.topics[topic], ...paragraphsOf(body)]),
  ),
  ...answers.map(({ id, question, section, text }) =>
    entryOf("question", `/#question-${id}`, [question, section, ...paragraphsOf(text)]),
  ),
];

function reportEntries({ report, status }: TrustPage, { terms }: Words): SearchEntry[] {
  if (!report) return [];
  const categories = report.categories.map((category) => terms.categories[category]).join(", ");
  const about = [status.sentence, report.auditor, categories, report.systemName, report.products.join(", ")];
  return [entryOf("report", "/#soc2", [status.title, ...about])];
}

const certificationEntries = ({ certifications, frameworks }: TrustPage): SearchEntry[] => [
  ...certifications.map(({ name, issuer, scope, certificateNumber, statement, status }) =>
    entryOf("certification", "/#certifications", [name, status.sentence, issuer, scope, certificateNumber, statement]),
  ),
  ...frameworks.map(({ name, statement }) => entryOf("certification", "/#certifications", [name, statement])),
];

const listed = ({ controls }: TrustPage) => controls.groups.flatMap(({ criteria }) => criteria);

function controlEntries(page: TrustPage): SearchEntry[] {
  const controls = listed(page).flatMap((one) => one.controls);
  return [...new Map(controls.map((control) => [control.code, control])).values()].map(
    ({ code, title, description, criteria }) =>
      entryOf("control", controlPath(code), [`${code} ${title}`, description, criteria.join(", ")]),
  );
}

const criterionEntries = (page: TrustPage, words: Words): SearchEntry[] =>
  listed(page)
    .filter(({ criterion, controls }) => criterion.id !== "" && controls.length > 0)
    .map(({ criterion: { id } }) => entryOf("criterion", controlPath(id), [`${id} ${criterionTitle(id, words)}`]));

const controlPath = (code: string) => `/controls/${encodeURIComponent(code)}`;

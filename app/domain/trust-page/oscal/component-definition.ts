import { createHash } from "node:crypto";
import type { PublishedControl } from "../controls.ts";
import type { TrustPage } from "../trust-page.ts";
import { oscalStatuses, ownNamespace, propertyNames } from "./properties.ts";
import { stableUuid } from "./stable-uuid.ts";

type Shown = Pick<TrustPage, "company" | "controls">;
type Made = { origin: string; changedAt: Date };

/**
 * The published controls as an OSCAL 1.1.2 component definition. UUIDs come from addresses and ids, and the document's
 * own from what it says, so that two readings are the same until something changes.
 */
export function componentDefinition(page: Shown, { origin, changedAt }: Made): string {
  const { company } = page;
  const components = [componentOf(page, origin)];
  const backMatter = backMatterOf(company.name, origin);
  const contents = createHash("sha256")
    .update(JSON.stringify([company.name, company.website, components, backMatter]))
    .digest("hex");
  const metadata = {
    title: `Published controls of ${oneLine(company.name)}`,
    "last-modified": changedAt.toISOString(),
    version: contents.slice(0, 12),
    "oscal-version": "1.1.2",
    links: [{ href: `${origin}/`, rel: "canonical" }],
    parties: [partyOf(company, origin)],
    remarks:
      "The company’s own statement of its controls, mapped to criteria. An auditor’s report is another document.",
  };
  const document = { uuid: stableUuid(origin, contents), metadata, components, "back-matter": backMatter };
  return `${JSON.stringify({ "component-definition": document }, null, 2)}\n`;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const sourceOf = (origin: string) => stableUuid(origin, "controls");

function partyOf({ name, website }: Shown["company"], origin: string) {
  const links = website ? { links: [{ href: website, rel: "website" }] } : {};
  return { uuid: stableUuid(origin, "company"), type: "organization", name: oneLine(name), ...links };
}

function componentOf({ company, controls }: Shown, origin: string) {
  const published = inOrder(controls);
  const implementation = {
    uuid: stableUuid(origin, "implementation"),
    source: `#${sourceOf(origin)}`,
    description: "What the company does, by its own list of controls.",
    "implemented-requirements": published.map((control) => requirementOf(control, origin)),
  };
  return {
    uuid: stableUuid(origin, "service"),
    type: "service",
    title: oneLine(company.name),
    description: company.description || `What ${oneLine(company.name)} runs for its customers.`,
    ...(published.length > 0 && { "control-implementations": [implementation] }),
  };
}

/** Each control once: the page shows it under every criterion that it serves. */
function inOrder({ groups }: Shown["controls"]): PublishedControl[] {
  const shown = groups.flatMap((group) => group.criteria).flatMap(({ controls }) => controls);
  return [...new Map(shown.map((control) => [control.code, control])).values()].sort((one, other) =>
    one.code < other.code ? -1 : 1,
  );
}

function requirementOf({ code, title, description, status, criteria }: PublishedControl, origin: string) {
  const property = (name: string, value: string) => ({ name, ns: ownNamespace, value });
  return {
    uuid: stableUuid(origin, "control", code),
    "control-id": asToken(code),
    description: description || title,
    props: [
      property(propertyNames.id, code),
      property(propertyNames.title, oneLine(title)),
      property(propertyNames.status, oscalStatuses[status]),
      ...[...criteria].sort().map((id) => property(propertyNames.criterion, id)),
    ],
    links: [{ href: `${origin}/controls/${encodeURIComponent(code)}`, rel: "reference" }],
  };
}

/** OSCAL's ids begin with a letter or a line; ours may begin with a digit. */
const asToken = (code: string) => (/^\p{L}/u.test(code) ? code : `_${code}`);

function backMatterOf(company: string, origin: string) {
  const resources = [
    {
      uuid: sourceOf(origin),
      title: `Controls of ${oneLine(company)}`,
      description: `Properties named “${propertyNames.criterion}” hold public ids of the Trust Services Criteria.`,
      rlinks: [{ href: `${origin}/#controls`, "media-type": "text/html" }],
    },
  ];
  return { resources };
}

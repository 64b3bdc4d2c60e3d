import { controlStatusNames } from "./controls.ts";
import { categoryNames } from "./criteria.ts";
import { sayDay, type CalendarDay } from "./days.ts";
import type { PublicFacts, PublicReport } from "./facts.ts";
import { kindNames, opinionNames } from "./terms.ts";

/** The parts of a publication that hold a list of things, each with an id. */
export type ListedPart = "reports" | "letters" | "certifications" | "controls" | "subprocessors";
export type Part = "company" | ListedPart;

export const partNames: Record<Part, string> = {
  company: "Company",
  reports: "Reports",
  letters: "Bridge letters",
  certifications: "Certifications and frameworks",
  controls: "Controls",
  subprocessors: "Subprocessors",
};

/** Titles of documents by id, for facts that only point to one. */
export type Titles = ReadonlyMap<string, string>;

type Field<Value> = { label: string; say: (value: Value, titles: Titles) => string };
type Fields<Thing> = { [Name in Exclude<keyof Thing, "id">]: Field<Thing[Name]> | null };

const text = (label: string): Field<string> => ({ label, say: (value) => value });
const list = (label: string): Field<string[]> => ({ label, say: (values) => values.join(", ") });
const day = (label: string): Field<CalendarDay | null> => ({ label, say: (value) => (value ? sayDay(value) : "") });
const number = (label: string): Field<number | null> => ({
  label,
  say: (value) => (value === null ? "" : String(value)),
});
const document: Field<string | null> = {
  label: "Document",
  say: (id, titles) => (id ? (titles.get(id) ?? "a document that is gone") : ""),
};

const company: Fields<PublicFacts["company"]> = {
  name: text("Name"),
  legalName: text("Legal name"),
  website: text("Website"),
  description: text("Description"),
  products: list("Products"),
  securityEmail: text("Security address"),
  contactEmail: text("Contact address"),
  logo: { label: "Logo", say: (hash) => (hash ? `picture ${hash.slice(0, 8)}` : "") },
  noticeDays: number("Days of notice of a subprocessor"),
  objectionDays: number("Days to object to a subprocessor"),
  isSetUp: null,
};

const exceptionsOf: Field<PublicReport["exceptions"]>["say"] = (exceptions) =>
  exceptions
    .map(({ control, finding, response }) => `${control}: ${finding}${response && ` (response: ${response})`}`)
    .join("; ");

const reports: Fields<PublicReport> = {
  kind: { label: "Type", say: (kind) => kindNames[kind] },
  asOf: day("As-of date"),
  periodStart: day("Period, first day"),
  periodEnd: day("Period, last day"),
  issuedOn: day("Issued on"),
  expectedOn: day("Expected on"),
  auditor: text("Auditor"),
  auditorLicence: text("Auditor’s licence"),
  auditorUrl: text("Licence register"),
  opinion: { label: "Opinion", say: (opinion) => (opinion ? opinionNames[opinion] : "") },
  categories: { label: "Categories", say: (names) => names.map((name) => categoryNames[name]).join(", ") },
  systemName: text("System"),
  products: list("Products in scope"),
  controlsTested: { label: "Controls tested", say: (count) => (count === null ? "" : String(count)) },
  exceptions: { label: "Exceptions", say: exceptionsOf },
  subservice: {
    label: "Subservice organizations",
    say: (all) => all.map(({ name, service, method }) => `${name}: ${service} (${method})`).join("; "),
  },
  cuecs: { label: "Complementary user entity controls", say: (all) => all.join("; ") },
  documentId: document,
  documentVersion: { label: "File of the document", say: (number) => (number === null ? "" : `version ${number}`) },
};

const letters: Fields<PublicFacts["letters"][number]> = {
  reportId: null,
  coversFrom: day("Covers from"),
  coversUntil: day("Covers until"),
  signedOn: day("Signed on"),
  documentId: document,
};

const certifications: Fields<PublicFacts["certifications"][number]> = {
  kind: null,
  name: text("Name"),
  issuer: text("Issuer"),
  certificateNumber: text("Certificate number"),
  scope: text("Scope"),
  validFrom: day("Valid from"),
  validUntil: day("Valid until"),
  expectedOn: day("Expected on"),
  statement: text("Statement"),
  statedOn: day("Stated on"),
  documentId: document,
  link: text("Link"),
};

const controls: Fields<PublicFacts["controls"][number]> = {
  code: text("Id"),
  title: text("Title"),
  description: text("Description"),
  status: { label: "Status", say: (status) => controlStatusNames[status] },
  criteria: list("Criteria"),
};

const subprocessors: Fields<PublicFacts["subprocessors"][number]> = {
  name: text("Name"),
  service: text("Service"),
  purpose: text("Purpose"),
  dataCategories: text("Data"),
  region: text("Region"),
  transferBasis: text("Transfer basis"),
  dpaUrl: text("Data processing agreement"),
  announcedOn: day("Announced on"),
  objectUntil: day("Last day to object"),
  addedOn: day("First day"),
  removedOn: day("Last day"),
};

type AnyFields = Record<string, Field<unknown> | null>;

/** How staff read each field. A field of the facts without a line here does not compile; `null` is never shown. */
export const factFields = { company, reports, letters, certifications, controls, subprocessors } as unknown as Record<
  Part,
  AnyFields
>;

import { z } from "zod";
import { controlStatuses } from "./controls.ts";
import { categories } from "./criteria.ts";
import { opinions, reportKinds } from "./reports.ts";

const text = z.string();
const texts = z.array(text);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const maybeDay = day.nullable();
const id = z.string();

const company = z.object({
  name: text,
  legalName: text,
  website: text,
  description: text,
  products: texts,
  securityEmail: text,
  contactEmail: text,
  /** SHA-256 of the logo's bytes, which stand beside the facts. */
  logo: text.nullable(),
  noticeDays: z.number().nullable().default(null),
  objectionDays: z.number().nullable().default(null),
  isSetUp: z.boolean(),
});

const report = z.object({
  id,
  kind: z.enum(reportKinds),
  asOf: maybeDay,
  periodStart: maybeDay,
  periodEnd: maybeDay,
  issuedOn: maybeDay,
  expectedOn: maybeDay,
  auditor: text,
  auditorLicence: text,
  auditorUrl: text,
  opinion: z.enum(opinions).nullable(),
  categories: z.array(z.enum(categories)),
  systemName: text,
  products: texts,
  controlsTested: z.number().nullable(),
  exceptions: z.array(z.object({ control: text, finding: text, response: text })),
  subservice: z.array(z.object({ name: text, service: text, method: z.enum(["carve-out", "inclusive"]) })),
  cuecs: texts,
  documentId: id.nullable(),
  /** The number of the document's version that was looked at: a later upload is another file. */
  documentVersion: z.number().nullable(),
});

const letter = z.object({
  id,
  reportId: id,
  coversFrom: day,
  coversUntil: day,
  signedOn: day,
  documentId: id.nullable(),
});

const certification = z.object({
  id,
  kind: z.enum(["certification", "framework"]),
  name: text,
  issuer: text,
  certificateNumber: text,
  scope: text,
  validFrom: maybeDay,
  validUntil: maybeDay,
  expectedOn: maybeDay,
  statement: text,
  statedOn: maybeDay,
  documentId: id.nullable(),
  link: text,
});

const control = z.object({
  id,
  code: text,
  title: text,
  description: text,
  status: z.enum(controlStatuses),
  criteria: texts,
});

const subprocessor = z.object({
  id,
  name: text,
  service: text,
  purpose: text,
  dataCategories: text,
  region: text,
  transferBasis: text,
  dpaUrl: text,
  announcedOn: maybeDay,
  objectUntil: maybeDay,
  addedOn: maybeDay,
  removedOn: maybeDay,
});

/**
 * All that a publication holds: columns that visitors may know, named one by one, and dates as they were entered. No
 * status: that is worked out at each read. A field that is added has a `default`, because older publications lack it.
 */
const publicFacts = z.object({
  company,
  reports: z.array(report),
  letters: z.array(letter),
  certifications: z.array(certification),
  controls: z.array(control),
  /** Published or not: the page says of how many these are some. */
  controlsInAll: z.number(),
  subprocessors: z.array(subprocessor),
});

export type PublicFacts = z.output<typeof publicFacts>;
export type PublicReport = PublicFacts["reports"][number];
export type PublicLetter = PublicFacts["letters"][number];

/** Rises when the meaning of a field changes; then a step from the version before belongs into `upgrades`. */
export const factsVersion = 1;

type Stored = { schemaVersion: number; content: unknown };

const upgrades: Record<number, (older: unknown) => unknown> = {};

/** Reads what any earlier version of the code has stored. Throws on what none of them can have written. */
export function readFacts({ schemaVersion, content }: Stored): PublicFacts {
  if (schemaVersion === factsVersion) return publicFacts.parse(content);
  const upgrade = upgrades[schemaVersion];
  if (!upgrade) throw new Error(`A publication has the unknown schema version ${schemaVersion}.`);
  return readFacts({ schemaVersion: schemaVersion + 1, content: upgrade(content) });
}

/** Before anything was published. */
export const noFacts: PublicFacts = {
  company: {
    ...{ name: "Trust center", legalName: "", website: "", description: "", products: [] },
    ...{ securityEmail: "", contactEmail: "", logo: null, noticeDays: null, objectionDays: null, isSetUp: false },
  },
  ...{ reports: [], letters: [], certifications: [], controls: [], controlsInAll: 0, subprocessors: [] },
};

import { z } from "zod";
import { updateTopics } from "../updates.ts";
import { controlStatuses } from "../controls.ts";
import { categories } from "../criteria.ts";
import { opinions, reportKinds } from "../reports.ts";

/** Raised when a member goes or changes its meaning: the first number. When one is added: the second. */
export const trustJsonVersion = "1.1";

const day = z.iso.date();
const count = z.int().min(0);
const words = z.string();
const wordsOrNone = z.string().min(1).nullable();

const company = z.strictObject({
  name: words,
  legalName: wordsOrNone,
  website: z.url().nullable(),
  description: wordsOrNone,
  products: z.array(words),
  securityEmail: wordsOrNone.meta({ description: "Where to report a vulnerability." }),
  contactEmail: wordsOrNone,
});

export const statusCodes = [
  "current",
  "current-bridged",
  "ageing",
  "lapsed",
  "in-preparation",
  "in-observation",
  "report-pending",
  "none",
] as const;

const status = z
  .strictObject({
    code: z.enum(statusCodes).meta({
      description:
        "What the dates say. The opinion is apart from it: read both. current: issued, and its cover ended at most 12 months ago. current-bridged: a signed letter of management covers today. ageing: over 12 months. lapsed: over 18.",
    }),
    word: words.meta({ description: "Dates and opinion in a few words, as on the page and the badge." }),
    title: words,
    sentence: words.meta({ description: "The reason, with dates." }),
  })
  .meta({ description: "What the company can say of its SOC 2 on this day, worked out when it was read." });

const period = z.strictObject({ start: day, end: day }).nullable();
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .nullable();

const documentAudience = z.enum(["public", "on-request", "nda"]);

const report = z
  .strictObject({
    kind: z.enum(reportKinds),
    issued: z.boolean(),
    asOf: day.nullable().meta({ description: "Type I: the one day that it describes." }),
    period: period.meta({ description: "Type II: both days belong to it." }),
    issuedOn: day.nullable(),
    expectedIn: month.meta({ description: "The month in which a report that is not issued is expected." }),
    auditor: z.strictObject({ name: words, licence: wordsOrNone, url: z.url().nullable() }).nullable(),
    opinion: z.enum(opinions).nullable(),
    opinionMeaning: words.nullable(),
    categories: z.array(z.enum(categories)).min(1),
    system: wordsOrNone,
    products: z.array(words),
    controlsTested: count.nullable(),
    exceptions: z
      .strictObject({
        count,
        list: z.array(z.strictObject({ control: words, finding: words, response: wordsOrNone })),
      })
      .nullable()
      .meta({ description: "Null before the report is issued." }),
    subserviceOrganizations: z.array(
      z.strictObject({ name: words, service: words, method: z.enum(["carve-out", "inclusive"]) }),
    ),
    cuecs: z.array(words).meta({ description: "Complementary user entity controls: what the customer does." }),
    document: z
      .strictObject({ audience: documentAudience, pages: count.nullable(), url: z.url() })
      .nullable()
      .meta({ description: "Where the file can be had or asked for." }),
  })
  .meta({ description: "The report that the status speaks of: issued, or on its way." });

const recordEntry = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("report"),
    kind: z.enum(reportKinds),
    asOf: day.nullable(),
    period,
    issuedOn: day.nullable(),
    expectedIn: month,
    opinion: z.enum(opinions).nullable(),
    exceptions: count.nullable(),
    now: words,
  }),
  z.strictObject({
    is: z.literal("bridge-letter"),
    covers: z.strictObject({ start: day, end: day }),
    signedOn: day,
    audited: z.literal(false),
    now: words,
  }),
  z.strictObject({
    is: z.literal("gap"),
    covers: z.strictObject({ start: day, end: day }),
    days: z.int().min(1),
    now: words,
  }),
]);

const offered = z.strictObject({ audience: documentAudience, url: z.url() }).nullable();

const certification = z
  .strictObject({
    name: words,
    status: z.strictObject({
      code: z.enum(["valid", "ends-soon", "not-yet-valid", "in-preparation", "lapsed"]),
      word: words,
      sentence: words,
    }),
    issuer: wordsOrNone,
    certificateNumber: wordsOrNone,
    scope: wordsOrNone,
    validFrom: day.nullable(),
    validUntil: day.nullable().meta({ description: "The last day on which it is valid." }),
    expectedIn: month,
    statement: wordsOrNone,
    link: z.url().nullable(),
    document: offered,
  })
  .meta({ description: "What a body of its own issued, or is asked to. A SOC report is none." });

const framework = z
  .strictObject({ name: words, statement: words, statedOn: day, link: z.url().nullable(), document: offered })
  .meta({ description: "The company's own dated statement; nobody has issued anything." });

const controls = z.strictObject({
  published: count,
  all: count
    .nullable()
    .meta({ description: "Also those that the company does not publish. Null while it publishes none." }),
  implemented: count,
  inProgress: count,
  planned: count,
  byCriterion: z.array(
    z.strictObject({
      criterion: words,
      title: words.meta({ description: "Our own words for the criterion." }),
      controls: z.array(words).meta({ description: "References of the controls below." }),
    }),
  ),
  list: z.array(
    z.strictObject({
      reference: words,
      title: words,
      description: wordsOrNone,
      status: z.enum(controlStatuses),
      criteria: z.array(words),
    }),
  ),
});

const document = z.strictObject({ title: words, audience: documentAudience, url: z.url() });

const subprocessor = z.strictObject({
  name: words,
  state: z.enum(["planned", "active", "leaving", "removed"]),
  service: words,
  purpose: wordsOrNone,
  dataCategories: wordsOrNone,
  region: wordsOrNone,
  transferBasis: wordsOrNone,
  dpaUrl: z.url().nullable(),
  announcedOn: day.nullable(),
  noticeDays: count.nullable().meta({ description: "From the notice to its first day." }),
  objection: z
    .strictObject({ lastDay: day, days: count, open: z.boolean() })
    .nullable()
    .meta({ description: "Customers may object up to and with the last day, `days` after the notice." }),
  addedOn: day.nullable(),
  removedOn: day.nullable(),
});

const update = z.strictObject({
  topic: z.enum(updateTopics),
  title: words,
  body: wordsOrNone.meta({ description: "Markdown." }),
  publishedOn: day,
  url: z.url(),
});

const question = z.strictObject({
  question: words,
  short: wordsOrNone,
  answer: words.meta({ description: "Markdown." }),
  section: wordsOrNone,
  reviewedOn: day.nullable(),
  reviewBy: day.nullable(),
  url: z.url(),
});

/** The facts of the trust page, for machines. Days are "2026-06-30", in UTC. */
export const trustJsonSchema = z
  .strictObject({
    $schema: z.url(),
    version: z.literal(trustJsonVersion),
    generatedAt: z.iso.datetime(),
    day: day.meta({ description: "The day, in UTC, that every status here is of." }),
    page: z.url(),
    company,
    status,
    report: report.nullable(),
    record: z.array(recordEntry).meta({ description: "Reports, bridge letters and gaps, newest first." }),
    certifications: z.array(certification),
    frameworks: z.array(framework),
    controls,
    documents: z.array(document),
    subprocessorTerms: z
      .strictObject({ noticeDays: count.nullable(), objectionDays: count.nullable() })
      .meta({ description: "What customers are promised of every new subprocessor: days of notice, and to object." }),
    subprocessors: z.array(subprocessor),
    updates: z.array(update).meta({ description: "The newest 20." }),
    questions: z.array(question).meta({ description: "Answers that are approved for everyone and in date." }),
  })
  .meta({ title: "Candor trust.json", description: "What a company says of its security in public, on one day." });

export type TrustJson = z.output<typeof trustJsonSchema>;

/** The schema as others read it. */
export const publishedSchema = (): string => `${JSON.stringify(z.toJSONSchema(trustJsonSchema), null, 2)}\n`;

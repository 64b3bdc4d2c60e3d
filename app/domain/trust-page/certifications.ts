import { z } from "zod";
import type { Words } from "#app/messages/en.ts";
import type { Audience } from "#db/schema/documents.ts";
import type { CertificationKind } from "#db/schema/trust-page.ts";
import {
  byStatus,
  certificationStatus,
  describeCertification,
  type CertificationStatusName,
  type CertificationWords,
} from "./certification-status.ts";
import { sayDay, type CalendarDay } from "./days.ts";
import {
  documentChoice,
  optionalAddress,
  optionalDay,
  requiredDay,
  requiredWords,
  tick,
  words,
} from "./form-fields.ts";

/** Which form is asked for: `?kind=framework`. */
export const kindFrom = (params: URLSearchParams): CertificationKind =>
  params.get("kind") === "framework" ? "framework" : "certification";

/** Offered while a name is typed; any other may be entered. CSA STAR Level 1 is a company's own assessment. */
export const usualNames: Record<CertificationKind, string[]> = {
  certification: [
    "ISO/IEC 27001",
    "ISO/IEC 27017",
    "ISO/IEC 27018",
    "ISO/IEC 27701",
    "ISO 22301",
    "PCI DSS",
    "CSA STAR Level 2",
  ],
  framework: ["GDPR", "UK GDPR", "HIPAA", "CCPA", "NIS 2", "DORA", "NIST CSF", "CSA STAR Level 1"],
};

const name = requiredWords(200, "Enter the name, for example ISO/IEC 27001").refine(
  (text) => !/\bsoc[\s-]*[123]\b/i.test(text),
  "A SOC report is an attestation, not a certification. Add it under Reports",
);

/** What nobody can say of themselves: only an issuer certifies, and no one is compliant by their own word. */
const sayable = (text: string) => !/\bcompliant\b|(?<!\bnot (?:yet )?)\bcertified\b/i.test(text);
const sayWhatWasDone = "Say what was done, by whom and when, in place of “compliant” or “certified”";

const same = { name, documentId: documentChoice, link: optionalAddress, published: tick };

const certificationFields = z
  .strictObject({
    kind: z.literal("certification"),
    ...same,
    issuer: words(200),
    certificateNumber: words(100),
    scope: words(1000),
    validFrom: optionalDay,
    validUntil: optionalDay,
    expectedOn: optionalDay,
    statement: words(500).refine(sayable, sayWhatWasDone),
  })
  .superRefine((entry, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const { validFrom, validUntil, issuer, expectedOn } = entry;
    if (validFrom && !validUntil) say("validUntil", "Enter the last day on which it is valid");
    if (validUntil && !validFrom) say("validFrom", "Enter the first day on which it is valid");
    if (validFrom && validUntil && validUntil <= validFrom) {
      say("validUntil", `Enter a day after ${sayDay(validFrom)}: it ends before it starts`);
    }
    if (validFrom && !issuer) say("issuer", "Enter the body that issued it");
    if (validFrom && expectedOn) say("expectedOn", "It is issued: it has days on which it is valid. Leave this empty");
  });

const frameworkFields = z.strictObject({
  kind: z.literal("framework"),
  ...same,
  statement: requiredWords(500, "Enter what you state, for example Assessed by our own staff each year").refine(
    sayable,
    sayWhatWasDone,
  ),
  statedOn: requiredDay,
});

const unsaid = {
  issuer: "",
  certificateNumber: "",
  scope: "",
  validFrom: null,
  validUntil: null,
  expectedOn: null,
  statedOn: null,
} satisfies Partial<CertificationDetails>;

/** What staff may enter: a certification as its issuer dates it, or a framework with a dated statement of their own. */
export const certificationForm = z
  .discriminatedUnion("kind", [certificationFields, frameworkFields], "Choose a certification or a framework")
  .transform((entry): CertificationDetails => ({ ...unsaid, ...entry }));

export type CertificationDetails = {
  kind: CertificationKind;
  name: string;
  issuer: string;
  certificateNumber: string;
  scope: string;
  validFrom: CalendarDay | null;
  validUntil: CalendarDay | null;
  expectedOn: CalendarDay | null;
  statement: string;
  statedOn: CalendarDay | null;
  documentId: string | null;
  link: string;
  published: boolean;
};

export type OfferedDocument = { id: string; audience: Exclude<Audience, "internal"> } | null;

export type PublishedCertification = {
  id: string;
  name: string;
  issuer: string;
  certificateNumber: string;
  scope: string;
  validFrom: CalendarDay | null;
  validUntil: CalendarDay | null;
  expectedOn: CalendarDay | null;
  statement: string;
  link: string;
  document: OfferedDocument;
  status: CertificationWords & { is: CertificationStatusName };
};

export type PublishedFramework = {
  id: string;
  name: string;
  statement: string;
  statedOn: CalendarDay;
  link: string;
  document: OfferedDocument;
};

export type PublishedCertifications = { certifications: PublishedCertification[]; frameworks: PublishedFramework[] };

type Entry = CertificationDetails & { id: string };
type Showing = { today: CalendarDay; documentOf: (entry: Entry) => OfferedDocument; words?: Words };

/** Entries as visitors read them on `today`. What is not published, or not stated yet, is left out. */
export function publishedCertifications(entries: Entry[], showing: Showing): PublishedCertifications {
  const open = entries.filter((entry) => entry.published);
  return {
    certifications: open
      .filter(({ kind }) => kind === "certification")
      .map((entry) => certificationFacts(entry, showing))
      .sort((one, other) => byStatus(one.status.is, other.status.is)),
    frameworks: open.flatMap((entry) => frameworkFacts(entry, showing)),
  };
}

/** Named one by one, so that a new column stays inside until someone decides otherwise. */
function certificationFacts(entry: Entry, { today, documentOf, words }: Showing): PublishedCertification {
  const { id, name, issuer, certificateNumber, scope, validFrom, validUntil, expectedOn, statement, link } = entry;
  const status = certificationStatus(entry, today);
  return {
    ...{ id, name, issuer, certificateNumber, scope, validFrom, validUntil, expectedOn, statement, link },
    document: documentOf(entry),
    status: { is: status.is, ...describeCertification(status, expectedOn, words) },
  };
}

function frameworkFacts(entry: Entry, { today, documentOf }: Showing): PublishedFramework[] {
  const { kind, id, name, statement, statedOn, link } = entry;
  if (kind !== "framework" || statedOn === null || statedOn > today) return [];
  return [{ id, name, statement, statedOn, link, document: documentOf(entry) }];
}

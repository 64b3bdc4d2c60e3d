import type { Category } from "#db/schema/trust-page.ts";

export type Criterion = { id: string; title: string };
export type CriteriaGroup = { id: string; title: string; category: Category; criteria: Criterion[] };

export const categories = [
  "security",
  "availability",
  "processing-integrity",
  "confidentiality",
  "privacy",
] as const satisfies readonly Category[];

export const categoryNames: Record<Category, string> = {
  security: "Security",
  availability: "Availability",
  "processing-integrity": "Processing Integrity",
  confidentiality: "Confidentiality",
  privacy: "Privacy",
};

type Named = [id: string, title: string];

const group = (category: Category, [id, title]: Named, criteria: Record<string, string>): CriteriaGroup => ({
  id,
  title,
  category,
  criteria: Object.entries(criteria).map(([criterion, words]) => ({ id: criterion, title: words })),
});

/** The public ids of the Trust Services Criteria; the words beside them are ours. */
export const criteriaGroups: CriteriaGroup[] = [
  group("security", ["CC1", "Integrity, oversight and accountability"], {
    "CC1.1": "Integrity and ethical values",
    "CC1.2": "Board oversight",
    "CC1.3": "Structures, reporting lines, authority",
    "CC1.4": "Competent people",
    "CC1.5": "Accountability",
  }),
  group("security", ["CC2", "Information and communication"], {
    "CC2.1": "Quality information",
    "CC2.2": "Internal communication",
    "CC2.3": "External communication",
  }),
  group("security", ["CC3", "Risk assessment"], {
    "CC3.1": "Clear objectives",
    "CC3.2": "Risk identification and analysis",
    "CC3.3": "Fraud risk",
    "CC3.4": "Change that affects controls",
  }),
  group("security", ["CC4", "Checking that controls work"], {
    "CC4.1": "Ongoing and separate evaluations",
    "CC4.2": "Reporting deficiencies",
  }),
  group("security", ["CC5", "Choosing and running controls"], {
    "CC5.1": "Control activities",
    "CC5.2": "Technology general controls",
    "CC5.3": "Policies and procedures",
  }),
  group("security", ["CC6", "Logical and physical access"], {
    "CC6.1": "Logical access security",
    "CC6.2": "User registration and removal",
    "CC6.3": "Role-based access and least privilege",
    "CC6.4": "Physical access",
    "CC6.5": "Disposal of assets and data",
    "CC6.6": "Boundary protection",
    "CC6.7": "Data in transmission and on removable media",
    "CC6.8": "Unauthorised or malicious software",
  }),
  group("security", ["CC7", "Detecting and handling problems"], {
    "CC7.1": "Detection of configuration changes and vulnerabilities",
    "CC7.2": "Monitoring for anomalies",
    "CC7.3": "Evaluation of security events",
    "CC7.4": "Incident response",
    "CC7.5": "Recovery from incidents",
  }),
  group("security", ["CC8", "Changing software and systems"], { "CC8.1": "Change management" }),
  group("security", ["CC9", "Business and vendor risk"], {
    "CC9.1": "Business disruption risk",
    "CC9.2": "Vendor and partner risk",
  }),
  group("availability", ["A1", "Availability"], {
    "A1.1": "Capacity",
    "A1.2": "Environmental protection, backup, recovery infrastructure",
    "A1.3": "Recovery testing",
  }),
  group("processing-integrity", ["PI1", "Processing integrity"], {
    "PI1.1": "Processing specifications",
    "PI1.2": "Inputs",
    "PI1.3": "Processing",
    "PI1.4": "Outputs",
    "PI1.5": "Storage",
  }),
  group("confidentiality", ["C1", "Confidentiality"], {
    "C1.1": "Identifying confidential information",
    "C1.2": "Disposing of confidential information",
  }),
  group("privacy", ["P1", "Privacy notice"], { "P1.1": "Privacy notice" }),
  group("privacy", ["P2", "Choice and consent"], { "P2.1": "Choice and consent" }),
  group("privacy", ["P3", "Collection"], { "P3.1": "Collection limited to purpose", "P3.2": "Explicit consent" }),
  group("privacy", ["P4", "Use, retention and disposal"], {
    "P4.1": "Use limited to purpose",
    "P4.2": "Retention",
    "P4.3": "Disposal",
  }),
  group("privacy", ["P5", "Access and correction"], {
    "P5.1": "Access by data subjects",
    "P5.2": "Correction",
  }),
  group("privacy", ["P6", "Disclosure and notice"], {
    "P6.1": "Disclosure to third parties",
    "P6.2": "Record of authorised disclosures",
    "P6.3": "Record of unauthorised disclosures",
    "P6.4": "Third-party privacy commitments",
    "P6.5": "Third-party breach notice",
    "P6.6": "Notice of breaches",
    "P6.7": "Accounting of disclosures",
  }),
  group("privacy", ["P7", "Quality"], { "P7.1": "Data quality" }),
  group("privacy", ["P8", "Monitoring and complaints"], { "P8.1": "Complaints and monitoring" }),
];

const known = new Map(
  criteriaGroups.flatMap((each) => each.criteria.map((criterion) => [criterion.id, { criterion, group: each }])),
);

export const findCriterion = (id: string) => known.get(id) ?? null;
export const criterionIds: string[] = [...known.keys()];

export const countCriteria = (category: Category): number =>
  criteriaGroups.filter((each) => each.category === category).reduce((sum, each) => sum + each.criteria.length, 0);

import { accessControl } from "./answers/access-control.ts";
import { continuity } from "./answers/continuity.ts";
import { cryptography } from "./answers/cryptography.ts";
import { dataAndPrivacy } from "./answers/data-and-privacy.ts";
import { development } from "./answers/development.ts";
import { governance } from "./answers/governance.ts";
import { incidents } from "./answers/incidents.ts";
import { operations } from "./answers/operations.ts";
import { peopleSecurity } from "./answers/people.ts";
import { physicalAndDevices } from "./answers/physical-and-devices.ts";
import { platform } from "./answers/platform.ts";
import { unfinished } from "./answers/unfinished.ts";
import { vendors } from "./answers/vendors.ts";
import type { Citation } from "#db/schema/knowledge-base.ts";
import { productName } from "./company.ts";
import { addMonths, day } from "./dates.ts";
import type { DemoAnswer, WrittenAnswer } from "./shapes.ts";

const sections: { section: string; answers: WrittenAnswer[] }[] = [
  { section: "Governance and compliance", answers: governance },
  { section: "People", answers: peopleSecurity },
  { section: "Access control", answers: accessControl },
  { section: "Cryptography", answers: cryptography },
  { section: "Data and privacy", answers: dataAndPrivacy },
  { section: "Operations and monitoring", answers: operations },
  { section: "Network and platform", answers: platform },
  { section: "Software development", answers: development },
  { section: "Incidents", answers: incidents },
  { section: "Business continuity", answers: continuity },
  { section: "Vendors", answers: vendors },
  { section: "Physical security and devices", answers: physicalAndDevices },
  ...unfinished,
];

export function answers(today: Date): DemoAnswer[] {
  return sections.flatMap(({ section, answers }) => answers.map((written) => dated(today, section, written)));
}

function dated(today: Date, section: string, written: WrittenAnswer): DemoAnswer {
  const lastReviewedOn = day(today, -written.reviewedDaysAgo);
  return {
    key: written.key,
    section,
    question: written.question,
    answer: written.answer,
    short: written.short,
    tags: written.tags,
    audience: written.audience ?? "on-request",
    products: (written.products ?? []).map(productName),
    ownerRole: written.owner ?? "security",
    state: written.state ?? "approved",
    lastReviewedOn,
    reviewBy: addMonths(lastReviewedOn, written.reviewEveryMonths ?? 12),
    citations: citations(written.cites),
    notes: written.notes ?? "",
  };
}

function citations({ controls = [], criteria = [], documents = [] }: WrittenAnswer["cites"]): Citation[] {
  return [
    ...controls.map((ref) => ({ kind: "control" as const, ref })),
    ...criteria.map((ref) => ({ kind: "criterion" as const, ref })),
    ...documents.map((ref) => ({ kind: "document" as const, ref })),
  ];
}

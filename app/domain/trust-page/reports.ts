import { z } from "zod";
import type { Category, ReportException, SubserviceOrganization } from "#db/schema/trust-page.ts";
import { categories, categoryNames } from "./criteria.ts";
import { daysInRange, monthsInRange, sayCount, sayDay, sayRange } from "./days.ts";
import {
  barredLines,
  documentChoice,
  lines,
  optionalAddress,
  optionalDay,
  requiredDay,
  tick,
  words,
} from "./form-fields.ts";
import type { LetterDates, ReportDates } from "./soc2-status.ts";

export const reportKinds = ["soc2-type2", "soc2-type1", "soc3"] as const;
export const opinions = ["unqualified", "qualified", "adverse", "disclaimer"] as const;

export const categoryBox = <Name extends Category>(category: Name) => `category-${category}` as const;

const exceptions = barredLines<ReportException>(
  "control | finding | response, with a bar between them",
  ([control, finding, response, ...more]) =>
    control && finding && more.length === 0 ? { control, finding, response: response ?? "" } : null,
);

const subservice = barredLines<SubserviceOrganization>(
  "name | service | carve-out, or inclusive at the end",
  ([name, service, method, ...more]) =>
    name && service && (method === "carve-out" || method === "inclusive") && more.length === 0
      ? { name, service, method }
      : null,
);

const fields = z.strictObject({
  kind: z.enum(reportKinds, "Choose what kind of report it is"),
  asOf: optionalDay,
  periodStart: optionalDay,
  periodEnd: optionalDay,
  issuedOn: optionalDay,
  expectedOn: optionalDay,
  auditor: words(200),
  auditorLicence: words(200),
  auditorUrl: optionalAddress,
  opinion: z
    .enum(["", ...opinions], "Choose the opinion, or none yet")
    .transform((text) => (text === "" ? null : text)),
  [categoryBox("security")]: tick,
  [categoryBox("availability")]: tick,
  [categoryBox("processing-integrity")]: tick,
  [categoryBox("confidentiality")]: tick,
  [categoryBox("privacy")]: tick,
  systemName: words(300),
  products: lines(50),
  controlsTested: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "Enter a whole number, or leave it empty")
    .transform((text) => (text === "" ? null : Number(text))),
  exceptions,
  subservice,
  cuecs: lines(100),
  documentId: documentChoice,
});

type Fields = z.output<typeof fields>;
type Complaint = { field: keyof Fields; message: string };

/** What staff may enter of a report; no combination that a SOC 2 cannot have gets through. */
export const reportForm = fields
  .superRefine((report, context) => {
    for (const { field, message } of complaintsAbout(report)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  })
  .transform((report) => ({
    ...withoutBoxes(report),
    categories: categories.filter((category) => report[categoryBox(category)]) as Category[],
  }));

function withoutBoxes({
  "category-security": _security,
  "category-availability": _availability,
  "category-processing-integrity": _processingIntegrity,
  "category-confidentiality": _confidentiality,
  "category-privacy": _privacy,
  ...details
}: Fields) {
  return details;
}

export type ReportDetails = z.output<typeof reportForm>;

function complaintsAbout(report: Fields): Complaint[] {
  const complaints = [...datesComplaints(report), ...issueComplaints(report)];
  if (!report[categoryBox("security")]) {
    const message = `${categoryNames.security} is part of every SOC 2 report. Tick it`;
    complaints.push({ field: categoryBox("security"), message });
  }
  return complaints;
}

function datesComplaints({ kind, asOf, periodStart, periodEnd }: Fields): Complaint[] {
  const complaints: Complaint[] = [];
  const say = (field: keyof Fields, message: string) => complaints.push({ field, message });
  if (kind === "soc2-type1") {
    if (!asOf) say("asOf", "Enter the as-of date: a Type I report describes one day");
    if (periodStart) say("periodStart", "A Type I report has no period. Leave this empty");
    if (periodEnd) say("periodEnd", "A Type I report has no period. Leave this empty");
  }
  if (kind === "soc2-type2") {
    if (asOf) say("asOf", "A Type II report has a period and no as-of date. Leave this empty");
    if (!periodStart) say("periodStart", "Enter the first day of the period: a Type II report has one");
    if (!periodEnd) say("periodEnd", "Enter the last day of the period: a Type II report has one");
  }
  if (kind === "soc3" && Boolean(periodStart) !== Boolean(periodEnd)) {
    say(periodStart ? "periodEnd" : "periodStart", "Enter both ends of the period, or neither");
  }
  if (periodStart && periodEnd && periodEnd <= periodStart) {
    say("periodEnd", `Enter a day after ${sayDay(periodStart)}: the period ends before it starts`);
  }
  return complaints;
}

function issueComplaints({ issuedOn, opinion, auditor, periodEnd, asOf }: Fields): Complaint[] {
  const complaints: Complaint[] = [];
  const covered = periodEnd ?? asOf;
  if (issuedOn && covered && issuedOn < covered) {
    const message = `Enter a day from ${sayDay(covered)} on: a report is issued after what it covers`;
    complaints.push({ field: "issuedOn", message });
  }
  if (issuedOn && !opinion) complaints.push({ field: "opinion", message: "Choose the opinion of the issued report" });
  if (issuedOn && !auditor) complaints.push({ field: "auditor", message: "Enter the CPA firm that issued the report" });
  if (opinion && !issuedOn) {
    const message = "Enter the day of issue: an opinion comes with the report";
    complaints.push({ field: "issuedOn", message });
  }
  return complaints;
}

export const bridgeLetterForm = z
  .strictObject({
    coversFrom: requiredDay,
    coversUntil: requiredDay,
    signedOn: requiredDay,
    documentId: documentChoice,
  })
  .refine((letter) => letter.coversUntil === "" || letter.coversUntil > letter.coversFrom, {
    path: ["coversUntil"],
    message: "Enter a day after the first one",
  });

export type BridgeLetterDetails = z.output<typeof bridgeLetterForm>;

const usualPeriod = { least: 3, most: 12 };
export const usualLetterDays = 92;

/** What is possible but unusual, for staff to look at again. */
export function warningsAbout(report: ReportDates, letters: LetterDates[]): string[] {
  const warnings: string[] = [];
  if (report.kind === "soc2-type2" && report.periodStart && report.periodEnd) {
    const months = monthsInRange(report.periodStart, report.periodEnd);
    if (months < usualPeriod.least || months > usualPeriod.most) {
      warnings.push(`The period is ${sayCount(months, "month")} long. A Type II usually covers 3 to 12 months.`);
    }
  }
  for (const { coversFrom, coversUntil } of letters) {
    const days = daysInRange(coversFrom, coversUntil);
    if (days > usualLetterDays) {
      warnings.push(
        `The bridge letter for ${sayRange(coversFrom, coversUntil)} covers ${days} days. Readers expect at most 3 months.`,
      );
    }
  }
  return warnings;
}

/** The form's fields as they are typed, for a report that is already here. */
export function typedReport(report: ReportDetails): Record<string, string> {
  const days = { asOf: report.asOf, periodStart: report.periodStart, periodEnd: report.periodEnd };
  const optional = { ...days, issuedOn: report.issuedOn, expectedOn: report.expectedOn, opinion: report.opinion };
  return {
    ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, value ?? ""])),
    ...Object.fromEntries(report.categories.map((category) => [categoryBox(category), "yes"])),
    kind: report.kind,
    auditor: report.auditor,
    auditorLicence: report.auditorLicence,
    auditorUrl: report.auditorUrl,
    systemName: report.systemName,
    products: report.products.join("\n"),
    controlsTested: report.controlsTested === null ? "" : String(report.controlsTested),
    exceptions: report.exceptions.map((each) => `${each.control} | ${each.finding} | ${each.response}`).join("\n"),
    subservice: report.subservice.map((each) => `${each.name} | ${each.service} | ${each.method}`).join("\n"),
    cuecs: report.cuecs.join("\n"),
    documentId: report.documentId ?? "",
  };
}

import { addDays, addMonths, shortDate, workday, yearOf } from "./dates.ts";
import { bridgeLetters, currentReport, previousReport } from "./reports.ts";
import type { DemoDocument } from "./shapes.ts";

export function documents(today: Date): DemoDocument[] {
  return [...assuranceDocuments(today), ...policyDocuments(today)];
}

function assuranceDocuments(today: Date): DemoDocument[] {
  const current = currentReport(today);
  const previous = previousReport(today);
  const bridge = bridgeLetters(today)[0]!;
  const test = penetrationTest(today);
  return [
    {
      key: "soc2-report",
      title: `SOC 2 Type II report ${yearOf(current.periodEnd!)}`,
      description: `${shortDate(current.periodStart!)} – ${shortDate(current.periodEnd!)}. Security, Availability and Confidentiality. Opinion, system description, tests and results, and our responses to 2 exceptions.`,
      kind: "report",
      audience: "nda",
      fileName: `lindmere-soc-2-type-ii-${yearOf(current.periodEnd!)}.pdf`,
      publishedOn: current.issuedOn!,
    },
    {
      key: "soc2-report-previous",
      title: `SOC 2 Type II report ${yearOf(previous.periodEnd!)}`,
      description: `${shortDate(previous.periodStart!)} – ${shortDate(previous.periodEnd!)}. Qualified opinion, 3 exceptions. For reviewers who want to see what changed.`,
      kind: "report",
      audience: "nda",
      fileName: `lindmere-soc-2-type-ii-${yearOf(previous.periodEnd!)}.pdf`,
      publishedOn: previous.issuedOn!,
    },
    {
      key: "bridge-letter",
      title: `Bridge letter, ${shortDate(bridge.coversFrom)} – ${shortDate(bridge.coversUntil)}`,
      description: "Management's statement for the time between our two Type II periods. Not audited.",
      kind: "letter",
      audience: "nda",
      fileName: `lindmere-bridge-letter-${yearOf(bridge.coversUntil)}.pdf`,
      publishedOn: bridge.signedOn,
    },
    {
      key: "penetration-test",
      title: `Penetration test ${yearOf(test.endedOn)}, summary`,
      description: `Relay and Almanac with their APIs, tested by ${test.firm} in ${shortDate(test.startedOn).slice(-8)}. Method, counts by severity, and the state after the retest.`,
      kind: "test",
      audience: "nda",
      fileName: `lindmere-penetration-test-summary-${yearOf(test.endedOn)}.pdf`,
      publishedOn: test.retestedOn,
    },
    {
      key: "security-overview",
      title: "Security overview",
      description: "How we protect energy data, in 3 pages: architecture, people, operations and what is not done yet.",
      kind: "other",
      audience: "public",
      fileName: "lindmere-security-overview.pdf",
      publishedOn: workday(today, -36),
    },
    {
      key: "customer-responsibilities",
      title: "Your part: customer responsibilities",
      description: "The 9 complementary user entity controls of our report, each with where to set it in the product.",
      kind: "other",
      audience: "public",
      fileName: "lindmere-customer-responsibilities.pdf",
      publishedOn: current.issuedOn!,
    },
  ];
}

function policyDocuments(today: Date): DemoDocument[] {
  return [
    {
      key: "information-security-policy",
      title: "Information security policy",
      description: "The policy above our 13 others: aims, roles, rules for all staff and how exceptions are made.",
      kind: "policy",
      audience: "public",
      fileName: "lindmere-information-security-policy.pdf",
      publishedOn: workday(today, -131),
    },
    {
      key: "incident-response-policy",
      title: "Incident response policy",
      description: "Severities, roles, times to act and to tell customers, evidence and exercises.",
      kind: "policy",
      audience: "on-request",
      fileName: "lindmere-incident-response-policy.pdf",
      publishedOn: workday(today, -117),
    },
    {
      key: "continuity-overview",
      title: "Business continuity and recovery, overview",
      description: "Recovery aims by product, the standby region, and the results of the last two failover exercises.",
      kind: "policy",
      audience: "on-request",
      fileName: "lindmere-continuity-overview.pdf",
      publishedOn: workday(today, -88),
    },
    {
      key: "data-processing-agreement",
      title: "Data processing agreement",
      description: "Our standard terms under Article 28 GDPR, with the annexes on data, measures and subprocessors.",
      kind: "agreement",
      audience: "public",
      fileName: "lindmere-data-processing-agreement.pdf",
      publishedOn: workday(today, -212),
    },
    {
      key: "subprocessor-list",
      title: "List of subprocessors",
      description: "Who processes customer data for us, where and on what basis, with the change that is announced.",
      kind: "other",
      audience: "public",
      fileName: "lindmere-subprocessors.pdf",
      publishedOn: workday(today, -12),
    },
    {
      key: "access-review-record",
      title: "Access review of last quarter, record",
      description: "What each system owner confirmed and removed. Shown to auditors; not for release.",
      kind: "other",
      audience: "internal",
      fileName: "lindmere-access-review-record.pdf",
      publishedOn: workday(today, -24),
    },
  ];
}

export function penetrationTest(today: Date) {
  const endedOn = workday(today, -141);
  return {
    firm: "Copperlane Security B.V.",
    startedOn: addDays(endedOn, -14),
    endedOn,
    retestedOn: addDays(endedOn, 42),
    testerDays: 24,
    nextBy: addMonths(endedOn, 12),
    findings: [
      { severity: "Critical", found: 0, fixed: 0, accepted: 0 },
      { severity: "High", found: 1, fixed: 1, accepted: 0 },
      { severity: "Medium", found: 4, fixed: 4, accepted: 0 },
      { severity: "Low", found: 6, fixed: 4, accepted: 2 },
    ],
  };
}

export function failoverExercises(today: Date) {
  return [
    {
      on: workday(today, -96),
      product: "Relay",
      hours: 3,
      recoveryMinutes: 71,
      dataLossSeconds: 40,
      outcome: "Within both aims. One runbook step was out of date and was corrected the same day.",
    },
    {
      on: workday(today, -96),
      product: "Almanac",
      hours: 3,
      recoveryMinutes: 164,
      dataLossSeconds: 190,
      outcome: "Within both aims.",
    },
    {
      on: workday(today, -278),
      product: "Relay",
      hours: 2,
      recoveryMinutes: 98,
      dataLossSeconds: 65,
      outcome: "Within both aims. The change of DNS took 22 minutes and has been made shorter since.",
    },
    {
      on: workday(today, -278),
      product: "Almanac",
      hours: 2,
      recoveryMinutes: 207,
      dataLossSeconds: 240,
      outcome: "Within both aims.",
    },
  ];
}

import type { WrittenAnswer } from "../shapes.ts";

export const incidents: WrittenAnswer[] = [
  {
    key: "incident-plan",
    question: "Do you have a documented incident response plan?",
    answer:
      "Yes. It defines 4 severities, who leads, who decides, how evidence is kept and when customers and authorities are told. A trained incident lead is on call at any hour. The plan is reviewed every 12 months and after each incident of severity 1.",
    short: "Yes",
    tags: ["incident response"],
    audience: "public",
    reviewedDaysAgo: 115,
    cites: { controls: ["IR-01"], documents: ["incident-response-policy"], criteria: ["CC7.3", "CC7.4"] },
  },
  {
    key: "incident-tests",
    question: "Is the incident response plan tested?",
    answer:
      "Yes, twice a year, once without warning. The last exercise played a stolen session of an engineer; it was contained after 52 minutes. 6 measures came of it, and all are done.",
    short: "Yes",
    tags: ["incident response", "exercise"],
    reviewedDaysAgo: 115,
    cites: { controls: ["IR-02"], criteria: ["CC7.4"] },
  },
  {
    key: "breach-notification",
    question: "How soon do you notify customers of a security incident that affects their data?",
    answer:
      "Within 24 hours after we have confirmed it. The security contacts of the customer get what happened, which data, what we do and what they should do, with updates at least every 24 hours. A written report follows within 10 working days after the end.",
    short: null,
    tags: ["breach notification"],
    audience: "public",
    reviewedDaysAgo: 115,
    cites: { controls: ["IR-03"], documents: ["data-processing-agreement", "incident-response-policy"] },
  },
  {
    key: "breach-history",
    question: "Have you had a data breach in the last three years?",
    answer:
      "No. There was no breach of customer data in the last 36 months. One incident of severity 1 in that time delayed delivery reports of 14 customers by 2 hours and 10 minutes; no data was lost or seen by others. Its review is on the trust center.",
    short: "No",
    tags: ["breach history"],
    reviewedDaysAgo: 12,
    reviewEveryMonths: 3,
    cites: { controls: ["IR-01", "IR-04"] },
  },
  {
    key: "post-incident",
    question: "Are incidents reviewed afterwards to prevent them from happening again?",
    answer:
      "Yes. Incidents of severity 1 and 2 are reviewed within 5 working days without blame. Causes and measures are written down, measures get an owner and a date, and Security follows them up each month. Affected customers get the review.",
    short: "Yes",
    tags: ["incident response", "lessons"],
    reviewedDaysAgo: 115,
    cites: { controls: ["IR-04"], criteria: ["CC7.5"] },
  },
  {
    key: "forensics",
    question: "Can you preserve evidence and perform forensic analysis?",
    answer:
      "Yes. Runbooks cover snapshots of hosts, memory and logs with a chain of custody, in an account that only the incident team can open. A specialist firm is under contract and must answer within 4 hours.",
    short: "Yes",
    tags: ["forensics"],
    audience: "nda",
    reviewedDaysAgo: 177,
    cites: { controls: ["IR-01", "OP-01"], documents: ["incident-response-policy"] },
  },
  {
    key: "security-contact",
    question: "Whom do customers contact to report a security incident?",
    answer:
      "security@lindmere.example, or the number on the support page, which reaches the engineer on call day and night. Both open an incident at once; no account is needed.",
    short: null,
    tags: ["contact"],
    audience: "public",
    reviewedDaysAgo: 115,
    cites: { controls: ["CO-02"] },
  },
  {
    key: "authority-reports",
    question: "Do you report incidents to the competent authorities where required?",
    answer:
      "Yes. The incident lead and the Data Protection Officer decide together from a checklist for each country. Under NIS 2 the first warning goes out within 24 hours and the notice within 72. Where the customer is the one who must report, we give what it needs.",
    short: "Yes",
    tags: ["authorities", "nis 2", "gdpr"],
    reviewedDaysAgo: 177,
    cites: { controls: ["IR-01", "IR-03"] },
  },
];

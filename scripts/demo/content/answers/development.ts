import type { WrittenAnswer } from "../shapes.ts";

export const development: WrittenAnswer[] = [
  {
    key: "sdlc",
    question: "Do you follow a documented secure software development life cycle?",
    answer:
      "Yes. It runs from a threat model for each new feature that touches customer data, through review and automated checks, to staged release and monitoring. It is written as a policy, and most of its steps are enforced by the repository and the pipeline. Security reviews designs each week.",
    short: "Yes",
    tags: ["sdlc"],
    audience: "public",
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-01", "SD-02"], criteria: ["CC8.1"] },
  },
  {
    key: "code-review",
    question: "Is all code reviewed by a second person before release?",
    answer:
      "Yes. The main branch accepts a change only with the approval of a second engineer who did not write it. The rule also binds administrators. Changes to sign-in, cryptography or separation of customers need a reviewer from product security.",
    short: "Yes",
    tags: ["code review"],
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-01"] },
  },
  {
    key: "static-analysis",
    question: "Do you use static or dynamic application security testing?",
    answer:
      "Yes, both. Static analysis, dependency checks and a search for secrets run on each change and block the merge on a finding of high severity. Dynamic tests run every night against the test environment with accounts of two customers.",
    short: "Yes",
    tags: ["sast", "dast"],
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-02", "VM-01"] },
  },
  {
    key: "open-source",
    question: "How do you manage risks in open source components?",
    answer:
      "Dependencies are pinned with checksums and come through our own registry, which holds back new versions for 7 days. Known vulnerabilities are matched every day. A new library needs a look at its licence, upkeep and alternatives; strong copyleft licences are refused.",
    short: null,
    tags: ["open source", "dependencies"],
    reviewedDaysAgo: 131,
    cites: { controls: ["SD-02", "VM-01"] },
  },
  {
    key: "sbom",
    question: "Can you provide a software bill of materials?",
    answer:
      "Partly. A list in CycloneDX form is made for each build of Relay and given on request under NDA. The same for Almanac is in progress (control SD-05 on the trust center).",
    short: "Partial",
    tags: ["sbom", "supply chain"],
    audience: "nda",
    reviewedDaysAgo: 26,
    reviewEveryMonths: 6,
    cites: { controls: ["SD-05"] },
  },
  {
    key: "environments",
    question: "Are development, test and production environments separated?",
    answer:
      "Yes. Each is a cloud account of its own with separate networks, keys and identities. No network path leads from development or test to production. Code moves one way, through the pipeline.",
    short: "Yes",
    tags: ["environments"],
    reviewedDaysAgo: 143,
    cites: { controls: ["SD-03", "NW-01"] },
  },
  {
    key: "production-data-in-test",
    question: "Is production data used in development or test environments?",
    answer:
      "No. Both use generated meter data that has the shape of real data and none of its content. Copying from production is blocked by the accounts' policies, and an attempt raises an alert. Faults that need real data are examined in production under time-limited access.",
    short: "No",
    tags: ["test data"],
    audience: "public",
    reviewedDaysAgo: 143,
    cites: { controls: ["SD-03"], criteria: ["C1.1"] },
  },
  {
    key: "change-management",
    question: "Is there a formal change management process?",
    answer:
      "Yes. Every change to code or infrastructure is a reviewed commit with a ticket, a test result and a way back. Changes that customers will notice are announced 14 days ahead, and those that break an interface 12 months ahead. Windows around settlement days are frozen.",
    short: "Yes",
    tags: ["change management"],
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-01", "SD-04", "CO-01"], criteria: ["CC8.1"] },
  },
  {
    key: "releases",
    question: "How are releases deployed and rolled back?",
    answer:
      "Only the pipeline deploys. A release serves 5 % of traffic for 30 minutes, then 25 %, then all. If errors rise, the pipeline returns to the release before within 10 minutes. Relay had 196 releases in the last 12 months, and 4 were taken back.",
    short: null,
    tags: ["deployment", "rollback"],
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-04"] },
  },
  {
    key: "emergency-changes",
    question: "How are emergency changes handled?",
    answer:
      "The same pipeline without the waiting time between stages. The engineer on call and the incident lead decide together, and a second engineer reviews the change within 1 working day. There were 7 in the last 12 months.",
    short: null,
    tags: ["change management", "emergency"],
    reviewedDaysAgo: 99,
    cites: { controls: ["SD-04"] },
  },
  {
    key: "owasp",
    question: "Is the application protected against the OWASP Top 10?",
    answer:
      "Yes. The frameworks in use escape output and bind parameters by default, and lint rules forbid the ways around them. Each build runs tests for access across customers, injection, forged requests and server-side requests. The yearly penetration test follows the OWASP testing guide.",
    short: "Yes",
    tags: ["owasp", "web"],
    reviewedDaysAgo: 131,
    cites: { controls: ["SD-02", "VM-03", "NW-02"] },
  },
  {
    key: "source-code-protection",
    question: "How is access to source code controlled?",
    answer:
      "Repositories are private and open to engineers through single sign-on with a hardware key. Commits are signed. Rights are reviewed each quarter, and an export of a whole repository raises an alert.",
    short: null,
    tags: ["source code"],
    reviewedDaysAgo: 143,
    cites: { controls: ["AC-01", "AC-04", "SD-01"] },
  },
];

import type { WrittenAnswer } from "../shapes.ts";

export const vendors: WrittenAnswer[] = [
  {
    key: "subprocessor-list",
    question: "Do you use subprocessors, and is there a current list?",
    answer:
      "Yes, 7 at present, and one is announced. The list with purpose, data, place and basis is public on our trust center, where you can also subscribe to changes.",
    short: "Yes",
    tags: ["subprocessors"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 11,
    reviewEveryMonths: 6,
    cites: { controls: ["VN-03"], documents: ["subprocessor-list"] },
  },
  {
    key: "subprocessor-notice",
    question: "How are customers notified of new subprocessors?",
    answer:
      "By mail to subscribers and on the trust center, 30 days before a new one starts. Customers may object within that time with a reason that concerns data protection. If we find no way that suits both, the customer may end the service concerned and gets back what is paid in advance.",
    short: null,
    tags: ["subprocessors", "notice"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 73,
    cites: { controls: ["VN-03"], documents: ["data-processing-agreement"], criteria: ["CC9.2"] },
  },
  {
    key: "vendor-assessment",
    question: "Do you assess the security of vendors before engaging them?",
    answer:
      "Yes. Vendors fall into 3 tiers by the data that they see and by what fails without them. A vendor of the first tier needs an independent report, data protection terms and approval by Security before it gets any data. 4 of the 31 vendors assessed in the last 12 months were turned down.",
    short: "Yes",
    tags: ["vendor risk"],
    reviewedDaysAgo: 160,
    cites: { controls: ["VN-01"], criteria: ["CC9.2"] },
  },
  {
    key: "vendor-review",
    question: "Are critical vendors reviewed at least annually?",
    answer:
      "Yes. For each of the 9 vendors of the first tier we read the latest assurance report, follow up its exceptions, and check that we do what it expects of its customers. The result is signed by the Compliance Lead.",
    short: "Yes",
    tags: ["vendor risk", "review"],
    reviewedDaysAgo: 160,
    cites: { controls: ["VN-02"], criteria: ["CC9.2"] },
  },
  {
    key: "hosting-provider",
    question: "Who hosts the service, and what assurance do they have?",
    answer:
      "Aldervale Cloud Ireland Ltd, in data centres in Dublin and Frankfurt. It has a SOC 2 Type II report and an ISO/IEC 27001 certificate of its own; we review both each year. In our own report it is carved out: its controls are in its report, not in ours.",
    short: null,
    tags: ["hosting", "data centre"],
    reviewedDaysAgo: 104,
    cites: { controls: ["VN-02", "PH-02"], documents: ["soc2-report"] },
  },
  {
    key: "fourth-parties",
    question: "Do your vendors have to flow down security requirements to their own subcontractors?",
    answer:
      "Yes. Our terms ask for the same duties from anyone they pass customer data to, for prior notice, and for liability for them. The yearly review looks at their list.",
    short: "Yes",
    tags: ["fourth parties", "contracts"],
    reviewedDaysAgo: 160,
    cites: { controls: ["VN-01", "VN-02"] },
  },
  {
    key: "vendor-exit",
    question: "Do you have exit plans for critical vendors?",
    answer:
      "Partly. The plan for the hosting provider is written and tested once a year down to restoring Relay's database elsewhere; a full move would take about 6 weeks. For the other vendors of the first tier there is a named alternative, but no test.",
    short: "Partial",
    tags: ["vendor risk", "exit"],
    audience: "internal",
    reviewedDaysAgo: 160,
    cites: { controls: ["BC-01", "VN-02"] },
  },
];

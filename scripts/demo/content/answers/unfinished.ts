import type { WrittenAnswer } from "../shapes.ts";

/** What is on its way in or out: drafts, answers in review, and retired ones. None of it may reach a prospect. */
export const unfinished: { section: string; answers: WrittenAnswer[] }[] = [
  {
    section: "Cryptography",
    answers: [
      {
        key: "post-quantum",
        question: "Do you have a plan for post-quantum cryptography?",
        answer:
          "A first inventory of where public-key cryptography is used is done. We mean to follow our hosting provider's hybrid TLS in its next release. The plan still needs dates.",
        short: "Partial",
        tags: ["post-quantum", "algorithms"],
        audience: "internal",
        state: "draft",
        reviewedDaysAgo: 9,
        cites: { controls: ["EN-02"] },
        notes: "Platform to confirm the dates before review.",
      },
      {
        key: "tls-old",
        question: "Which TLS versions are supported?",
        answer: "TLS 1.1, 1.2 and 1.3 are supported for customers with older gateways.",
        short: null,
        tags: ["tls"],
        state: "retired",
        reviewedDaysAgo: 640,
        cites: { controls: ["EN-02"] },
        notes:
          "Retired when TLS 1.1 was switched off. See “Is customer data encrypted in transit over public networks?”",
      },
    ],
  },
  {
    section: "Access control",
    answers: [
      {
        key: "passkeys",
        question: "Are passkeys supported for customer users?",
        answer:
          "In part. Twelve customers can register passkeys as a second factor for local accounts today. All customers can when control AC-09 is finished. Users behind single sign-on use whatever their own identity provider offers.",
        short: "Partial",
        tags: ["passkeys", "mfa", "product"],
        audience: "on-request",
        products: ["relay", "almanac"],
        state: "in-review",
        reviewedDaysAgo: 6,
        reviewEveryMonths: 6,
        cites: { controls: ["AC-09", "AC-07"] },
      },
      {
        key: "access-reviews-old",
        question: "How often is user access reviewed?",
        answer: "System owners review access to their systems every 6 months and keep the result in a spreadsheet.",
        short: null,
        tags: ["access review"],
        state: "retired",
        reviewedDaysAgo: 700,
        cites: { controls: ["AC-04"] },
        notes: "Retired when reviews became quarterly and moved to the identity platform.",
      },
    ],
  },
  {
    section: "Data and privacy",
    answers: [
      {
        key: "search-index-data",
        question: "Which personal data will the new search provider for Almanac receive?",
        answer:
          "If nobody objects, Oriel Search will hold meter point ids, site names and addresses in Frankfurt, and no readings. The index is encrypted and rebuilt from Almanac each night, so a deletion reaches it within 24 hours.",
        short: null,
        tags: ["subprocessors", "search"],
        audience: "on-request",
        products: ["almanac"],
        owner: "admin",
        state: "in-review",
        reviewedDaysAgo: 4,
        cites: { documents: ["subprocessor-list"], controls: ["VN-03"] },
      },
      {
        key: "anonymised-benchmarks",
        question: "Do you produce benchmarks from customers' data in aggregated form?",
        answer:
          "Planned as an option that a customer must switch on. Groups would have at least 50 households. The impact assessment is done; legal terms are open.",
        short: "No",
        tags: ["data use", "benchmarks"],
        audience: "internal",
        owner: "admin",
        products: ["almanac"],
        state: "draft",
        reviewedDaysAgo: 31,
        cites: { controls: ["RM-03"] },
      },
    ],
  },
  {
    section: "Incidents",
    answers: [
      {
        key: "breach-notification-old",
        question: "What is your commitment for breach notification?",
        answer: "We tell affected customers within 72 hours after an incident is confirmed.",
        short: null,
        tags: ["breach notification"],
        state: "retired",
        reviewedDaysAgo: 530,
        cites: { controls: ["IR-03"] },
        notes: "Retired when the commitment became 24 hours.",
      },
    ],
  },
  {
    section: "Governance and compliance",
    answers: [
      {
        key: "nis2-status",
        question: "Are you subject to NIS 2, and what is your status?",
        answer:
          "Yes, as an important entity in the Netherlands. 31 of 38 measures in our gap list are done. The remaining ones concern supply chain records and training of the board.",
        short: "Partial",
        tags: ["nis 2"],
        audience: "on-request",
        owner: "admin",
        state: "in-review",
        reviewedDaysAgo: 8,
        reviewEveryMonths: 6,
        cites: { controls: ["RM-03"] },
      },
      {
        key: "esg",
        question: "Do you publish a sustainability report?",
        answer:
          "Not yet. Scope 1 and 2 figures for last year exist; scope 3 is being worked out with our hosting provider.",
        short: "No",
        tags: ["sustainability"],
        audience: "internal",
        owner: "admin",
        state: "draft",
        reviewedDaysAgo: 55,
        cites: {},
      },
    ],
  },
  {
    section: "Physical security and devices",
    answers: [
      {
        key: "old-office",
        question: "Do you operate a server room in your offices?",
        answer: "A small server room in Bristol holds build servers behind its own badge reader.",
        short: "Yes",
        tags: ["offices", "physical"],
        state: "retired",
        reviewedDaysAgo: 910,
        cites: { controls: ["PH-01"] },
        notes: "Retired when the last build server moved to the cloud.",
      },
    ],
  },
];

import type { WrittenAnswer } from "../shapes.ts";

export const continuity: WrittenAnswer[] = [
  {
    key: "rto-rpo",
    question: "What are your recovery time and recovery point objectives?",
    answer:
      "Relay: back within 4 hours, with at most 5 minutes of data lost. Almanac: within 8 hours, at most 15 minutes lost. In the last exercise Relay took 71 minutes and lost 40 seconds; Almanac took 164 minutes and lost 190 seconds.",
    short: null,
    tags: ["rto", "rpo", "recovery"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 86,
    cites: { controls: ["BC-01", "BC-04"], documents: ["continuity-overview"], criteria: ["A1.2"] },
  },
  {
    key: "continuity-plan",
    question: "Do you have a business continuity plan?",
    answer:
      "Yes. It covers loss of a region, of a vendor, of an office and of key people, and rests on a business impact analysis that is renewed each year. Each scenario names who acts and with what. An overview is available on request.",
    short: "Yes",
    tags: ["bcp"],
    audience: "public",
    reviewedDaysAgo: 86,
    cites: { controls: ["BC-01"], documents: ["continuity-overview"], criteria: ["CC9.1"] },
  },
  {
    key: "dr-tests",
    question: "How often are disaster recovery plans tested?",
    answer:
      "Twice a year we run production from the standby region for at least 2 hours, with real traffic, and measure time and loss. Every month one backup of each database is restored and checked by machine. A table exercise of the whole plan is held once a year with the executive team.",
    short: null,
    tags: ["dr test", "failover"],
    reviewedDaysAgo: 86,
    cites: { controls: ["BC-03", "BC-04"], criteria: ["A1.3"] },
  },
  {
    key: "backups",
    question: "How often is customer data backed up?",
    answer:
      "All the time: changes are shipped to the standby region within seconds, and databases can be restored to any minute of the last 35 days. A full copy goes to a second provider each night and cannot be changed or deleted for 90 days.",
    short: null,
    tags: ["backup"],
    audience: "public",
    reviewedDaysAgo: 97,
    cites: { controls: ["BC-02"], criteria: ["A1.2"] },
  },
  {
    key: "backup-tests",
    question: "Are backups tested by restoring them?",
    answer:
      "Yes, every month for each database. A job restores it into an empty account, compares row counts and checksums, and runs 60 queries with known results. Of 108 restores in the last 12 months 107 passed at the first try; one failed for lack of disk and passed the same day.",
    short: "Yes",
    tags: ["backup", "restore test"],
    reviewedDaysAgo: 97,
    cites: { controls: ["BC-03"], criteria: ["A1.3"] },
  },
  {
    key: "ransomware-backups",
    question: "Are backups protected against ransomware?",
    answer:
      "Yes. The second copy lies with another provider under a lock of 90 days that neither we nor the provider can lift. Its credentials can add copies and nothing else. Restoring from it without our main provider is part of the yearly exercise.",
    short: "Yes",
    tags: ["backup", "ransomware"],
    audience: "nda",
    reviewedDaysAgo: 97,
    cites: { controls: ["BC-02"] },
  },
  {
    key: "uptime",
    question: "What availability do you commit to, and what was achieved?",
    answer:
      "We commit to 99.95 % a month for Relay and 99.9 % for Almanac, with credits if we miss it. Over the last 12 months it was 99.985 % and 99.97 %. Each month's figure is on the status page, and planned maintenance is counted.",
    short: null,
    tags: ["availability", "sla"],
    audience: "public",
    products: ["relay", "almanac"],
    owner: "sales",
    reviewedDaysAgo: 17,
    reviewEveryMonths: 3,
    cites: { controls: ["GV-05", "OP-04"], criteria: ["A1.1"] },
  },
  {
    key: "redundancy",
    question: "Is the infrastructure redundant across more than one location?",
    answer:
      "Yes. Each product runs in three availability zones in Dublin and goes on without a person if one is lost. A standby in Frankfurt has current data at all times. An engineer decides on the move there; a move without a person is planned for Relay.",
    short: "Yes",
    tags: ["redundancy", "regions"],
    reviewedDaysAgo: 86,
    cites: { controls: ["BC-02", "BC-05"], criteria: ["A1.2"] },
  },
  {
    key: "status-page",
    question: "Is there a public status page?",
    answer:
      "Yes, at status.lindmere.example, run by another provider so that it stays up when we do not. It shows current state, incidents and 24 months of history. Subscribers get mail within 15 minutes of a disturbance being confirmed.",
    short: "Yes",
    tags: ["status page"],
    owner: "sales",
    reviewedDaysAgo: 133,
    cites: { documents: ["subprocessor-list"] },
  },
  {
    key: "maintenance",
    question: "How are customers informed of planned maintenance?",
    answer:
      "On the status page and by mail at least 7 days ahead. Most work needs no interruption. When it does, it falls between 01:00 and 04:00 UTC and never on a settlement day.",
    short: null,
    tags: ["maintenance"],
    owner: "sales",
    reviewedDaysAgo: 133,
    cites: { controls: ["CO-01", "SD-04"] },
  },
  {
    key: "exit-vendor-failure",
    question: "What happens to our data and service if Lindmere goes out of business?",
    answer:
      "The contract gives you 90 days of continued service from an escrow account that covers hosting, and export of all data in open formats. The source code of Relay is with an escrow agent, updated each quarter, and is released to customers in insolvency.",
    short: null,
    tags: ["escrow", "exit"],
    audience: "nda",
    owner: "admin",
    reviewedDaysAgo: 207,
    cites: { controls: ["BC-01"] },
  },
  {
    key: "pandemic-office-loss",
    question: "Can you continue to operate if your offices are not available?",
    answer:
      "Yes. No service runs in an office, and all staff can do their whole work from home. We close both offices for one unannounced day each year to be sure.",
    short: "Yes",
    tags: ["bcp", "offices"],
    reviewedDaysAgo: 207,
    cites: { controls: ["BC-01", "PH-01"] },
  },
];

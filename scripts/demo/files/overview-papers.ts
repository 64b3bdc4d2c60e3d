import { company, productName } from "../content/company.ts";
import { addDays, longDate, shortDate } from "../content/dates.ts";
import { currentReport } from "../content/reports.ts";
import type { DemoDocument } from "../content/shapes.ts";
import type { Paper } from "./paper.ts";

export function securityOverviewPaper(today: Date): Paper {
  const report = currentReport(today);
  return {
    title: "Security overview",
    subtitle: `${productName("relay")} and ${productName("almanac")}`,
    handling: "Public",
    cover: "page",
    facts: [
      ["Company", `${company.legalName}, ${company.headquarters}`],
      [
        "Assurance",
        `SOC 2 Type II, ${shortDate(report.periodStart!)} – ${shortDate(report.periodEnd!)}, ${report.auditor}`,
      ],
      ["Categories", "Security, Availability, Confidentiality"],
      ["Contact", company.securityEmail],
    ],
    sections: [
      {
        title: "What we do",
        startsPage: true,
        blocks: [
          company.description,
          "A meter reading tells when a home is full and when it is empty. We treat every reading as personal data, and we build as if our own addresses were in it.",
        ],
      },
      {
        title: "How the platform is built",
        blocks: [
          "Both products run as services in containers in three availability zones in Dublin. Frankfurt follows within seconds and can take over. Customer data is stored in the European Union.",
          {
            list: [
              "Outside traffic passes protection from denial of service and a web application firewall. Relay asks for a client certificate as well.",
              "Services talk over mutual TLS and may call only what they have declared.",
              "The database separates customers by row-level policy. A fault in one service cannot cross it.",
              "Data at rest is encrypted with AES-256; keys stay in hardware modules and are rotated every 12 months.",
              "Almanac has a data key for each customer. Destroying it makes that customer's data unreadable.",
            ],
          },
        ],
      },
      {
        title: "Who can see your data",
        blocks: [
          "Your users, with the roles that you give them. Our support staff see an account while you have opened it to them, for 1, 8 or 24 hours. Engineers have no standing access; for one task, approved by a second person, they get at most 4 hours, and the session is recorded. You find each access in your own audit log.",
        ],
      },
      {
        title: "How we change things",
        blocks: [
          "Every change is approved by a second engineer and passes tests, static analysis, dependency checks and a search for secrets. Releases start at 5 % of traffic and go back by themselves when errors rise. Tests use generated data only.",
        ],
      },
      {
        title: "How we keep watch",
        blocks: [
          {
            facts: [
              ["Logs", "Central, 400 days, nobody can change them"],
              ["On call", "Our own engineers at any hour; severity 1 is picked up within 15 minutes"],
              ["Vulnerabilities", "Critical 7 days, high 30, medium 90; exploited in the wild 48 hours"],
              ["Penetration test", "Every 12 months by an independent firm, with retest"],
              ["Incidents", "Customers are told within 24 hours after confirmation"],
            ],
          },
        ],
      },
      {
        title: "When things break",
        blocks: [
          "Relay is back within 4 hours with at most 5 minutes of data lost, Almanac within 8 hours and 15 minutes. Twice a year we run production from Frankfurt to be sure. Databases can be restored to any minute of the last 35 days, and a further copy with another provider cannot be changed for 90 days.",
        ],
      },
      {
        title: "What is not there yet",
        blocks: [
          "A list of strong points is half a picture. These things you might expect are missing today:",
          {
            list: [
              "Keys held by the customer. Planned for Almanac.",
              "Failover to Frankfurt without a person. Planned for Relay.",
              "A bill of materials for Almanac. In progress; Relay has one.",
              "ISO/IEC 27001. Our controls are mapped, but no audit is booked.",
              "Processing Integrity and Privacy are not in the scope of our SOC 2 report, and neither is Fieldbook.",
              "Rewards for reported vulnerabilities. We thank and name, but do not pay.",
            ],
          },
        ],
      },
    ],
  };
}

export function accessReviewPaper(document: DemoDocument): Paper {
  const closedOn = addDays(document.publishedOn, -3);
  return {
    title: "Access review, record of last quarter",
    subtitle: "AC-04, for the file",
    handling: "Internal",
    cover: "head",
    facts: [
      ["Opened", longDate(addDays(closedOn, -7))],
      ["Closed", longDate(closedOn)],
      ["Opened by", "Identity platform"],
      ["Checked by", "Idris Vaughan-Cole, Compliance Lead"],
    ],
    sections: [
      {
        title: "Result by system",
        blocks: [
          {
            table: {
              head: ["System", "Owner", "Accounts", "Confirmed", "Changed", "Removed", "Confirmed on"],
              widths: [22, 20, 11, 12, 11, 10, 14],
              rows: reviewedSystems.map(([system, owner, accounts, changed, removed, daysBefore]) => [
                system,
                owner,
                String(accounts),
                String(accounts - changed - removed),
                String(changed),
                String(removed),
                shortDate(addDays(closedOn, -daysBefore)),
              ]),
            },
          },
          "2 rights in the support desk were not confirmed within 5 working days and were removed by the platform.",
        ],
      },
    ],
  };
}

const reviewedSystems: [
  system: string,
  owner: string,
  accounts: number,
  changed: number,
  removed: number,
  daysBefore: number,
][] = [
  ["Identity platform", "IT Lead", 104, 0, 1, 5],
  ["Cloud accounts", "Platform Lead", 37, 2, 0, 6],
  ["Access broker", "Platform Lead", 34, 0, 3, 6],
  ["Source repositories", "Engineering Director", 52, 1, 0, 4],
  ["Pipeline", "Platform Lead", 41, 0, 0, 6],
  ["Log store", "Security Operations Lead", 12, 0, 1, 5],
  ["Secrets vault", "Platform Lead", 9, 0, 0, 6],
  ["Support desk", "Head of Support", 29, 1, 2, 0],
  ["Reporting database", "Chief Financial Officer", 14, 0, 2, 2],
  ["Personnel system", "Head of People", 8, 0, 0, 3],
  ["Accounting", "Chief Financial Officer", 11, 0, 0, 2],
  ["Device management", "IT Lead", 6, 0, 0, 5],
];

import { company, signatories } from "../content/company.ts";
import { longDate, shortDate, yearOf } from "../content/dates.ts";
import { failoverExercises, penetrationTest } from "../content/documents.ts";
import { bridgeLetters, cuecs, currentReport, previousReport } from "../content/reports.ts";
import type { Paper } from "./paper.ts";
import { cuecCriteria } from "./soc2-system-text.ts";

export function bridgeLetterPaper(today: Date): Paper {
  const letter = bridgeLetters(today)[0]!;
  const before = previousReport(today);
  const span = `${longDate(letter.coversFrom)} to ${longDate(letter.coversUntil)}`;
  return {
    title: "Bridge letter",
    subtitle: span,
    handling: "Confidential, under NDA",
    cover: "head",
    facts: [
      ["System", before.systemName],
      [
        "Last report",
        `SOC 2 Type II, ${longDate(before.periodStart!)} to ${longDate(before.periodEnd!)}, ${before.auditor}, qualified opinion`,
      ],
      ["This letter covers", span],
      ["Standing", "A statement by management. Not examined by an auditor"],
    ],
    sections: [
      {
        title: "To our customers and their auditors",
        blocks: [
          `Our SOC 2 Type II report covers the time up to ${longDate(before.periodEnd!)}. Our next period begins on ${longDate(currentReport(today).periodStart!)}, because we have moved it to match the settlement year of our customers. This letter is about the time in between.`,
          `From ${span}, to the best of our knowledge,`,
          {
            list: [
              "there was no change to the system or its controls that would lower the assurance of that report",
              "the company kept operating the controls that the report describes",
              "the access reviews for which the opinion was qualified were carried out on time for all systems, by the new process",
              "there was no incident that kept us from meeting our commitments to customers",
              "the subservice organizations stayed the same, and we learned of no problem there that touches our system",
            ],
          },
          "One change is worth knowing: the last build servers moved from our office in Bristol to our cloud accounts. The controls over changes are the same.",
          "This letter does not take the place of the report and should be read with it. We have not asked an auditor to examine it, and readers need to judge for themselves whether it is enough for their purpose.",
          {
            signature: {
              place: "Bristol",
              date: longDate(letter.signedOn),
              name: signatories.headOfSecurity.name,
              title: `${signatories.headOfSecurity.title}, ${company.legalName}`,
            },
          },
        ],
      },
    ],
  };
}

export function penetrationTestPaper(today: Date): Paper {
  const test = penetrationTest(today);
  return {
    title: `Penetration test ${yearOf(test.endedOn)}, summary`,
    subtitle: "Lindmere Relay and Lindmere Almanac",
    handling: "Confidential, under NDA",
    cover: "head",
    facts: [
      ["Tested by", `${test.firm}, independent of ${company.legalName}`],
      ["Test", `${shortDate(test.startedOn)} – ${shortDate(test.endedOn)}, ${test.testerDays} tester days`],
      ["Retest", shortDate(test.retestedOn)],
      ["Next test", `By ${shortDate(test.nextBy)}`],
    ],
    sections: [
      {
        title: "Scope and method",
        blocks: [
          "In scope were the web interfaces and APIs of Relay and Almanac, the endpoints that take messages with a client certificate, single sign-on, the customer's administration, and the access broker. The testers worked in a production-like environment with the same build as production, from the internet and with accounts of two customers and all four roles.",
          "The test followed the OWASP Web Security Testing Guide and the OWASP API Security Top 10. Source code of sign-in and of the separation of customers was open to the testers. Denial of service, physical entry and deception of staff were not part of it.",
        ],
      },
      {
        title: "Findings",
        blocks: [
          {
            table: {
              head: ["Severity", "Found", "Fixed and retested", "Accepted", "Open"],
              widths: [28, 18, 22, 16, 16],
              rows: test.findings.map((row) => [
                row.severity,
                String(row.found),
                String(row.fixed),
                String(row.accepted),
                String(row.found - row.fixed - row.accepted),
              ]),
            },
          },
          "No finding crossed the border between customers.",
          { heading: "High" },
          "An Operator could see the names of sites in another grid area of the same customer through a list used for suggestions. The check of rights was missing in that list only. Fixed after 6 days; a test now covers every list.",
          { heading: "Medium" },
          {
            list: [
              "Sessions of a user were not ended when an administrator removed the last role. Fixed.",
              "A link to an export stayed valid for 24 hours and could be opened by other users of the same customer. Now 15 minutes and bound to the user. Fixed.",
              "The limit on sign-in attempts could be spread over several networks. It now also counts for each account. Fixed.",
              "An error message of the API showed internal host names. Fixed.",
            ],
          },
          { heading: "Low, accepted" },
          {
            list: [
              "The sign-in page says whether a company uses single sign-on. This is needed to send users to their identity provider.",
              "One older cipher with forward secrecy is allowed for TLS 1.2, because gateways of some market operators know no other. It is removed when TLS 1.2 is.",
            ],
          },
        ],
      },
      {
        title: "Conclusion of the testers",
        blocks: [
          "Both products withstood the attempts to reach data of another customer. Checks of rights are made in one place and are covered by tests, and the exceptions found were in parts added recently. The findings were understood and fixed quickly.",
          "The full report with steps to reproduce stays with Lindmere. Customers may read it in a call with our Security team.",
        ],
      },
    ],
  };
}

export function continuityPaper(today: Date): Paper {
  return {
    title: "Business continuity and recovery",
    subtitle: "An overview for customers",
    handling: "On request",
    cover: "head",
    facts: [
      ["Owner", "Chief Operating Officer"],
      ["Renewed", "Every 12 months, and after each exercise"],
    ],
    sections: [
      {
        title: "Aims",
        blocks: [
          {
            table: {
              head: ["Product", "Back within", "Data lost at most", "Availability a month"],
              widths: [34, 22, 22, 22],
              rows: [
                ["Lindmere Relay", "4 hours", "5 minutes", "99.95 %"],
                ["Lindmere Almanac", "8 hours", "15 minutes", "99.9 %"],
                ["Support desk and phone", "4 hours", "24 hours", "no commitment"],
              ],
            },
          },
          "The aims come from a business impact analysis. Grid operators told us that a switch of supplier or a settlement file may be late by half a day at most; we planned for half of that.",
        ],
      },
      {
        title: "How the service goes on",
        blocks: [
          {
            table: {
              head: ["If we lose", "Then"],
              widths: [26, 74],
              rows: [
                ["A server or container", "Another takes over within seconds, without a person."],
                [
                  "An availability zone",
                  "The other two carry the load; 40 % in reserve at peak is kept for this. No action is needed.",
                ],
                [
                  "The region Dublin",
                  "The engineer on call and the incident lead decide within 30 minutes. Frankfurt is promoted, DNS moves, and customers are told on the status page.",
                ],
                [
                  "The hosting provider",
                  "Relay is restored from the locked copy in Groningen to another provider. This is tested once a year for the database; a full move takes about 6 weeks.",
                ],
                ["An office", "All staff work from home with the same laptop and key. Nothing runs in an office."],
                ["Key people", "Each duty has a deputy; runbooks are used by the deputy in every second exercise."],
                [
                  "Data, by mistake or attack",
                  "Restore to any minute of the last 35 days, or from the copy that nobody can change for 90 days.",
                ],
              ],
            },
          },
        ],
      },
      {
        title: "Results of the last two exercises",
        blocks: [
          "Production ran from Frankfurt with real traffic. Times are measured from the decision to the first message delivered.",
          {
            table: {
              head: ["Date", "Product", "Ran for", "Back after", "Lost", "Result"],
              widths: [14, 12, 11, 13, 10, 40],
              rows: failoverExercises(today).map((exercise) => [
                shortDate(exercise.on),
                exercise.product,
                `${exercise.hours} hours`,
                `${exercise.recoveryMinutes} min`,
                `${exercise.dataLossSeconds} s`,
                exercise.outcome,
              ]),
            },
          },
        ],
      },
      {
        title: "How you hear from us",
        blocks: [
          "status.lindmere.example is run by another provider. Subscribers get mail within 15 minutes after a disturbance is confirmed, then at least every hour. Security contacts of affected customers are also called for severity 1.",
          { heading: "What you can do" },
          {
            list: [
              "Keep your contacts current in the product.",
              "Let your gateway repeat messages for at least 8 hours; Relay recognises repeats and does not deliver them twice.",
              "Name a person who may decide on late settlement files.",
            ],
          },
        ],
      },
    ],
  };
}

export function customerResponsibilitiesPaper(): Paper {
  return {
    title: "Your part",
    subtitle: "What customers do so that our controls work",
    handling: "Public",
    cover: "head",
    facts: [["Based on", "The complementary user entity controls (CUECs) of our SOC 2 Type II report"]],
    sections: [
      {
        title: "Nine things",
        blocks: [
          "Some of our controls work only if you do your part. The report names these as complementary user entity controls. Here they are with the place in the product where you do them.",
          {
            table: {
              head: ["No", "What you do", "Where", "Criteria"],
              widths: [6, 46, 32, 16],
              rows: cuecs.map((text, i) => [String(i + 1), text, places[i]!, cuecCriteria[i]!]),
            },
          },
        ],
      },
      {
        title: "A good first day",
        blocks: [
          {
            list: [
              "Connect single sign-on and switch on “Required for everyone”. Keep two local accounts for emergencies, with a second factor, in two places.",
              "Give the role Approver only to people who answer for settlement.",
              "Set allowed networks for API keys.",
              "Enter at least two security contacts, one of whom reads mail at weekends.",
              "Check the time for which Relay keeps message contents. 90 days is our setting; your law may ask for more or less.",
            ],
          },
          {
            note: "Something unclear, or a key in the wrong hands? security@lindmere.example reaches a person at any hour.",
          },
        ],
      },
    ],
  };
}

const places = [
  "Settings, Users; or your identity provider through SCIM",
  "Settings, Sign-in",
  "Settings, Users, Export for review",
  "Settings, Keys and certificates; reminders 60, 30 and 7 days before the end",
  "Your own systems, before sending",
  "Relay, Deliveries; or receipts through the API",
  "Settings, Retention",
  "By mail or phone, see the support page",
  "Settings, Contacts",
];

import { company } from "../content/company.ts";
import { addMonths, longDate } from "../content/dates.ts";
import type { DemoDocument } from "../content/shapes.ts";
import type { Paper } from "./paper.ts";

export function securityPolicyPaper(document: DemoDocument): Paper {
  return {
    title: document.title,
    subtitle: "The policy above all others",
    handling: "Public",
    cover: "head",
    facts: policyFacts(document, "Head of Security", "Version 9"),
    sections: [
      {
        title: "1. Aim",
        blocks: [
          "Energy companies trust us with data about millions of homes. This policy says how we earn that trust: data is seen only by those who should see it, it is right, and it is there when needed.",
        ],
      },
      {
        title: "2. To whom and what it applies",
        blocks: [
          "To everyone who works for Lindmere, employed or not, in every place; and to all information and systems that we own or use. Vendors follow it through their contracts.",
        ],
      },
      {
        title: "3. Who does what",
        blocks: [
          {
            table: {
              head: ["Who", "Duty"],
              widths: [30, 70],
              rows: [
                [
                  "Board, audit and risk committee",
                  "Oversees security each quarter and approves the appetite for risk.",
                ],
                ["Chief Executive", "Answers for security, and gives it people and money."],
                ["Head of Security", "Owns this policy, runs the programme, may stop a release, reports each quarter."],
                ["Data Protection Officer", "Watches over personal data, independent in that role."],
                ["System owners", "Know their system, its data and its risks; confirm rights each quarter."],
                [
                  "Managers",
                  "See that their people know the rules, have time for training, and have only the rights they need.",
                ],
                [
                  "Everyone",
                  "Follows the rules, and reports what looks wrong at once. Reporting one's own mistake is never punished.",
                ],
              ],
            },
          },
        ],
      },
      {
        title: "4. Rules",
        blocks: [
          { heading: "Risk" },
          "Risks are assessed once a year and before significant change. Each has an owner and a treatment with a date. Nobody accepts a risk that another bears.",
          { heading: "Access" },
          "Access follows the role, is the least that does the job, is asked for and approved by different people, is reviewed each quarter and ends with the job. Staff sign in with a hardware key. Nobody has standing access to production.",
          { heading: "Data" },
          "Information has one of four classes: public, internal, confidential, customer. Customer data stays in production; it is not put into mail, chat, tests or personal storage, and it is not printed. It is kept only as long as promised, then deleted.",
          { heading: "Cryptography" },
          "Data is encrypted at rest and in transit with the algorithms of the cryptography standard. Keys are held in hardware, are used by services and not by people, and are rotated each year.",
          { heading: "Devices and places" },
          "Work is done on managed, encrypted laptops. A lost device or key is reported at once. Offices hold no servers.",
          { heading: "Building and changing" },
          "Every change is reviewed by a second person and passes automated checks. Only the pipeline deploys. Development, test and production are apart.",
          { heading: "Watching and responding" },
          "Security events are logged where nobody can change them. Somebody is on call at any hour. Incidents are handled by the incident response policy, and customers hear from us within 24 hours after we confirm that their data is affected.",
          { heading: "Continuity" },
          "Each product has aims for recovery, which are tested twice a year. Backups are tested every month.",
          { heading: "Vendors" },
          "A vendor that will see customer data is assessed first and reviewed each year. New subprocessors are announced 30 days ahead.",
          { heading: "People" },
          "People are checked before they start, sign the code of conduct and are trained within 10 days and then each year.",
        ],
      },
      {
        title: "5. Policies below this one",
        blocks: [
          "Access · Acceptable use · Asset and data classification · Business continuity · Change and release · Cryptography · Endpoint · Human resources security · Incident response · Logging and monitoring · Privacy · Vendor management · Vulnerability management.",
        ],
      },
      {
        title: "6. Exceptions, breaches and review",
        blocks: [
          "An exception names the rule, the reason, the risk and what is done instead. The Head of Security approves it for at most 6 months, and open ones are listed for the committee each quarter. Breaches follow the disciplinary process.",
          "This policy is reviewed every 12 months and after a serious incident. Everyone confirms that they have read it when they start and after each change.",
        ],
      },
    ],
  };
}

export function incidentPolicyPaper(document: DemoDocument): Paper {
  return {
    title: document.title,
    subtitle: "From the first sign to the last lesson",
    handling: "On request",
    cover: "head",
    facts: policyFacts(document, "Head of Security", "Version 6"),
    sections: [
      {
        title: "1. What an incident is",
        blocks: [
          "An event that has harmed, or is likely to harm, the confidentiality, integrity or availability of our systems or of data in our care. When in doubt it is one; it can be closed as a false alarm without blame.",
        ],
      },
      {
        title: "2. Severities",
        blocks: [
          {
            table: {
              head: ["Severity", "Examples", "Picked up in", "Led by", "Updates inside"],
              widths: [11, 41, 15, 18, 15],
              rows: [
                [
                  "1",
                  "Customer data seen by someone without leave; a product down; an attacker in production",
                  "15 minutes",
                  "Incident lead, Head of Security told at once",
                  "30 minutes",
                ],
                [
                  "2",
                  "A control failed with likely effect; one region lost without harm; many laptops infected",
                  "30 minutes",
                  "Incident lead",
                  "2 hours",
                ],
                [
                  "3",
                  "One account or laptop taken over and contained; a vulnerability exploited in a test system",
                  "4 hours",
                  "Engineer on call",
                  "1 day",
                ],
                [
                  "4",
                  "A weak point or a breach of policy without effect",
                  "1 working day",
                  "Team concerned",
                  "as needed",
                ],
              ],
            },
          },
        ],
      },
      {
        title: "3. Roles",
        blocks: [
          {
            list: [
              "Incident lead: decides, keeps order, hands over after 8 hours. Seven people are trained; one is on call at any hour.",
              "Scribe: keeps the timeline with times in UTC, decisions and reasons.",
              "Technical lead: finds, contains, repairs.",
              "Customer lead: writes to customers and the status page. Nobody else does.",
              "Data Protection Officer: judges personal data and duties to report.",
            ],
          },
        ],
      },
      {
        title: "4. Steps",
        blocks: [
          { heading: "Notice" },
          "Alerts, staff, customers and outsiders all lead into one channel. The engineer on call opens an incident and sets its severity.",
          { heading: "Contain" },
          "Stopping harm goes before finding its cause. The lead may cut off accounts, networks, customers' connections and products without further approval.",
          { heading: "Keep evidence" },
          "Before a host is replaced, its disc, memory and logs are copied to the evidence account, with who, when and a SHA-256 digest. A specialist firm under contract answers within 4 hours.",
          { heading: "Repair and return" },
          "Causes are removed, credentials that may be known are replaced, and the system is watched more closely for 14 days.",
          { heading: "Learn" },
          "Severities 1 and 2 are reviewed within 5 working days, without blame. Measures get an owner and a date; Security follows them up each month.",
        ],
      },
      {
        title: "5. Whom we tell, and when",
        blocks: [
          {
            table: {
              head: ["Who", "When", "What"],
              widths: [28, 30, 42],
              rows: [
                [
                  "Affected customers",
                  "24 hours after confirmation, then at least every 24 hours",
                  "What happened, which data, what we do, what they should do, whom to call",
                ],
                ["Affected customers", "10 working days after the end", "Written report with cause and measures"],
                ["Data protection authority", "72 hours, where we are the controller", "As Article 33 GDPR asks"],
                [
                  "NIS 2 authority, Netherlands",
                  "24 hours first warning, 72 hours notice, 1 month report",
                  "As the law asks",
                ],
                ["Everyone", "When it helps", "Status page and trust center"],
              ],
            },
          },
        ],
      },
      {
        title: "6. Exercises",
        blocks: [
          "Two a year, one without warning, each with a different lead. The result, the times and the measures go to the audit and risk committee.",
        ],
      },
    ],
  };
}

function policyFacts(document: DemoDocument, owner: string, version: string): Paper["facts"] {
  return [
    ["Company", company.legalName],
    ["Owner", owner],
    ["Version", `${version}, approved by the executive team on ${longDate(document.publishedOn)}`],
    ["Next review", `By ${longDate(addMonths(document.publishedOn, 12))}`],
  ];
}

import { company, signatories } from "../content/company.ts";
import { longDate, shortDate } from "../content/dates.ts";
import type { DemoDocument, DemoSubprocessor } from "../content/shapes.ts";
import { subprocessors } from "../content/subprocessors.ts";
import type { Paper, Table } from "./paper.ts";

export function dataProcessingAgreementPaper(today: Date, document: DemoDocument): Paper {
  return {
    title: document.title,
    subtitle: "Standard terms under Article 28 GDPR and UK GDPR",
    handling: "Public",
    cover: "head",
    facts: [
      ["Processor", `${company.legalName}, ${company.headquarters}`],
      ["Controller", "The customer named in the service agreement"],
      ["Version", `5, ${longDate(document.publishedOn)}`],
      ["Data Protection Officer", `${signatories.dataProtectionOfficer.name}, ${company.privacyEmail}`],
    ],
    sections: [
      {
        title: "1. What this agreement does",
        blocks: [
          "The customer decides why and how personal data is processed; Lindmere processes it for the customer. This agreement is part of the service agreement, lasts as long as Lindmere has the data, and goes first where the two differ on personal data.",
        ],
      },
      {
        title: "2. Instructions",
        blocks: [
          "Lindmere processes personal data only on written instructions of the customer. The service agreement, this agreement and the customer's settings in the product are such instructions. Lindmere says so at once if it thinks that an instruction breaks the law, and may wait until the customer has confirmed it.",
          "Lindmere does not sell personal data, does not use it for its own purposes, and does not train models on it for others.",
        ],
      },
      {
        title: "3. People",
        blocks: ["Everyone with access is bound to confidentiality, trained, and has access only while it is needed."],
      },
      {
        title: "4. Security",
        blocks: [
          "Lindmere keeps at least the measures in Annex 2. They may change with technology, but the protection may not become less. An independent auditor examines them each year, and the customer may read the report under NDA.",
        ],
      },
      {
        title: "5. Subprocessors",
        blocks: [
          "The customer agrees to the subprocessors in Annex 3. Lindmere announces a new one 30 days before it starts. The customer may object within that time for a reason of data protection. If no way is found that suits both, the customer may end the service concerned and gets back what it paid in advance. Lindmere binds subprocessors to the same duties and answers for them.",
        ],
      },
      {
        title: "6. Transfers",
        blocks: [
          "Meter data is stored in the European Union. A transfer to a country without an adequacy decision takes place only as Annex 3 says, under the standard contractual clauses 2021/914 and, for data from the United Kingdom, its addendum, and after an assessment of that transfer.",
        ],
      },
      {
        title: "7. Rights of the persons concerned",
        blocks: [
          "Lindmere passes a request on within 3 working days and does not answer it. The product lets the customer find, export, correct and delete the data of one meter point. With the rest Lindmere helps within 10 working days.",
        ],
      },
      {
        title: "8. Breaches",
        blocks: [
          "Lindmere tells the customer within 24 hours after it has confirmed a breach of personal data, with what is known then, and adds the rest as it learns it. It helps the customer with its own duties to report.",
        ],
      },
      {
        title: "9. Help and audits",
        blocks: [
          "Lindmere helps with impact assessments and gives what is needed to show that this agreement is kept. Where reports do not answer a question, or an authority asks, the customer or an auditor bound to confidentiality may inspect once a year with 30 days' notice.",
        ],
      },
      {
        title: "10. The end",
        blocks: [
          "For 30 days after the end the customer can export its data. Lindmere deletes it within 60 days of the end; backups run out 90 days later and are not used until then. Lindmere confirms the deletion in writing. What the law requires to be kept is kept for that purpose only.",
        ],
      },
      {
        title: "Annex 1. The processing",
        startsPage: true,
        blocks: [
          {
            facts: [
              ["Subject", "Exchange of energy data (Relay) and its history (Almanac)"],
              ["Persons concerned", "Holders and users of grid connections; the customer's staff"],
              [
                "Data",
                "Meter point ids and addresses, interval readings, supplier switches with names, settlement files; names, work e-mail, roles and activity of users",
              ],
              ["Special categories", "None"],
              [
                "Time",
                "Relay: contents 90 days by default (30 to 400), proof of delivery 7 years. Almanac: as the customer sets",
              ],
            ],
          },
        ],
      },
      {
        title: "Annex 2. Measures",
        blocks: [
          {
            list: [
              "Access: single sign-on with hardware keys for staff, no standing access to production, review each quarter, removal within 8 hours.",
              "Encryption: AES-256 at rest, TLS 1.2 or 1.3 in transit, keys in hardware modules, rotation each year, a data key for each customer in Almanac.",
              "Separation: row-level policies in the database for each customer, tested on every build.",
              "Integrity: digests and signed receipts for each message; two people for each change of code.",
              "Availability: three zones, standby region, restore to any minute of 35 days, second copy locked for 90 days, failover exercise twice a year.",
              "Watching: central logs for 400 days, alerts at any hour, yearly penetration test, vulnerabilities fixed in stated times.",
              "People and vendors: checks, training, confidentiality; assessment and yearly review.",
            ],
          },
        ],
      },
      {
        title: "Annex 3. Subprocessors",
        blocks: [
          `As of ${shortDate(document.publishedOn)}. The current list is on our trust center.`,
          { table: inUse(today) },
        ],
      },
    ],
  };
}

export function subprocessorListPaper(today: Date, document: DemoDocument): Paper {
  const planned = subprocessors(today).filter((each) => each.announcedOn);
  const removed = subprocessors(today).filter((each) => each.removedOn);
  return {
    title: document.title,
    subtitle: "Companies that process customer data for us",
    handling: "Public",
    cover: "head",
    facts: [
      ["As of", longDate(document.publishedOn)],
      ["Questions and objections", company.privacyEmail],
    ],
    sections: [
      { title: "In use", blocks: [{ table: inUse(today) }] },
      {
        title: "Announced",
        blocks: planned.flatMap((each) => [
          `${each.name}, ${each.region}. ${each.purpose}. Data: ${each.dataCategories}. ${each.transferBasis}.`,
          {
            note: `Announced on ${longDate(each.announcedOn!)}. Customers may object until ${longDate(each.objectUntil!)}. If nobody objects, it starts on ${longDate(each.addedOn!)}.`,
          },
        ]),
      },
      {
        title: "No longer in use",
        blocks: removed.map(
          (each) =>
            `${each.name}, ${each.service.toLowerCase()}, until ${longDate(each.removedOn!)}. Its copies of data have been deleted, and it has confirmed this.`,
        ),
      },
    ],
  };
}

function inUse(today: Date): Table {
  return {
    head: ["Company", "Does what", "Data", "Where, on what basis", "Since"],
    widths: [19, 22, 22, 25, 12],
    rows: subprocessors(today)
      .filter(isInUse)
      .map((each) => [
        each.name,
        each.purpose,
        each.dataCategories,
        `${each.region}. ${each.transferBasis}`,
        shortDate(each.addedOn!),
      ]),
  };
}

function isInUse(subprocessor: DemoSubprocessor): boolean {
  return !subprocessor.announcedOn && !subprocessor.removedOn;
}

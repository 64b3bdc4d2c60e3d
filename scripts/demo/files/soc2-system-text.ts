import { company } from "../content/company.ts";
import { longDate } from "../content/dates.ts";
import type { DemoReport } from "../content/shapes.ts";
import type { Section } from "./paper.ts";

export function systemDescription(report: DemoReport): Section[] {
  return [
    servicesAndCommitments(report),
    infrastructureAndSoftware(),
    peopleAndProcedures(),
    dataAndMonitoring(report),
    subserviceOrganizations(report),
    customerControls(report),
  ];
}

function servicesAndCommitments(report: DemoReport): Section {
  return {
    title: "3. Description of the system",
    startsPage: true,
    blocks: [
      { heading: "3.1 The company and its services" },
      `${company.legalName} was founded in ${company.foundedIn} and has ${company.employees} employees in Bristol and Rotterdam. ${company.description}`,
      {
        list: company.products.map(
          (product) =>
            `${product.name}. ${product.description}${product.inReport ? "" : " It is outside this report."}`,
        ),
      },
      "Customers send messages to Relay over a connection with a client certificate or through a web interface. Relay checks them against the rules of the market concerned, delivers them, and returns a signed receipt to the sender. Almanac receives readings from Relay or by file, stores their history and offers reports, forecasts and an API.",
      { heading: "3.2 Service commitments and system requirements" },
      "Commitments are made in the service agreement, the data processing agreement and on the trust center. Those that matter for this report are:",
      {
        table: {
          head: ["Category", "Commitment", "Measure"],
          widths: [18, 52, 30],
          rows: [
            [
              "Security",
              "Access to customer data only for those who need it, with a second factor; encryption at rest and in transit; fixing of vulnerabilities in stated times",
              "Removal of access within 8 hours; critical 7, high 30, medium 90 days",
            ],
            [
              "Security",
              "Notice to affected customers after an incident is confirmed",
              "24 hours; written report within 10 working days",
            ],
            ["Availability", "Monthly availability of Relay and of Almanac", "99.95 % and 99.9 %"],
            [
              "Availability",
              "Recovery after the loss of a region, and the data that may be lost",
              "Relay 4 hours and 5 minutes; Almanac 8 hours and 15 minutes",
            ],
            [
              "Confidentiality",
              "Use of customer data only to provide the service; deletion by schedule and after the end of the contract",
              "60 days in production, 90 days more in backups",
            ],
          ],
        },
      },
      "System requirements follow from these commitments, from the law in the 9 countries served and from market rules. They are kept in one register with an owner for each, and reviewed every 6 months.",
      { heading: "3.3 Boundaries" },
      `The system is the ${report.systemName}: Relay and Almanac in production, the pipeline that builds and deploys them, the identity platform, the log store, and the people who run these. Not part of it are Lindmere Fieldbook, the company's website, finance systems, and what customers run themselves.`,
    ],
  };
}

function infrastructureAndSoftware(): Section {
  return {
    title: "3.4 Infrastructure and software",
    blocks: [
      "Production runs in cloud accounts of its own in Dublin, in three availability zones. A standby in Frankfurt receives every change within seconds. Each tier has its own network: entry, application and data. Rules deny by default and are written in code.",
      {
        table: {
          head: ["Part", "What it is", "Where"],
          widths: [24, 50, 26],
          rows: [
            [
              "Entry",
              "Protection from denial of service, web application firewall, gateway that ends TLS",
              "Dublin, Frankfurt",
            ],
            [
              "Services",
              "26 services in containers on managed clusters, each with its own identity",
              "Dublin; standby in Frankfurt",
            ],
            [
              "Databases",
              "9 PostgreSQL databases, managed, encrypted, with row-level policies for each customer",
              "Dublin; replica in Frankfurt",
            ],
            [
              "Queues and objects",
              "Managed message queue; object storage for messages and receipts",
              "Dublin, Frankfurt",
            ],
            [
              "Keys and secrets",
              "Hardware security modules of the hosting provider; vault for secrets",
              "Dublin, Frankfurt",
            ],
            ["Second backup", "Nightly full copy, locked for 90 days", "Groningen"],
            ["Log store", "Separate account, new entries only, 400 days", "Frankfurt"],
            ["Access broker", "The only way for engineers into production; records sessions", "Dublin"],
            ["Pipeline", "Build, checks, staged release", "Dublin"],
          ],
        },
      },
      "Services are written in Kotlin and TypeScript. Images are built each week from a hardened base, run without root and with a read-only file system. Traffic between services uses mutual TLS with identities that last 24 hours at most.",
    ],
  };
}

function peopleAndProcedures(): Section {
  return {
    title: "3.5 People and procedures",
    blocks: [
      "The audit and risk committee of the board meets each quarter; two of its three members are independent of management. The Head of Security leads 7 people in security operations, product security and compliance, and reports to the Chief Executive. 41 engineers build and run the products. Support has 11 people in Bristol and Rotterdam.",
      { heading: "Joining, moving, leaving" },
      "Checks are done before the first day, and the code of conduct and confidentiality terms are signed. Rights follow the role in the personnel system. Anything beyond needs the approval of the manager and of the system's owner. Rights of leavers are removed within 8 hours. System owners review all rights each quarter.",
      { heading: "Access to production" },
      "Nobody has standing access. An engineer asks for one task, a second person approves, and the access ends after at most 4 hours. Support sees a customer's account only while that customer has opened it.",
      { heading: "Changes" },
      "A change is a commit with a ticket. It needs the approval of a second engineer and must pass tests, static analysis, dependency checks and a search for secrets. The pipeline releases to 5 %, then 25 %, then all traffic, and goes back by itself when errors rise. Emergency changes skip the wait and are reviewed within 1 working day.",
      { heading: "Vulnerabilities" },
      "Code, dependencies and images are scanned on each build and each day, hosts and the outer border each week. An independent firm tests both products each year.",
      { heading: "Incidents" },
      "Alerts reach an engineer on call at any hour. The plan defines 4 severities, and a trained lead takes over for the upper two. Incidents of these severities are reviewed within 5 working days. The plan is exercised twice a year.",
      { heading: "Backup and recovery" },
      "Changes are copied to the standby without pause, and databases can be restored to any minute of the last 35 days. Restores are tested by machine every month. Production is run from the standby twice a year.",
    ],
  };
}

function dataAndMonitoring(report: DemoReport): Section {
  return {
    title: "3.6 Data, risk and monitoring",
    blocks: [
      "Customer data consists of meter point ids and addresses, interval readings, supplier switches, settlement files, and names and work e-mail of users. It is in the highest of 4 classes. Relay keeps contents for 90 days by default and proof of delivery for 7 years; Almanac keeps history as the customer sets it.",
      "Risks are assessed across the company once a year, fraud included, and reviewed each quarter. Significant changes and new vendors of the first tier are reviewed before they go ahead. Controls are tested at least once a year by someone who does not operate them, and 23 are checked by machine each day; failures are tracked to their end.",
      { heading: "Changes in the period" },
      report.opinion === "qualified"
        ? "Reviews of access rights were moved from spreadsheets to the identity platform, which was complete for all systems only in the third quarter. Build servers moved from the Bristol office to the cloud."
        : "The support desk was connected to the personnel system in the fifth month. The capacity forecast now reads the settlement calendar. Outgoing mail moved from Hearthmail to Pigeonry, after an assessment and 30 days' notice. No control that mattered for the criteria was withdrawn.",
      { heading: "Incidents in the period" },
      report.opinion === "qualified"
        ? "No incident kept the company from meeting its commitments."
        : "One incident of severity 1: delivery reports of 14 customers were late by up to 2 hours and 10 minutes. No message was lost and no data was seen by others. The monthly commitment for availability was met.",
      { heading: "Criteria that do not apply" },
      "All criteria for Security, Availability and Confidentiality apply.",
    ],
  };
}

function subserviceOrganizations(report: DemoReport): Section {
  const [hosting, backup] = report.subservice;
  return {
    title: "3.7 Subservice organizations (carved out)",
    blocks: [
      `The company reads their reports each year and follows up exceptions. For the period ending ${longDate(report.periodEnd!)} the following controls of theirs are assumed:`,
      {
        table: {
          head: ["Organization", "Controls assumed", "Criteria"],
          widths: [26, 54, 20],
          rows: [
            [
              hosting!.name,
              "Physical entry to data centres; power, cooling and fire protection; hypervisor and network security; destruction of discs; protection of hardware security modules",
              "CC6.1, CC6.4, CC6.5, A1.2",
            ],
            [
              hosting!.name,
              "Availability of zones and regions; encryption and durability of managed storage; protection from attacks by volume",
              "CC6.6, CC6.7, A1.1, A1.2",
            ],
            [backup!.name, "Lock on stored copies; physical entry; durability of storage", "CC6.4, A1.2"],
          ],
        },
      },
    ],
  };
}

function customerControls(report: DemoReport): Section {
  return {
    title: "3.8 Complementary user entity controls",
    blocks: [
      "The company's controls were designed on the assumption that customers do the following.",
      {
        table: {
          head: ["No", "What the customer does", "Criteria"],
          widths: [8, 72, 20],
          rows: report.cuecs.map((text, i) => [String(i + 1), text, cuecCriteria[i]!]),
        },
      },
    ],
  };
}

export const cuecCriteria = [
  "CC6.2, CC6.3",
  "CC6.1",
  "CC6.2, CC6.3",
  "CC6.1, CC6.7",
  "CC2.3",
  "CC2.3, A1.2",
  "C1.2",
  "CC7.3, CC7.4",
  "CC2.3, CC7.4",
];

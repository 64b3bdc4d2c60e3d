import type { DemoControl } from "./shapes.ts";

const done = { status: "implemented", public: true } as const;

export const operationsControls: DemoControl[] = [
  {
    code: "OP-01",
    title: "Central logs",
    description:
      "Sign-ins, administration, production access and data exports are logged centrally, kept for 400 days and cannot be changed by those who made them.",
    criteria: ["CC7.2"],
    owner: "Security Operations Lead",
    ...done,
  },
  {
    code: "OP-02",
    title: "Alerts, day and night",
    description:
      "Detection rules alert an engineer on call at any hour. Alerts of severity 1 are picked up within 15 minutes; rules are tested each month.",
    criteria: ["CC7.2", "CC7.3"],
    owner: "Security Operations Lead",
    ...done,
  },
  {
    code: "OP-03",
    title: "Hardened configuration",
    description:
      "Servers and containers start from hardened images built each week. Drift from the declared configuration raises an alert within an hour.",
    criteria: ["CC7.1", "CC6.8"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "OP-04",
    title: "Capacity",
    description:
      "Capacity is forecast each month against the settlement calendar. The platform scales by itself and keeps 40 % in reserve at peak.",
    criteria: ["A1.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "VM-01",
    title: "Vulnerability scanning",
    description:
      "Code, dependencies and container images are scanned on each build and each day; hosts and the outer border each week.",
    criteria: ["CC7.1"],
    owner: "Security Operations Lead",
    ...done,
  },
  {
    code: "VM-02",
    title: "Time to fix",
    description:
      "Critical vulnerabilities are fixed within 7 days, high within 30, medium within 90. One that is exploited in the wild: within 48 hours.",
    criteria: ["CC7.1", "CC7.4"],
    owner: "Engineering Director",
    ...done,
  },
  {
    code: "VM-03",
    title: "Yearly penetration test",
    description:
      "An independent firm tests both products and their APIs every 12 months, and again after fixes. Customers may read the summary.",
    criteria: ["CC4.1", "CC7.1"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "SD-01",
    title: "Review of each change",
    description:
      "No change reaches the main branch without the approval of a second engineer. The repository enforces it for everyone, administrators included.",
    criteria: ["CC8.1"],
    owner: "Engineering Director",
    ...done,
  },
  {
    code: "SD-02",
    title: "Tests and security checks",
    description:
      "Each change passes automated tests, static analysis, dependency checks and a search for secrets before it can be merged.",
    criteria: ["CC8.1", "CC6.8"],
    owner: "Engineering Director",
    ...done,
  },
  {
    code: "SD-03",
    title: "Separate environments",
    description:
      "Development, test and production are separate accounts. Customer data is never used for development or tests; both use generated data.",
    criteria: ["CC8.1", "C1.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "SD-04",
    title: "Release by pipeline",
    description:
      "Only the pipeline can deploy. A release goes to 5 % of traffic first and is taken back within 10 minutes if errors rise. An emergency change may skip the wait, not the log or the second engineer's review within 1 working day.",
    criteria: ["CC8.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "SD-05",
    title: "Signed builds and parts list",
    description: "Builds are signed and carry a software bill of materials. Done for Relay, in progress for Almanac.",
    criteria: ["CC6.8", "CC8.1"],
    owner: "Engineering Director",
    status: "in-progress",
    public: true,
  },
  {
    code: "IR-01",
    title: "Incident response plan",
    description:
      "A written plan defines 4 severities, roles, decisions and evidence. Someone who can lead an incident is on call at any hour.",
    criteria: ["CC7.3", "CC7.4"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "IR-02",
    title: "Incident exercises",
    description: "The plan is exercised twice a year, once without warning. What we learn is tracked until it is done.",
    criteria: ["CC7.4", "CC7.5"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "IR-03",
    title: "Notice to customers",
    description:
      "Customers whose data is affected are told within 24 hours after we confirm an incident, and get a written report within 10 working days.",
    criteria: ["CC7.4", "CC2.3"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "IR-04",
    title: "Review after an incident",
    description:
      "Each incident of severity 1 or 2 is reviewed within 5 working days. Causes and measures are written down and followed up monthly.",
    criteria: ["CC7.5"],
    owner: "Security Operations Lead",
    ...done,
    public: false,
  },
  {
    code: "BC-01",
    title: "Continuity plan",
    description:
      "A continuity plan covers loss of a region, a vendor, an office and key people. It rests on a business impact analysis renewed each year.",
    criteria: ["CC9.1", "A1.2"],
    owner: "Chief Operating Officer",
    ...done,
  },
  {
    code: "BC-02",
    title: "Backups and standby region",
    description:
      "Databases are copied to a second region without pause and can be restored to any minute of the last 35 days. A copy that cannot be changed is kept with another provider.",
    criteria: ["A1.2"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "BC-03",
    title: "Restore tests",
    description:
      "A backup of each database is restored and checked automatically every month. A failed restore is an incident.",
    criteria: ["A1.3"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "BC-04",
    title: "Failover exercise",
    description:
      "Twice a year we run production from the standby region for at least 2 hours and measure recovery time and data loss.",
    criteria: ["A1.3", "CC7.5"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "BC-05",
    title: "Failover without a person",
    description:
      "Relay will move to the standby region by itself when the first region fails. Today an engineer decides.",
    criteria: ["A1.2"],
    owner: "Platform Lead",
    status: "planned",
    public: true,
  },
];

import type { DemoControl } from "./shapes.ts";

const done = { status: "implemented", public: true } as const;

export const governanceControls: DemoControl[] = [
  {
    code: "GV-01",
    title: "Code of conduct",
    description:
      "Everyone signs the code of conduct before they get access, and again each year. Concerns can be raised without a name on a line run by an outside firm.",
    criteria: ["CC1.1", "CC1.5"],
    owner: "Head of People",
    ...done,
  },
  {
    code: "GV-02",
    title: "Board oversight",
    description:
      "The audit and risk committee, with two members independent of management, reviews security each quarter and keeps minutes.",
    criteria: ["CC1.2"],
    owner: "Company Secretary",
    ...done,
  },
  {
    code: "GV-03",
    title: "Roles and reporting lines",
    description:
      "Security duties are written into role descriptions. The Head of Security reports to the Chief Executive and may stop a release.",
    criteria: ["CC1.3", "CC1.5"],
    owner: "Chief Executive Officer",
    ...done,
  },
  {
    code: "GV-04",
    title: "Security policies",
    description:
      "14 policies, each with an owner, are approved by the executive team, reviewed at least every 12 months and open to all staff.",
    criteria: ["CC5.3", "CC2.2"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "GV-05",
    title: "Service commitments and objectives",
    description:
      "What we promise to customers is kept in one register with a measure and an owner for each promise, and reviewed every 6 months.",
    criteria: ["CC3.1", "CC2.1"],
    owner: "Chief Operating Officer",
    ...done,
  },
  {
    code: "GV-06",
    title: "Internal control testing",
    description:
      "Each control is tested at least once a year by someone who does not operate it. A failed test becomes a tracked deficiency with an owner and a due date.",
    criteria: ["CC4.1", "CC4.2"],
    owner: "Compliance Lead",
    ...done,
  },
  {
    code: "GV-07",
    title: "Choice of controls",
    description:
      "Controls are chosen against the risk register and mapped to criteria. The map is reviewed each year and after each material change.",
    criteria: ["CC5.1", "CC5.2"],
    owner: "Compliance Lead",
    ...done,
  },
  {
    code: "HR-01",
    title: "Background checks",
    description:
      "Identity, right to work, references and, where the law allows, criminal records are checked before a person starts.",
    criteria: ["CC1.4"],
    owner: "Head of People",
    ...done,
  },
  {
    code: "HR-02",
    title: "Security training",
    description:
      "Staff complete security and privacy training within 10 days of starting and every 12 months. Engineers also complete secure coding training each year.",
    criteria: ["CC1.4", "CC2.2"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "CO-01",
    title: "System description and customer duties",
    description:
      "Customers get a description of the system and a list of what they must do for our controls to work. Both are updated with each release that changes them.",
    criteria: ["CC2.3"],
    owner: "Product Director",
    ...done,
  },
  {
    code: "CO-02",
    title: "Ways to report a problem",
    description:
      "Staff report problems in one channel that is watched day and night. Outsiders write to security@lindmere.example and get a person's reply within 2 working days.",
    criteria: ["CC2.2", "CC2.3", "CC7.3"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "CO-03",
    title: "Inventory of assets and data flows",
    description:
      "Systems, owners and data flows are kept in an inventory that is filled from the cloud accounts each night and confirmed by owners each quarter.",
    criteria: ["CC2.1", "CC6.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "RM-01",
    title: "Risk assessment",
    description:
      "Risks are assessed across the company once a year and reviewed each quarter. Each has an owner, a score and a treatment with a date.",
    criteria: ["CC3.2", "CC9.1"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "RM-02",
    title: "Fraud risk",
    description:
      "The yearly assessment covers fraud by insiders and outsiders, including false meter data and changed bank details, with duties kept apart where it matters.",
    criteria: ["CC3.3"],
    owner: "Chief Financial Officer",
    ...done,
    public: false,
  },
  {
    code: "RM-03",
    title: "Review of significant change",
    description:
      "New products, regions, vendors of the first tier and changes in law get a written risk review before they go ahead.",
    criteria: ["CC3.4"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "VN-01",
    title: "Vendor assessment",
    description:
      "A vendor that will hold customer data is assessed by Security and signs data protection and confidentiality terms before it gets any.",
    criteria: ["CC9.2", "CC3.4"],
    owner: "Head of Security",
    ...done,
  },
  {
    code: "VN-02",
    title: "Yearly vendor review",
    description:
      "Vendors of the first tier are reviewed every 12 months: their latest assurance report, its exceptions, and the controls that they expect of us.",
    criteria: ["CC9.2"],
    owner: "Compliance Lead",
    ...done,
  },
  {
    code: "VN-03",
    title: "Notice of new subprocessors",
    description: "Customers get 30 days' notice of a new subprocessor and may object. The list is public.",
    criteria: ["CC9.2", "CC2.3"],
    owner: "Data Protection Officer",
    ...done,
  },
  {
    code: "DA-01",
    title: "Classification and handling",
    description:
      "Information has one of 4 classes with handling rules. Customer data is always in the highest class and marked so in the inventory.",
    criteria: ["C1.1"],
    owner: "Data Protection Officer",
    ...done,
  },
  {
    code: "DA-02",
    title: "Retention and deletion",
    description:
      "Customer data is deleted by schedule during the contract and within 60 days after its end. Backups run out 90 days later.",
    criteria: ["C1.2", "CC6.5"],
    owner: "Platform Lead",
    ...done,
  },
];

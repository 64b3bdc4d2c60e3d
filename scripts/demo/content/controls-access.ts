import type { DemoControl } from "./shapes.ts";

const done = { status: "implemented", public: true } as const;

export const accessControls: DemoControl[] = [
  {
    code: "AC-01",
    title: "Single sign-on with hardware keys",
    description:
      "Staff reach every company system through one identity provider with a FIDO2 hardware key. Sign-in with a password alone is switched off.",
    criteria: ["CC6.1"],
    owner: "IT Lead",
    ...done,
  },
  {
    code: "AC-02",
    title: "Approval of access",
    description:
      "Access is given by role. Anything beyond the role needs a ticket approved by the person's manager and by the system's owner.",
    criteria: ["CC6.2", "CC6.3"],
    owner: "IT Lead",
    ...done,
  },
  {
    code: "AC-03",
    title: "Removal of access",
    description:
      "Access of leavers is removed within 8 hours, started by the personnel system. Access of movers is adjusted within 2 working days.",
    criteria: ["CC6.2"],
    owner: "IT Lead",
    ...done,
  },
  {
    code: "AC-04",
    title: "Quarterly access review",
    description:
      "System owners review all accounts and rights each quarter. What they do not confirm is removed automatically after 5 working days.",
    criteria: ["CC6.2", "CC6.3"],
    owner: "Compliance Lead",
    ...done,
  },
  {
    code: "AC-05",
    title: "Production access for a task",
    description:
      "Nobody has standing access to production. Engineers get it for one task and at most 4 hours, approved by a second person and recorded.",
    criteria: ["CC6.1", "CC6.3"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "AC-06",
    title: "Separation of customers",
    description:
      "Each customer's data carries a tenant id that the database enforces by row-level policy. Tests try to cross the border on every build.",
    criteria: ["CC6.1", "C1.1"],
    owner: "Engineering Director",
    ...done,
  },
  {
    code: "AC-07",
    title: "Customer sign-in",
    description:
      "Customers can use SAML 2.0 or OpenID Connect with SCIM. Local accounts need 14 characters, a check against leaked passwords and a second factor.",
    criteria: ["CC6.1"],
    owner: "Product Director",
    ...done,
  },
  {
    code: "AC-08",
    title: "Secrets and service credentials",
    description:
      "Secrets live in a vault and reach services at start. Service credentials last 24 hours at most; those that cannot are rotated every 90 days.",
    criteria: ["CC6.1"],
    owner: "Platform Lead",
    ...done,
    public: false,
  },
  {
    code: "AC-09",
    title: "Passkeys for customer users",
    description: "Local accounts can register passkeys as a second factor. Now with 12 customers, open to all next.",
    criteria: ["CC6.1"],
    owner: "Product Director",
    status: "in-progress",
    public: true,
  },
  {
    code: "EN-01",
    title: "Encryption at rest",
    description:
      "Customer data is encrypted with AES-256 in databases, object storage, queues and backups. Almanac uses a data key for each customer.",
    criteria: ["CC6.1", "C1.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "EN-02",
    title: "Encryption in transit",
    description:
      "Outside connections use TLS 1.2 or 1.3, Relay endpoints also a client certificate. Traffic between our services uses mutual TLS.",
    criteria: ["CC6.7", "CC6.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "EN-03",
    title: "Key management",
    description:
      "Keys are made and held in the hosting provider's hardware modules, rotated every 12 months, and used only by named services. Each use is logged.",
    criteria: ["CC6.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "EN-04",
    title: "Keys held by the customer",
    description: "Customers of Almanac will be able to wrap their data key with a key in their own cloud account.",
    criteria: ["CC6.1"],
    owner: "Product Director",
    status: "planned",
    public: true,
  },
  {
    code: "PH-01",
    title: "Offices",
    description:
      "Both offices have badge entry, visitor registers and cameras at the doors. No office holds a server or customer data.",
    criteria: ["CC6.4"],
    owner: "Head of People",
    ...done,
  },
  {
    code: "PH-02",
    title: "Data centres",
    description:
      "Physical controls of the data centres are the hosting provider's. We read its SOC 2 Type II report each year and follow up exceptions.",
    criteria: ["CC6.4", "A1.2"],
    owner: "Compliance Lead",
    ...done,
  },
  {
    code: "EP-01",
    title: "Managed laptops",
    description:
      "Laptops are managed, encrypted, locked after 5 minutes and watched by endpoint detection. Updates are forced after 14 days; USB storage is blocked.",
    criteria: ["CC6.7", "CC6.8"],
    owner: "IT Lead",
    ...done,
  },
  {
    code: "EP-02",
    title: "Disposal of equipment",
    description:
      "Storage is erased cryptographically and then destroyed by a contractor who hands us a record for each serial number.",
    criteria: ["CC6.5"],
    owner: "IT Lead",
    ...done,
    public: false,
  },
  {
    code: "NW-01",
    title: "Network borders",
    description:
      "Production has its own cloud accounts and networks. Rules deny by default, live in code and are compared with what runs every hour.",
    criteria: ["CC6.6", "CC7.1"],
    owner: "Platform Lead",
    ...done,
  },
  {
    code: "NW-02",
    title: "Protection from attacks by volume and on the web",
    description:
      "All outside traffic passes a web application firewall and protection from denial of service. No management port is open to the internet.",
    criteria: ["CC6.6", "A1.1"],
    owner: "Platform Lead",
    ...done,
  },
];

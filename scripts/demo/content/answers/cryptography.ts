import type { WrittenAnswer } from "../shapes.ts";

export const cryptography: WrittenAnswer[] = [
  {
    key: "encryption-at-rest",
    question: "Is customer data encrypted at rest?",
    answer:
      "Yes. Databases, object storage, message queues and backups are encrypted with AES-256. Almanac adds a data key for each customer, so one customer's data can be made unreadable on its own. Encryption is switched on by the template that creates the resource and cannot be left out.",
    short: "Yes",
    tags: ["encryption", "at rest"],
    audience: "public",
    reviewedDaysAgo: 66,
    cites: { controls: ["EN-01"], criteria: ["CC6.1", "C1.1"] },
  },
  {
    key: "encryption-in-transit",
    question: "Is customer data encrypted in transit over public networks?",
    answer:
      "Yes. We accept TLS 1.3 and TLS 1.2 with forward secrecy and refuse anything older. Relay endpoints also ask for a client certificate. Files can be signed and encrypted by the sender as well; we then carry them unopened.",
    short: "Yes",
    tags: ["encryption", "tls"],
    audience: "public",
    reviewedDaysAgo: 66,
    cites: { controls: ["EN-02"], criteria: ["CC6.7"] },
  },
  {
    key: "encryption-internal",
    question: "Is traffic between internal services encrypted?",
    answer:
      "Yes. Services talk to each other over mutual TLS with identities that are renewed every 24 hours. A service may only call the services that its declaration names, and the mesh refuses the rest.",
    short: "Yes",
    tags: ["encryption", "mtls"],
    reviewedDaysAgo: 66,
    cites: { controls: ["EN-02", "AC-08"] },
  },
  {
    key: "key-storage",
    question: "How are encryption keys generated, stored and protected?",
    answer:
      "Keys are generated and kept in hardware security modules of our hosting provider, validated to FIPS 140-2 level 3. They never leave the module in clear. Only named services may use a key, people may not, and each use is logged. Administration of keys needs two people.",
    short: null,
    tags: ["keys", "hsm"],
    audience: "nda",
    reviewedDaysAgo: 81,
    cites: { controls: ["EN-03"], criteria: ["CC6.1"] },
  },
  {
    key: "key-rotation",
    question: "How often are encryption keys rotated?",
    answer:
      "Master keys are rotated automatically every 12 months and at once when there is a reason to doubt one. Older versions stay only to decrypt what they encrypted. TLS certificates are renewed every 60 days without a person.",
    short: null,
    tags: ["keys", "rotation"],
    reviewedDaysAgo: 81,
    cites: { controls: ["EN-03"] },
  },
  {
    key: "customer-managed-keys",
    question: "Can customers bring or manage their own encryption keys?",
    answer:
      "No, not today. Keys are managed by Lindmere in the hosting provider's hardware modules. Keys held by the customer are planned for Almanac (control EN-04 on our trust center); we promise no date yet. There is no such plan for Relay, which must read messages to route them.",
    short: "No",
    tags: ["keys", "byok"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 25,
    reviewEveryMonths: 6,
    cites: { controls: ["EN-03", "EN-04"] },
  },
  {
    key: "crypto-standard",
    question: "Is there a documented standard for approved cryptographic algorithms?",
    answer:
      "Yes. The cryptography standard names the allowed algorithms, key lengths and libraries and is reviewed every 12 months. Today it allows AES-256-GCM, SHA-256 and stronger, RSA from 3072 bits, and the curves P-256 and Ed25519. Static analysis reports everything else.",
    short: "Yes",
    tags: ["standard", "algorithms"],
    reviewedDaysAgo: 119,
    cites: { controls: ["GV-04", "SD-02"] },
  },
  {
    key: "backup-encryption",
    question: "Are backups encrypted, and who holds the keys?",
    answer:
      "Yes. Backups are encrypted with AES-256 before they leave the production account. The keys are ours; Keelstone Backup, which stores the second copy, has none and cannot read it.",
    short: "Yes",
    tags: ["backup", "encryption", "keys"],
    reviewedDaysAgo: 97,
    cites: { controls: ["EN-01", "BC-02"], documents: ["subprocessor-list"] },
  },
  {
    key: "client-certificates",
    question: "How are client certificates for machine-to-machine connections issued and revoked?",
    answer:
      "Customers ask for a certificate in Relay with a signing request; their private key never reaches us. Certificates last 12 months, and Relay reminds the contacts 60, 30 and 7 days before the end. A revoked certificate is refused within 5 minutes.",
    short: null,
    tags: ["certificates", "mtls", "product"],
    products: ["relay"],
    reviewedDaysAgo: 145,
    cites: { controls: ["EN-02", "AC-07"] },
  },
];

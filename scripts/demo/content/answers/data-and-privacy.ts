import type { WrittenAnswer } from "../shapes.ts";

export const dataAndPrivacy: WrittenAnswer[] = [
  {
    key: "data-location",
    question: "Where is customer data stored and processed?",
    answer:
      "In the European Union: Dublin (main region) and Frankfurt (standby), with an encrypted backup copy in Groningen. Support staff in the United Kingdom may view data at the customer's request. Error reports without meter data go to the United States under standard contractual clauses.",
    short: null,
    tags: ["data residency", "location"],
    audience: "public",
    reviewedDaysAgo: 29,
    cites: { documents: ["subprocessor-list", "data-processing-agreement"] },
  },
  {
    key: "data-residency-choice",
    question: "Can the customer choose the region in which data is stored?",
    answer:
      "No. All customers share the regions in Ireland and Germany. We do not offer regions outside the European Union.",
    short: "No",
    tags: ["data residency"],
    reviewedDaysAgo: 29,
    cites: { documents: ["subprocessor-list"] },
  },
  {
    key: "data-types",
    question: "What types of personal data does the service process?",
    answer:
      "Meter point ids with addresses, interval readings of consumption and generation, supplier switches with the name of the connection's holder, and names and work e-mail of the customer's users. Readings can tell something about a household, so we treat them as personal data throughout. Special categories are not wanted and not needed.",
    short: null,
    tags: ["personal data"],
    owner: "admin",
    reviewedDaysAgo: 73,
    cites: { controls: ["DA-01"], documents: ["data-processing-agreement"] },
  },
  {
    key: "gdpr",
    question: "How do you comply with the GDPR?",
    answer:
      "We act as processor and sign a data processing agreement with every customer. A Data Protection Officer, Hanneke Oudendijk, keeps the record of processing, does impact assessments for new features, and reports to the board twice a year. The UK GDPR is followed in the same way.",
    short: null,
    tags: ["gdpr", "dpo"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 73,
    cites: { documents: ["data-processing-agreement"] },
  },
  {
    key: "dpa-available",
    question: "Do you offer a data processing agreement?",
    answer:
      "Yes. Our standard agreement under Article 28 GDPR is public and part of each contract. Its annexes list the data, the measures and the subprocessors. We also sign a customer's own terms when they do not conflict with how a shared service works.",
    short: "Yes",
    tags: ["dpa", "gdpr"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 73,
    cites: { documents: ["data-processing-agreement"] },
  },
  {
    key: "international-transfers",
    question: "Is personal data transferred outside the European Economic Area, and on what basis?",
    answer:
      "Yes, in two cases. Staff and our mail sender in the United Kingdom work under the EU adequacy decision. Stackglass in the United States gets user ids and IP addresses in error reports, under the standard contractual clauses 2021/914 with a transfer impact assessment. Meter data does not go there.",
    short: "Yes",
    tags: ["transfers", "scc"],
    reviewedDaysAgo: 29,
    owner: "admin",
    cites: { documents: ["subprocessor-list", "data-processing-agreement"] },
  },
  {
    key: "retention",
    question: "How long is customer data retained?",
    answer:
      "Relay keeps message contents for 90 days unless the customer sets between 30 and 400, and proof of delivery for 7 years. Almanac keeps history for as long as the customer wants it. Deletion by schedule runs every night and is logged.",
    short: null,
    tags: ["retention"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 68,
    cites: { controls: ["DA-02"], criteria: ["C1.2"] },
  },
  {
    key: "deletion-at-end",
    question: "What happens to customer data when the contract ends?",
    answer:
      "The customer has 30 days to export everything. Then the data is deleted from production within 60 days of the end of the contract, and it runs out of the backups 90 days later. We confirm the deletion in writing; for Almanac destroying the customer's data key makes what is left unreadable at once.",
    short: null,
    tags: ["deletion", "exit"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 68,
    cites: { controls: ["DA-02", "EN-01"], documents: ["data-processing-agreement"], criteria: ["C1.2"] },
  },
  {
    key: "data-export",
    question: "Can customers export their data in a standard format?",
    answer:
      "Yes, at any time and without our help: CSV and Parquet from Almanac, the original messages and receipts from Relay, both through the interface and the API. There is no charge for an export.",
    short: "Yes",
    tags: ["export", "portability"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 152,
    cites: { controls: ["CO-01"] },
  },
  {
    key: "tenant-separation",
    question: "How is customer data logically separated from that of other customers?",
    answer:
      "Every row and object carries a tenant id, and the database itself enforces it by row-level policy, so a fault in the application alone cannot cross the border. Almanac also encrypts with a key for each customer. Each build tries 340 crossings, and the penetration test does so with two accounts.",
    short: null,
    tags: ["multi-tenancy", "isolation"],
    reviewedDaysAgo: 54,
    cites: { controls: ["AC-06", "EN-01"], criteria: ["CC6.1"] },
  },
  {
    key: "single-tenant",
    question: "Do you offer a dedicated, single-tenant deployment?",
    answer:
      "No. All customers use one shared platform with logical separation. A dedicated or on-premises deployment is not offered, because each message has at least two parties who must meet on the same platform.",
    short: "No",
    tags: ["single tenant", "on-premises"],
    reviewedDaysAgo: 152,
    owner: "sales",
    cites: { controls: ["AC-06"] },
  },
  {
    key: "data-classification",
    question: "Do you classify data and define how each class is handled?",
    answer:
      "Yes. There are 4 classes: public, internal, confidential and customer. The policy says for each how it may be stored, sent, shared and destroyed. Customer data is always in the highest class and may not be put into mail, chat or personal storage; a filter watches for it.",
    short: "Yes",
    tags: ["classification"],
    reviewedDaysAgo: 128,
    cites: { controls: ["DA-01"], criteria: ["C1.1"] },
  },
  {
    key: "data-subject-requests",
    question: "How do you support requests from data subjects?",
    answer:
      "A request that reaches us is passed to the customer within 3 working days and not answered by us. Customers can find, export, correct and delete the data of one meter point in the product. We help with the rest within 10 working days.",
    short: null,
    tags: ["data subjects", "gdpr"],
    owner: "admin",
    reviewedDaysAgo: 73,
    cites: { documents: ["data-processing-agreement"] },
  },
  {
    key: "data-sale",
    question: "Do you sell or share customer data with third parties for their own purposes?",
    answer:
      "No. Customer data is used only to provide the service that the customer has ordered. We do not sell it, do not use it for advertising, and do not make data products from it. Subprocessors may use it only on our instructions.",
    short: "No",
    tags: ["data use"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 41,
    cites: { documents: ["data-processing-agreement", "subprocessor-list"] },
  },
  {
    key: "ai-training",
    question: "Is customer data used to train machine learning or AI models?",
    answer:
      "No. No model is trained on customer data for others, by us or by a subprocessor. Almanac's forecasts are statistical models fitted for one customer on that customer's own readings; they are deleted with the data and can be switched off.",
    short: "No",
    tags: ["ai", "data use"],
    audience: "public",
    reviewedDaysAgo: 22,
    reviewEveryMonths: 6,
    cites: { controls: ["DA-01"], documents: ["data-processing-agreement"] },
  },
  {
    key: "government-requests",
    question: "How do you handle requests for customer data from government authorities?",
    answer:
      "We check that the request is lawful, send the authority to the customer where we can, and tell the customer first unless that is forbidden. Only what must be given is given. There has been no such request so far.",
    short: null,
    tags: ["authorities", "disclosure"],
    owner: "admin",
    reviewedDaysAgo: 196,
    cites: { documents: ["data-processing-agreement"] },
  },
  {
    key: "privacy-by-design",
    question: "Do you carry out data protection impact assessments?",
    answer:
      "Yes, for each feature that uses personal data in a new way, before it is built. The Data Protection Officer signs the result. Six were done in the last 12 months, and one feature was changed because of it: comparison with neighbours now needs at least 50 households.",
    short: "Yes",
    tags: ["dpia", "gdpr"],
    owner: "admin",
    reviewedDaysAgo: 196,
    cites: { controls: ["RM-03"] },
  },
];

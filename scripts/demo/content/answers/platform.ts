import type { WrittenAnswer } from "../shapes.ts";

export const platform: WrittenAnswer[] = [
  {
    key: "network-segmentation",
    question: "Is the production network segmented and protected by firewalls?",
    answer:
      "Yes. Entry, application and data tiers are separate networks, and rules deny by default. Rules live in code, are reviewed like code, and are compared every hour with what runs. Databases have no route to the internet.",
    short: "Yes",
    tags: ["network", "firewall"],
    reviewedDaysAgo: 109,
    cites: { controls: ["NW-01"], criteria: ["CC6.6"] },
  },
  {
    key: "ddos",
    question: "How is the service protected against denial of service attacks?",
    answer:
      "The hosting provider absorbs attacks by volume at its edge. Behind it a web application firewall limits requests by address, key and customer, so that one sender cannot starve the rest. The largest attack in the last 12 months reached 38 Gbit/s and was not noticed by customers.",
    short: null,
    tags: ["ddos", "network"],
    reviewedDaysAgo: 109,
    cites: { controls: ["NW-02"], criteria: ["CC6.6", "A1.1"] },
  },
  {
    key: "waf",
    question: "Is a web application firewall in place?",
    answer:
      "Yes, in front of all interfaces that the internet can reach, in blocking mode. Rules are updated daily by the provider and weekly by us, and each change runs for a day in counting mode first.",
    short: "Yes",
    tags: ["waf", "network"],
    reviewedDaysAgo: 109,
    cites: { controls: ["NW-02"] },
  },
  {
    key: "remote-administration",
    question: "How do administrators connect to production systems?",
    answer:
      "Through an access broker that asks for a hardware key, a managed laptop and an approved task. No SSH or database port is open to the internet, and there is no VPN into production. The broker gives a connection to one target and records it.",
    short: null,
    tags: ["administration", "network"],
    audience: "nda",
    reviewedDaysAgo: 52,
    cites: { controls: ["AC-05", "NW-02"] },
  },
  {
    key: "wireless",
    question: "How are wireless networks secured?",
    answer:
      "Office networks use WPA3 with a certificate for each managed laptop; guests are on a network apart. Neither leads to production, which treats an office like any other place on the internet.",
    short: null,
    tags: ["wireless", "offices"],
    reviewedDaysAgo: 377,
    cites: { controls: ["PH-01", "NW-01"] },
  },
  {
    key: "api-security",
    question: "How are your APIs secured?",
    answer:
      "Each call needs a client certificate (Relay) or a key with named rights (Almanac). Keys are shown once, stored as a hash, last at most 12 months and can be tied to networks. Requests are checked against a schema and limited by rate, and refused ones are in the customer's audit log.",
    short: null,
    tags: ["api", "product"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 113,
    cites: { controls: ["AC-07", "EN-02", "NW-02"] },
  },
  {
    key: "integrity-of-messages",
    question: "How do you make sure that messages are complete and not altered?",
    answer:
      "Relay computes a SHA-256 digest on receipt and sends it back in a signed receipt; the recipient's receipt carries the same. Sequence gaps and duplicates are reported within 5 minutes. What is rejected is kept with its reason and never changed by us.",
    short: null,
    tags: ["integrity", "product"],
    products: ["relay"],
    reviewedDaysAgo: 165,
    cites: { controls: ["CO-01"] },
  },
  {
    key: "input-validation",
    question: "Is data input to the application validated?",
    answer:
      "Yes. Every message and form is checked against a schema on the server, for type, length, range and market rules. Files are unpacked with limits on size and depth. What does not pass is refused with a reason and not stored in part.",
    short: "Yes",
    tags: ["validation", "product"],
    reviewedDaysAgo: 165,
    cites: { controls: ["SD-02"] },
  },
  {
    key: "architecture",
    question: "Describe the architecture of the service.",
    answer:
      "Both products are services in containers on Aldervale Cloud in Dublin, in three zones, with PostgreSQL, object storage and a message queue as managed services. A firewall and a gateway stand before them. A standby in Frankfurt follows within seconds. The diagram is in section 3 of the SOC 2 report and in the security overview.",
    short: null,
    tags: ["architecture"],
    reviewedDaysAgo: 104,
    cites: { documents: ["security-overview", "soc2-report"], controls: ["CO-01"] },
  },
  {
    key: "support-hours",
    question: "What support do you offer, and at what hours?",
    answer:
      "The support desk answers on working days from 07:00 to 19:00 UTC in English, Dutch and German. For disturbances of severity 1 a phone line reaches the engineer on call at any hour, with an answer within 15 minutes. Plain questions are answered within 1 working day.",
    short: null,
    tags: ["support"],
    owner: "sales",
    reviewedDaysAgo: 88,
    cites: { controls: ["OP-02", "CO-02"] },
  },
  {
    key: "ai-features",
    question: "Does the service include generative AI features?",
    answer:
      "No. Neither Relay nor Almanac has generative features, and no customer data is sent to a language model. Staff may use one assistant that Security has approved, for code and texts without customer data. If that changes, customers get 30 days' notice and a switch.",
    short: "No",
    tags: ["ai", "product"],
    audience: "public",
    reviewedDaysAgo: 22,
    reviewEveryMonths: 6,
    cites: { controls: ["DA-01", "VN-03"] },
  },
  {
    key: "accessibility",
    question: "Does the user interface meet WCAG accessibility requirements?",
    answer:
      "Partly. Almanac meets WCAG 2.2 level AA except for two charts, which have a table beside them. Relay's message editor cannot yet be used fully by keyboard. The statement with open points is reviewed twice a year.",
    short: "Partial",
    tags: ["accessibility", "product"],
    owner: "sales",
    reviewedDaysAgo: 94,
    reviewEveryMonths: 6,
    cites: { controls: ["CO-01"] },
  },
  {
    key: "customer-duties",
    question: "Which security controls are the customer's responsibility?",
    answer:
      "Nine, named in the SOC 2 report and in a public guide. The main ones: give and remove your users' access, use single sign-on or a second factor, keep keys and certificates secret, read delivery reports, and set retention. Our controls work as described only if these are done.",
    short: null,
    tags: ["cuec", "shared responsibility"],
    audience: "public",
    reviewedDaysAgo: 38,
    cites: { documents: ["customer-responsibilities", "soc2-report"], controls: ["CO-01"], criteria: ["CC2.3"] },
  },
];

import type { WrittenAnswer } from "../shapes.ts";

export const governance: WrittenAnswer[] = [
  {
    key: "soc2-held",
    question: "Do you have a current SOC 2 report?",
    answer:
      "Yes, a SOC 2 Type II report over 12 months by Garrow Whitlock LLP, an independent CPA firm. It covers Security, Availability and Confidentiality for Relay and Almanac. The opinion is unqualified, with 2 exceptions that are answered in the report. You can ask for it on our trust center; it is given under NDA.",
    short: "Yes",
    tags: ["soc 2", "audit"],
    audience: "public",
    reviewedDaysAgo: 38,
    cites: { documents: ["soc2-report"], criteria: ["CC4.1"] },
  },
  {
    key: "soc2-categories",
    question: "Which Trust Services Categories does your SOC 2 report cover?",
    answer:
      "Security, Availability and Confidentiality. Processing Integrity and Privacy are not in scope. We review the choice each year with customers and our auditor; Processing Integrity for Relay is being looked at for the period after next.",
    short: null,
    tags: ["soc 2", "scope"],
    audience: "public",
    reviewedDaysAgo: 38,
    cites: { documents: ["soc2-report"] },
  },
  {
    key: "soc2-exceptions",
    question: "Did your last SOC 2 report contain exceptions, and how were they resolved?",
    answer:
      "Yes, 2. One of 25 leavers kept access to the support desk for 31 hours because it was not connected to the personnel system; it is now. Two of 40 vulnerabilities rated high were fixed after 36 and 41 days instead of 30; the process now asks for a compensating measure on day 20. The report before that was qualified for access reviews of two systems, and the auditor found this resolved.",
    short: "Yes",
    tags: ["soc 2", "exceptions"],
    audience: "nda",
    reviewedDaysAgo: 38,
    cites: { controls: ["AC-03", "VM-02", "AC-04"], documents: ["soc2-report", "soc2-report-previous"] },
  },
  {
    key: "iso-27001",
    question: "Are you ISO/IEC 27001 certified?",
    answer:
      "No. Our controls are mapped to Annex A and the management system is being built, but no certification audit is booked. We will announce it on the trust center when one is. Until then the SOC 2 Type II report is our independent evidence.",
    short: "No",
    tags: ["iso 27001", "certification"],
    audience: "public",
    reviewedDaysAgo: 20,
    reviewEveryMonths: 6,
    cites: { controls: ["GV-07"] },
  },
  {
    key: "fedramp",
    question: "Does the service have a FedRAMP authorization?",
    answer:
      "No, and none is planned. Lindmere serves energy companies in Europe from data centres in the European Union and has no federal customers in the United States.",
    short: "No",
    tags: ["fedramp"],
    reviewedDaysAgo: 244,
    cites: {},
  },
  {
    key: "pci",
    question: "Does the service process or store payment card data, and are you PCI DSS assessed?",
    answer:
      "Not applicable. Relay and Almanac have no field for card data, and our invoices are paid by bank transfer. A file scan warns the sender when a message seems to hold card numbers.",
    short: "N/A",
    tags: ["pci dss", "cards"],
    reviewedDaysAgo: 244,
    cites: { controls: ["DA-01"] },
  },
  {
    key: "security-policy",
    question: "Do you have a documented information security policy approved by management?",
    answer:
      "Yes. The information security policy and 13 policies below it are approved by the executive team. Each has an owner and is reviewed at least every 12 months. Staff confirm that they have read them when they start and after each change; the top policy is public.",
    short: "Yes",
    tags: ["policy"],
    audience: "public",
    reviewedDaysAgo: 128,
    cites: { controls: ["GV-04"], documents: ["information-security-policy"], criteria: ["CC5.3"] },
  },
  {
    key: "policy-exceptions",
    question: "Is there a process for exceptions to security policies?",
    answer:
      "Yes. An exception names the rule, the reason, the risk and what is done instead. The Head of Security approves it for at most 6 months. Open exceptions are listed for the audit and risk committee each quarter.",
    short: "Yes",
    tags: ["policy", "exceptions"],
    reviewedDaysAgo: 128,
    cites: { controls: ["GV-04"], documents: ["information-security-policy"] },
  },
  {
    key: "security-owner",
    question: "Who is responsible for information security in your organization?",
    answer:
      "Maren Thistlewood, Head of Security, who reports to the Chief Executive and to the audit and risk committee of the board. Her team has 7 people: security operations, product security and compliance. She may stop a release.",
    short: null,
    tags: ["organisation", "roles"],
    audience: "public",
    reviewedDaysAgo: 57,
    cites: { controls: ["GV-03"], criteria: ["CC1.3"] },
  },
  {
    key: "board-oversight",
    question: "Does the board of directors oversee information security?",
    answer:
      "Yes. The audit and risk committee meets each quarter with security as a standing item: open risks, incidents, exceptions and results of control tests. Two of its three members are independent of management. Minutes are kept and shown to the auditor.",
    short: "Yes",
    tags: ["board", "oversight"],
    reviewedDaysAgo: 57,
    cites: { controls: ["GV-02"], criteria: ["CC1.2"] },
  },
  {
    key: "risk-assessment",
    question: "Do you perform a formal risk assessment at least once a year?",
    answer:
      "Yes. All parts of the company take part once a year, and the register is reviewed each quarter and after significant changes. Each risk has an owner, a score for likelihood and harm, and a treatment with a date. The executive team accepts what remains.",
    short: "Yes",
    tags: ["risk"],
    reviewedDaysAgo: 103,
    cites: { controls: ["RM-01"], criteria: ["CC3.2"] },
  },
  {
    key: "fraud-risk",
    question: "Is the risk of fraud considered in your risk assessment?",
    answer:
      "Yes. The yearly assessment looks at fraud by insiders and outsiders: false meter data, changed bank details, misuse of production access and manipulated reports. Duties are kept apart where a single person could otherwise do harm.",
    short: "Yes",
    tags: ["risk", "fraud"],
    reviewedDaysAgo: 103,
    cites: { controls: ["RM-02"], criteria: ["CC3.3"] },
  },
  {
    key: "internal-audit",
    question: "Do you test your own security controls internally?",
    answer:
      "Yes. Every control is tested at least once a year by someone who does not operate it, on a schedule kept by the Compliance Lead. 23 controls are also checked by machine each day. A failed test becomes a tracked deficiency, and overdue ones go to the executive team each month.",
    short: "Yes",
    tags: ["internal audit", "control testing"],
    reviewedDaysAgo: 70,
    cites: { controls: ["GV-06"], criteria: ["CC4.1", "CC4.2"] },
  },
  {
    key: "right-to-audit",
    question: "Do you allow customers to audit your security?",
    answer:
      "Partly. The SOC 2 report, the penetration test summary and a yearly call with Security come first. Where these do not answer a question, or a regulator asks, customers may audit once a year with 30 days' notice, in our offices or by video. Visits to data centres follow the hosting provider's rules.",
    short: "Partial",
    tags: ["audit rights"],
    reviewedDaysAgo: 176,
    cites: { documents: ["data-processing-agreement", "soc2-report"] },
  },
  {
    key: "cyber-insurance",
    question: "Do you carry cyber liability insurance?",
    answer:
      "Yes, with a limit of 10 million GBP for each claim and in total for the year. It covers response to incidents, restoring of data, business interruption and claims of third parties. A statement by the insurer can be had under NDA.",
    short: "Yes",
    tags: ["insurance"],
    audience: "nda",
    owner: "admin",
    reviewedDaysAgo: 149,
    cites: { controls: ["RM-01"], criteria: ["CC9.1"] },
  },
  {
    key: "legal-actions",
    question: "Have there been any regulatory or legal actions concerning data protection against your company?",
    answer:
      "No. There has been no fine, order, claim or open inquiry by a data protection authority, a regulator or a customer since the company was founded in 2014.",
    short: "No",
    tags: ["legal", "regulators"],
    owner: "admin",
    reviewedDaysAgo: 58,
    cites: {},
  },
  {
    key: "law-tracking",
    question: "How do you keep track of changes in laws and regulations that apply to you?",
    answer:
      "The Data Protection Officer and outside counsel review energy, security and privacy law each quarter for the 9 countries that we serve. Changes get an owner and a date in the risk register. NIS 2 in the Netherlands is the largest open item.",
    short: null,
    tags: ["legal", "nis 2"],
    owner: "admin",
    reviewedDaysAgo: 162,
    cites: { controls: ["RM-03", "RM-01"] },
  },
];

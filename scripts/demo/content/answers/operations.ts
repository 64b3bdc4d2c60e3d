import type { WrittenAnswer } from "../shapes.ts";

export const operations: WrittenAnswer[] = [
  {
    key: "security-logging",
    question: "Are security-relevant events logged and centrally collected?",
    answer:
      "Yes. Sign-ins, changes of rights, administration, production sessions, exports and network flows go to a central log store within a minute. Logs carry no meter data. Services that stop sending logs raise an alert after 10 minutes.",
    short: "Yes",
    tags: ["logging"],
    reviewedDaysAgo: 71,
    cites: { controls: ["OP-01"], criteria: ["CC7.2"] },
  },
  {
    key: "log-retention",
    question: "How long are security logs retained?",
    answer:
      "Security logs are kept for 400 days, of which 90 can be searched at once and the rest within an hour. The customer's own audit log in the product is kept for 24 months.",
    short: null,
    tags: ["logging", "retention"],
    reviewedDaysAgo: 71,
    cites: { controls: ["OP-01"] },
  },
  {
    key: "log-protection",
    question: "Are logs protected from modification or deletion?",
    answer:
      "Yes. The log store is in an account of its own and accepts new entries only. Retention is locked, so not even an administrator can shorten it. Reading needs approval and is logged in turn.",
    short: "Yes",
    tags: ["logging", "integrity"],
    audience: "nda",
    reviewedDaysAgo: 71,
    cites: { controls: ["OP-01"] },
  },
  {
    key: "monitoring-24x7",
    question: "Is the environment monitored for security events around the clock?",
    answer:
      "Yes. 143 detection rules alert an engineer on call at any hour. Alerts of severity 1 were picked up within 15 minutes in 100 % of cases over the last 12 months (19 of 19). On-call is done by our own staff in the United Kingdom and the Netherlands; there is no outside operations centre.",
    short: "Yes",
    tags: ["monitoring", "siem", "on call"],
    audience: "nda",
    reviewedDaysAgo: 71,
    cites: { controls: ["OP-02"], criteria: ["CC7.2", "CC7.3"] },
  },
  {
    key: "intrusion-detection",
    question: "Do you use intrusion detection or prevention systems?",
    answer:
      "Yes. Hosts and containers run a sensor that reports unusual processes and connections, network flows are compared with what each service has declared, and the web application firewall blocks known attacks. All three feed the same alerts.",
    short: "Yes",
    tags: ["ids", "monitoring"],
    audience: "nda",
    reviewedDaysAgo: 122,
    cites: { controls: ["OP-02", "NW-02", "OP-03"] },
  },
  {
    key: "customer-audit-log",
    question: "Can customers view and export audit logs of their users' activity?",
    answer:
      "Yes. The audit log shows sign-ins, changes of users and roles, views and exports of data, changes of settings, and each access by our staff. It can be searched, exported as JSON or CSV, and read through the API for your own monitoring.",
    short: "Yes",
    tags: ["audit log", "product"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 113,
    cites: { controls: ["OP-01"] },
  },
  {
    key: "vulnerability-scanning",
    question: "Do you scan for vulnerabilities regularly?",
    answer:
      "Yes. Code, dependencies and container images are scanned on each build and every day; hosts and everything that the internet can reach every week. Findings become tickets with a due date by severity, without a person in between.",
    short: "Yes",
    tags: ["vulnerabilities", "scanning"],
    audience: "public",
    reviewedDaysAgo: 45,
    cites: { controls: ["VM-01"], criteria: ["CC7.1"] },
  },
  {
    key: "patch-times",
    question: "What are your time frames for remediating vulnerabilities?",
    answer:
      "Critical within 7 days, high within 30, medium within 90, counted from the day when the finding is known. A vulnerability that is exploited in the wild is fixed or shielded within 48 hours. In the last 12 months 97 % were on time; our SOC 2 report names two that were not.",
    short: null,
    tags: ["vulnerabilities", "patching"],
    reviewedDaysAgo: 38,
    cites: { controls: ["VM-02"], documents: ["soc2-report"] },
  },
  {
    key: "penetration-test",
    question: "Do you have independent penetration tests performed at least annually?",
    answer:
      "Yes. Copperlane Security tests Relay, Almanac, their APIs and the access broker every 12 months, from outside and with accounts of two customers. The last test took 24 tester days. A summary with counts by severity is available under NDA.",
    short: "Yes",
    tags: ["penetration test"],
    audience: "public",
    reviewedDaysAgo: 90,
    cites: { controls: ["VM-03"], documents: ["penetration-test"], criteria: ["CC4.1"] },
  },
  {
    key: "penetration-test-results",
    question: "What were the results of the last penetration test?",
    answer:
      "11 findings: none critical, 1 high, 4 medium, 6 low. The high one let an Operator of a customer see names of another grid area of the same customer; no border between customers was crossed. All of high and medium severity are fixed and were retested; 2 of low severity are accepted with a reason.",
    short: null,
    tags: ["penetration test", "findings"],
    audience: "nda",
    reviewedDaysAgo: 90,
    cites: { controls: ["VM-03"], documents: ["penetration-test"] },
  },
  {
    key: "customer-penetration-test",
    question: "May customers perform their own penetration tests of the service?",
    answer:
      "Partly. Customers may test a separate environment that has the same build as production, with 10 working days' notice and agreed times. Tests of production are not allowed, because all customers share it.",
    short: "Partial",
    tags: ["penetration test", "customers"],
    reviewedDaysAgo: 90,
    cites: { controls: ["VM-03", "SD-03"] },
  },
  {
    key: "bug-bounty",
    question: "Do you operate a bug bounty program?",
    answer:
      "No, we pay no rewards. We do publish how to report a vulnerability, promise not to take legal steps against good-faith research, and answer within 2 working days. 9 reports came in over the last 12 months; 3 were valid and are fixed.",
    short: "No",
    tags: ["bug bounty", "disclosure"],
    reviewedDaysAgo: 64,
    cites: { controls: ["CO-02", "VM-02"] },
  },
  {
    key: "vulnerability-disclosure",
    question: "How can security researchers report vulnerabilities to you?",
    answer:
      "By mail to security@lindmere.example, with a key for encryption in our security.txt file. A person answers within 2 working days, tells the reporter what we found within 10, and agrees on a date for publication. We name reporters who want it.",
    short: null,
    tags: ["disclosure"],
    audience: "public",
    reviewedDaysAgo: 64,
    cites: { controls: ["CO-02"] },
  },
  {
    key: "hardening",
    question: "Are servers and containers hardened according to a documented baseline?",
    answer:
      "Yes. Images are built each week from a baseline that follows the CIS benchmarks, with our deviations written down. Containers run without root and with a read-only file system. Drift is detected within an hour, and the instance is replaced, not repaired.",
    short: "Yes",
    tags: ["hardening", "baseline"],
    audience: "nda",
    reviewedDaysAgo: 122,
    cites: { controls: ["OP-03"], criteria: ["CC7.1"] },
  },
  {
    key: "malware-production",
    question: "How is production protected against malware?",
    answer:
      "Files that customers send are scanned before anyone can open them, and scanned again when signatures change. Production runs only images that our pipeline has built; Relay's are signed, and Almanac's will be. A sensor on each host reports processes that the image does not contain.",
    short: null,
    tags: ["malware", "production"],
    reviewedDaysAgo: 122,
    cites: { controls: ["OP-03", "SD-05"], criteria: ["CC6.8"] },
  },
  {
    key: "time-synchronisation",
    question: "Are system clocks synchronized to a common time source?",
    answer:
      "Yes. All hosts use the hosting provider's time service, which follows UTC. A host that is more than 100 milliseconds off is taken out of service, because delivery receipts depend on it.",
    short: "Yes",
    tags: ["time", "ntp"],
    reviewedDaysAgo: 391,
    cites: { controls: ["OP-03"] },
  },
  {
    key: "capacity",
    question: "How do you manage capacity and performance?",
    answer:
      "Capacity is forecast each month against growth and the settlement calendar, and 40 % is kept in reserve at peak. The platform adds instances by itself at 60 % load. A load test at twice the expected peak is run every quarter.",
    short: null,
    tags: ["capacity", "performance"],
    reviewedDaysAgo: 107,
    cites: { controls: ["OP-04"], criteria: ["A1.1"] },
  },
  {
    key: "asset-inventory",
    question: "Do you maintain an inventory of systems and assets?",
    answer:
      "Yes. It is filled each night from the cloud accounts, the device management and the vendor list, so it does not rest on memory. Each entry has an owner, a class of data and a place in the data flow map; owners confirm theirs each quarter.",
    short: "Yes",
    tags: ["inventory", "assets"],
    reviewedDaysAgo: 158,
    cites: { controls: ["CO-03"], criteria: ["CC2.1"] },
  },
];

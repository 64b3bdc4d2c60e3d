import type { WrittenAnswer } from "../shapes.ts";

export const peopleSecurity: WrittenAnswer[] = [
  {
    key: "background-checks",
    question: "Are background checks performed on employees before they start?",
    answer:
      "Yes. Identity, right to work and two references are checked for everyone before the first day. Criminal records are checked where local law allows it for the role. Contractors are checked in the same way.",
    short: "Yes",
    tags: ["screening", "hiring"],
    audience: "public",
    owner: "admin",
    reviewedDaysAgo: 84,
    cites: { controls: ["HR-01"], criteria: ["CC1.4"] },
  },
  {
    key: "security-training",
    question: "Do employees receive security awareness training?",
    answer:
      "Yes, within 10 days of starting and every 12 months, on security and privacy. In the last cycle 98 % finished on time; the other 2 accounts were limited until they had. Access to customer data needs a further course of half a day.",
    short: "Yes",
    tags: ["training", "awareness"],
    audience: "public",
    reviewedDaysAgo: 84,
    cites: { controls: ["HR-02"], criteria: ["CC1.4"] },
  },
  {
    key: "phishing-tests",
    question: "Do you run phishing simulations?",
    answer:
      "Yes, each quarter, with messages made for the role of the reader. In the last four rounds 3.1 % followed the link and 64 % reported the message. Sign-in with hardware keys means that a password given away opens nothing.",
    short: "Yes",
    tags: ["phishing", "awareness"],
    reviewedDaysAgo: 33,
    cites: { controls: ["HR-02", "AC-01"] },
  },
  {
    key: "confidentiality-agreements",
    question: "Do employees and contractors sign confidentiality agreements?",
    answer:
      "Yes. The employment contract has a duty of confidentiality that continues after it ends. Contractors sign the same terms before they get access, and their company does as well.",
    short: "Yes",
    tags: ["confidentiality", "contracts"],
    owner: "admin",
    reviewedDaysAgo: 188,
    cites: { controls: ["GV-01", "VN-01"] },
  },
  {
    key: "disciplinary-process",
    question: "Is there a disciplinary process for breaches of security policy?",
    answer:
      "Yes, in writing and part of the staff handbook. Reporting one's own mistake early is never punished. Deliberate breaches can end the contract.",
    short: "Yes",
    tags: ["discipline"],
    owner: "admin",
    reviewedDaysAgo: 188,
    cites: { controls: ["GV-01"], criteria: ["CC1.5"] },
  },
  {
    key: "secure-coding-training",
    question: "Are developers trained in secure coding?",
    answer:
      "Yes, every year, with exercises on our own code and on the findings of the last penetration test. New engineers pair with a senior engineer for their first 10 changes. All 41 engineers are up to date.",
    short: "Yes",
    tags: ["training", "developers"],
    reviewedDaysAgo: 84,
    cites: { controls: ["HR-02"] },
  },
  {
    key: "staff-locations",
    question: "In which countries are the staff who can access customer data?",
    answer:
      "In the United Kingdom and the Netherlands only. Access from other countries is blocked by the identity provider; a journey needs a request and never includes production. We use no outside support centre and no subcontracted engineers.",
    short: null,
    tags: ["locations", "workforce"],
    reviewedDaysAgo: 47,
    cites: { controls: ["AC-01", "AC-05"] },
  },
  {
    key: "whistleblowing",
    question: "Can employees report concerns anonymously?",
    answer:
      "Yes. A line run by an outside law firm takes reports by phone, web or letter, without a name if the person wishes. Reports go to the chair of the audit and risk committee, not to management.",
    short: "Yes",
    tags: ["ethics", "reporting"],
    owner: "admin",
    reviewedDaysAgo: 372,
    cites: { controls: ["GV-01"], criteria: ["CC1.1"] },
  },
  {
    key: "remote-work",
    question: "What security rules apply to remote work?",
    answer:
      "Work from home is normal and uses the same managed laptop, hardware key and broker as in the office; being in an office gives no extra rights. Public places need a privacy screen. Customer data may not be printed.",
    short: null,
    tags: ["remote work"],
    reviewedDaysAgo: 139,
    cites: { controls: ["EP-01", "AC-01"], documents: ["information-security-policy"] },
  },
];

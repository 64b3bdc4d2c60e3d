import type { WrittenAnswer } from "../shapes.ts";

export const accessControl: WrittenAnswer[] = [
  {
    key: "staff-mfa",
    question: "Is multi-factor authentication required for all employees who access company systems?",
    answer:
      "Yes. All staff sign in through one identity provider with a FIDO2 hardware key. Sign-in with a password alone, codes by text message and push approval are switched off. Each person has two keys; a lost key is blocked as soon as it is reported.",
    short: "Yes",
    tags: ["mfa", "workforce"],
    audience: "public",
    reviewedDaysAgo: 48,
    cites: { controls: ["AC-01"], criteria: ["CC6.1"], documents: ["soc2-report"] },
  },
  {
    key: "customer-sso",
    question: "Does the service support single sign-on with SAML 2.0 or OpenID Connect?",
    answer:
      "Yes, both, for Relay and Almanac and at no extra charge. Users and groups can be provisioned and removed by SCIM 2.0. A customer can require single sign-on for everyone and keep at most two local accounts for emergencies.",
    short: "Yes",
    tags: ["sso", "saml", "scim", "product"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 61,
    cites: { controls: ["AC-07"], criteria: ["CC6.1"] },
  },
  {
    key: "customer-mfa",
    question: "Can customers enforce multi-factor authentication for their users?",
    answer:
      "Yes. An administrator of the customer can require a second factor for all local accounts; it is required for administrators in any case. Time-based codes are supported everywhere. Passkeys are open to 12 customers now; all others follow when control AC-09 is finished.",
    short: "Yes",
    tags: ["mfa", "product"],
    audience: "public",
    products: ["relay", "almanac"],
    reviewedDaysAgo: 30,
    cites: { controls: ["AC-07", "AC-09"] },
  },
  {
    key: "customer-passwords",
    question: "What password requirements apply to local user accounts?",
    answer:
      "Local accounts need at least 14 characters and may use any characters, spaces included. A new password is compared with a list of leaked passwords and refused if it is on it. There is no forced change by calendar. After 10 failed attempts in 15 minutes further attempts are slowed down, not locked, so that nobody can shut a user out.",
    short: null,
    tags: ["passwords", "product"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 61,
    cites: { controls: ["AC-07"] },
  },
  {
    key: "password-storage",
    question: "How are user passwords stored?",
    answer:
      "Passwords are stored only as argon2id hashes, each with its own salt and a secret that is kept in the vault, outside the database. Nobody at Lindmere can read a password. Reset links work once and for 10 minutes.",
    short: null,
    tags: ["passwords", "hashing"],
    audience: "nda",
    reviewedDaysAgo: 75,
    cites: { controls: ["AC-07", "AC-08"] },
  },
  {
    key: "role-based-access",
    question: "Is access to the application based on roles, with least privilege?",
    answer:
      "Yes. There are 4 built-in roles: Reader, Operator, Approver and Administrator. Customers can add roles of their own from 38 single rights and limit each to market roles, grid areas or meter groups. A new user has no rights until a role is given.",
    short: "Yes",
    tags: ["rbac", "product", "least privilege"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 110,
    cites: { controls: ["AC-07"], criteria: ["CC6.3"] },
  },
  {
    key: "access-approval",
    question: "Is there a formal process to request and approve access to systems?",
    answer:
      "Yes. Access comes with a person's role and is set up from the personnel system. Anything beyond the role needs a ticket that the manager and the owner of the system approve; the person who asks cannot approve. Extra rights end after 12 months unless they are asked for again.",
    short: "Yes",
    tags: ["provisioning", "workforce"],
    reviewedDaysAgo: 92,
    cites: { controls: ["AC-02"], criteria: ["CC6.2"] },
  },
  {
    key: "leavers",
    question: "How quickly is access removed when an employee leaves?",
    answer:
      "Within 8 hours of the end of the last working day, and at once when a person leaves against their will. The personnel system starts the removal in all connected systems. In the last audit 1 of 25 leavers kept access to the support desk for 31 hours; that system has been connected since, and the 11 leavers after that were removed within 2 hours.",
    short: null,
    tags: ["offboarding", "workforce"],
    reviewedDaysAgo: 40,
    cites: { controls: ["AC-03"], documents: ["soc2-report"], criteria: ["CC6.2"] },
  },
  {
    key: "access-reviews",
    question: "Are user access rights reviewed periodically?",
    answer:
      "Yes, each quarter. The identity platform opens a review for every system, and its owner confirms or removes each account and right. What is not confirmed within 5 working days is removed automatically. Accounts with production rights are also checked by Security each month.",
    short: "Yes",
    tags: ["access review", "workforce"],
    audience: "public",
    reviewedDaysAgo: 40,
    cites: { controls: ["AC-04"], criteria: ["CC6.2", "CC6.3"] },
  },
  {
    key: "production-access",
    question: "How is privileged access to production restricted and monitored?",
    answer:
      "Nobody has standing rights in production. An engineer asks for access for one task, a second person approves it, and it ends after at most 4 hours. Sessions go through an access broker that records commands and screens; Security reviews a sample of 20 each month. In the last 12 months there were 214 such sessions.",
    short: null,
    tags: ["privileged access", "just in time"],
    audience: "nda",
    reviewedDaysAgo: 52,
    cites: { controls: ["AC-05", "OP-01"], criteria: ["CC6.1", "CC6.3"] },
  },
  {
    key: "staff-access-to-customer-data",
    question: "Can your employees access customer data, and under what conditions?",
    answer:
      "Only to support a customer who asks, or to fix a fault, and only the 17 people trained for it. Support staff see a customer's account after the customer opens it to them for 1, 8 or 24 hours; the customer can end that early. Engineers use time-limited production access. Each view is written to the audit log that the customer can read.",
    short: "Partial",
    tags: ["customer data", "support access"],
    audience: "public",
    reviewedDaysAgo: 52,
    cites: { controls: ["AC-05", "OP-01"] },
  },
  {
    key: "shared-accounts",
    question: "Are shared or generic accounts used?",
    answer:
      "No. Every person has an account of their own, and services use identities that people cannot sign in with. The two emergency accounts of the cloud provider are sealed: their keys lie in two safes, and any use alerts the Head of Security and the Chief Executive.",
    short: "No",
    tags: ["shared accounts", "workforce"],
    reviewedDaysAgo: 133,
    cites: { controls: ["AC-01", "AC-05"] },
  },
  {
    key: "service-credentials",
    question: "How are secrets and service account credentials managed?",
    answer:
      "Secrets are kept in a vault and handed to a service when it starts; none are in code or images. Credentials between services last at most 24 hours. The few that cannot be short-lived are rotated every 90 days. Each commit is searched for secrets, and a hit blocks the merge.",
    short: null,
    tags: ["secrets", "vault"],
    reviewedDaysAgo: 74,
    cites: { controls: ["AC-08", "SD-02"] },
  },
  {
    key: "session-timeout",
    question: "Do user sessions time out after inactivity?",
    answer:
      "Yes. A session ends after 30 minutes without activity and after 12 hours in any case. Customers can shorten both. Signing out ends the session on the server, and a change of role or password ends all of a user's sessions.",
    short: "Yes",
    tags: ["sessions", "product"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 154,
    cites: { controls: ["AC-07"] },
  },
  {
    key: "segregation-of-duties",
    question: "Are conflicting duties segregated among different people?",
    answer:
      "Yes. The author of a change cannot approve or release it alone, the person who asks for access cannot approve it, and a payment needs two people. Conflicting roles are listed in the identity platform, which refuses to give both to one person.",
    short: "Yes",
    tags: ["segregation of duties"],
    reviewedDaysAgo: 168,
    cites: { controls: ["AC-02", "SD-01", "RM-02"] },
  },
  {
    key: "ip-allow-list",
    question: "Can access to the application be restricted by IP address?",
    answer:
      "Yes. Customers can list up to 200 networks for users and another list for API keys. Requests from elsewhere are refused before sign-in and are shown in the customer's audit log.",
    short: "Yes",
    tags: ["ip allow list", "product"],
    products: ["relay", "almanac"],
    reviewedDaysAgo: 201,
    cites: { controls: ["AC-07", "NW-01"] },
  },
  {
    key: "fieldbook-sign-in",
    question: "How do field technicians sign in to the mobile app?",
    answer:
      "Fieldbook signs in through the customer's identity provider only; there are no local accounts. The app keeps at most one day's work on the phone, encrypted, and deletes it after 72 hours without contact. Fieldbook is in early access and not in the scope of our SOC 2 report.",
    short: null,
    tags: ["mobile", "sso"],
    products: ["fieldbook"],
    reviewedDaysAgo: 85,
    reviewEveryMonths: 6,
    cites: { controls: ["AC-07"] },
  },
];

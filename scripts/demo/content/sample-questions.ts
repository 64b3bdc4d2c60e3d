/**
 * Two customers' questionnaires, written for the demo. `expects` says what a question is to show:
 * the same question as an approved answer, a close paraphrase, the opposite question, or one that no answer covers.
 */
export type SampleQuestion = {
  text: string;
  expects: "same" | "paraphrase" | "opposite" | "none";
  answer?: string;
};

export type SampleSection = { title: string; questions: SampleQuestion[] };

const same = (answer: string, text: string): SampleQuestion => ({ text, answer, expects: "same" });
const close = (answer: string, text: string): SampleQuestion => ({ text, answer, expects: "paraphrase" });
const opposite = (answer: string, text: string): SampleQuestion => ({ text, answer, expects: "opposite" });
const none = (text: string): SampleQuestion => ({ text, expects: "none" });

export const northfoldSheets: { name: string; sections: SampleSection[] }[] = [
  {
    name: "Organisation",
    sections: [
      {
        title: "A. Governance and people",
        questions: [
          same("soc2-held", "Do you have a current SOC 2 report?"),
          same("iso-27001", "Are you ISO/IEC 27001 certified?"),
          close("security-policy", "Is there a documented information security policy that management has approved?"),
          close("risk-assessment", "Is a formal risk assessment performed at least annually?"),
          same("board-oversight", "Does the board of directors oversee information security?"),
          close("cyber-insurance", "Do you carry cyber insurance?"),
          same("background-checks", "Are background checks performed on employees before they start?"),
          close("security-training", "Do all employees receive security awareness training?"),
          same("disciplinary-process", "Is there a disciplinary process for breaches of security policy?"),
          close("confidentiality-agreements", "Must employees and contractors sign confidentiality agreements?"),
          none("Are security responsibilities part of the annual bonus of executives?"),
          none("Do you rotate the audit firm at fixed intervals?"),
          none("Is there a works council that approves monitoring of employees?"),
          opposite("remote-work", "Is remote work prohibited for staff with access to our data?"),
        ],
      },
      {
        title: "B. Data protection and suppliers",
        questions: [
          same("data-sale", "Do you sell or share customer data with third parties for their own purposes?"),
          same("ai-training", "Is customer data used to train machine learning or AI models?"),
          same("dpa-available", "Do you offer a data processing agreement?"),
          close("data-location", "In which countries is our data stored and processed?"),
          close("deletion-at-end", "What happens to our data when the contract ends?"),
          same("data-export", "Can customers export their data in a standard format?"),
          close("subprocessor-notice", "How are we notified of new subprocessors?"),
          same("vendor-assessment", "Do you assess the security of vendors before engaging them?"),
          close("tenant-separation", "How is our data logically separated from the data of other customers?"),
          none("Can the retention time differ between two grid areas of the same customer?"),
          none("Do you use blockchain or another distributed ledger to keep our data?"),
          none("Will you accept unlimited liability for a breach of personal data?"),
          opposite("data-residency-choice", "Can our data be stored in the United States if we ask for it?"),
          opposite("production-data-in-test", "Are test environments free of production data?"),
        ],
      },
    ],
  },
  {
    name: "Technology",
    sections: [
      {
        title: "C. Access and cryptography",
        questions: [
          same("staff-mfa", "Is multi-factor authentication required for all employees who access company systems?"),
          same("customer-sso", "Does the service support single sign-on with SAML 2.0 or OpenID Connect?"),
          close("access-reviews", "Are user access rights reviewed at regular intervals?"),
          close("leavers", "How quickly is access removed when an employee leaves the company?"),
          same("role-based-access", "Is access to the application based on roles, with least privilege?"),
          same("session-timeout", "Do user sessions time out after inactivity?"),
          close("encryption-at-rest", "Is our data encrypted at rest?"),
          close("encryption-in-transit", "Is data encrypted in transit over public networks?"),
          same("customer-managed-keys", "Can customers bring or manage their own encryption keys?"),
          close("key-rotation", "How often are your encryption keys rotated?"),
          none("Are encryption keys destroyed in the presence of a notary?"),
          none("Is access to the service possible through a private network link from our cloud account?"),
          opposite("shared-accounts", "Does every member of staff use an individual account?"),
          opposite("customer-passwords", "Must users change their passwords every 90 days?"),
          none("Do you support sign-in with national electronic identity cards?"),
        ],
      },
      {
        title: "D. Operations, development and continuity",
        questions: [
          same("security-logging", "Are security-relevant events logged and centrally collected?"),
          close("log-retention", "How long are security logs kept?"),
          same("vulnerability-scanning", "Do you scan for vulnerabilities regularly?"),
          close("penetration-test", "Are independent penetration tests performed at least once a year?"),
          same("bug-bounty", "Do you operate a bug bounty program?"),
          close("code-review", "Is code reviewed by a second person before release?"),
          same("environments", "Are development, test and production environments separated?"),
          same("incident-plan", "Do you have a documented incident response plan?"),
          close("breach-notification", "How soon would you notify us of a security incident that affects our data?"),
          same("rto-rpo", "What are your recovery time and recovery point objectives?"),
          close("backup-tests", "Are backups tested by restoring them regularly?"),
          same("status-page", "Is there a public status page?"),
          none("Do you run chaos experiments in production during business hours?"),
          none("Is the disaster recovery site at least 200 km from the main site?"),
          none("Are meters' firmware updates delivered through your platform?"),
          opposite("single-tenant", "Is the platform shared with other customers?"),
          none("Can we place a network sensor of our own in your production network?"),
        ],
      },
    ],
  },
];

export const calderaQuestions: SampleSection[] = [
  {
    title: "Assurance",
    questions: [
      close("soc2-categories", "Which Trust Services Categories are covered by your SOC 2 report?"),
      same("soc2-exceptions", "Did your last SOC 2 report contain exceptions, and how were they resolved?"),
      same("right-to-audit", "Do you allow customers to audit your security?"),
      none("Which accounting standard do you use for your annual accounts?"),
    ],
  },
  {
    title: "Identity",
    questions: [
      same("customer-mfa", "Can customers enforce multi-factor authentication for their users?"),
      close("production-access", "How is privileged access to production systems restricted and monitored?"),
      same("ip-allow-list", "Can access to the application be restricted by IP address?"),
      none("Can identities be checked against our physical access system?"),
    ],
  },
  {
    title: "Data",
    questions: [
      close("retention", "How long is our data retained?"),
      same(
        "international-transfers",
        "Is personal data transferred outside the European Economic Area, and on what basis?",
      ),
      same("data-subject-requests", "How do you support requests from data subjects?"),
      close("backup-encryption", "Are backups encrypted and who holds the keys?"),
      opposite("data-sale", "Is customer data used only to provide the service?"),
      none("Do you keep meter readings of deceased persons longer than others?"),
    ],
  },
  {
    title: "Operations",
    questions: [
      same("ddos", "How is the service protected against denial of service attacks?"),
      close("patch-times", "What are your time frames for fixing vulnerabilities?"),
      same("monitoring-24x7", "Is the environment monitored for security events around the clock?"),
      same("redundancy", "Is the infrastructure redundant across more than one location?"),
      close("maintenance", "How are we informed of planned maintenance?"),
      none("What is the average age of your servers' power supplies?"),
      none("Can you run our settlement on hardware of our choice?"),
    ],
  },
  {
    title: "Suppliers and exit",
    questions: [
      same("hosting-provider", "Who hosts the service, and what assurance do they have?"),
      close("vendor-review", "Are critical vendors reviewed at least once a year?"),
      opposite("byod", "Are personal devices banned for all work?"),
      none("Name three customers who left you in the last two years and why."),
    ],
  },
];

/** The mails there are, and what each needs to be told. */
export type MailProps = {
  "sign-in": { company: string; code: string; link: string; minutes: number; purpose: "request" | "sign-in" };
  "staff-invite": { company: string; name: string; role: string; invitedBy: string; link: string; hours: number };
  "request-received": { company: string; reference: string; documents: string[]; link: string };
  "request-waiting": { reference: string; name: string; company: string; documents: string[]; link: string };
  "request-approved": {
    company: string;
    reference: string;
    documents: { title: string; days: number; needsNda: boolean }[];
    declined: string[];
    link: string;
  };
  "request-declined": { company: string; reference: string; documents: string[]; reason: string; link: string };
  "more-info-asked": { company: string; reference: string; question: string; link: string };
  "nda-accepted": { company: string; ndaTitle: string; ndaNumber: number; acceptedAt: string; link: string };
  "grant-revoked": { company: string; document: string; reason: string; link: string };
  "questionnaire-received": { company: string; title: string; link: string };
  "questionnaire-waiting": { title: string; from: string; link: string };
  "ending-soon": { endings: { title: string; when: string; then: string }[]; link: string };
  "questionnaire-released": { company: string; title: string; answered: number; blank: number; link: string };
};

export type MailTemplate = keyof MailProps;

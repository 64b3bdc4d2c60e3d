/** Where a subscriber changes or ends what they get. Both addresses are secret: they are one subscription's. */
export type SubscriptionLinks = { manageLink: string; endLink: string };

/** The mails there are, and what each needs to be told. */
export type MailProps = {
  "sign-in": { company: string; code: string; link: string; minutes: number; purpose: "request" | "sign-in" };
  "staff-invite": { company: string; name: string; role: string; invitedBy: string; link: string; hours: number };
  "request-received": { company: string; reference: string; documents: string[]; link: string };
  "request-waiting": { reference: string; name: string; company: string; documents: string[]; link: string };
  "request-judged": {
    reference: string;
    name: string;
    company: string;
    documents: string[];
    rule: string;
    outcome: string;
    why: string[];
    link: string;
  };
  "request-approved": {
    company: string;
    reference: string;
    documents: { title: string; days: number; needsNda: boolean }[];
    declined: string[];
    link: string;
  };
  "request-declined": { company: string; reference: string; documents: string[]; reason: string | null; link: string };
  "more-info-asked": { company: string; reference: string; question: string; link: string };
  "nda-accepted": {
    company: string;
    ndaTitle: string;
    ndaNumber: number;
    acceptedAt: string;
    seal: string;
    link: string;
  };
  "copy-refused": { title: string; why: string; link: string };
  "grant-term-changed": { company: string; document: string; until: string; reason: string; link: string };
  "document-replaced": { company: string; document: string; note: string; link: string };
  "holders-told": { company: string; document: string; message: string; link: string };
  "grant-revoked": { company: string; document: string; reason: string; link: string };
  "questionnaire-received": { company: string; title: string; link: string };
  "questionnaire-waiting": { title: string; from: string; link: string };
  "answers-stale": { answers: { key: string; reason: string }[]; more: number; link: string };
  "answer-corrected": {
    company: string;
    title: string;
    question: string;
    told: string;
    /** Null when the answer no longer holds and nothing is put in its place. */
    now: string | null;
    note: string;
    link: string;
  };
  "ending-soon": { endings: { title: string; when: string; then: string }[]; link: string };
  "subscription-asked": { company: string; topics: string[]; link: string; hours: number };
  "update-published": {
    company: string;
    topic: string;
    title: string;
    paragraphs: string[];
    link: string;
    /** Null for those who are on a list by name. */
    subscription: SubscriptionLinks | null;
  };
  "subprocessors-changed": {
    company: string;
    changes: { title: string; facts: string[] }[];
    link: string;
    subscription: SubscriptionLinks;
  };
  "questionnaire-released": { company: string; title: string; answered: number; blank: number; link: string };
};

export type MailTemplate = keyof MailProps;

import { List, MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

const documentCount = (n: number) => (n === 1 ? "1 document" : `${n} documents`);

export const receivedSubject = ({ documents }: MailProps["request-received"]) =>
  `Security has your request for ${documentCount(documents.length)}`;

export function RequestReceivedMail({ company, reference, documents, link }: MailProps["request-received"]) {
  return (
    <MailLayout
      company={company}
      preview={`Request ${reference} is with our security team.`}
      title="Security has your request"
      action={{ label: "See where it stands", link }}
    >
      <P>Request {reference}, for:</P>
      <List items={documents} />
      <P>A person decides. You hear from us by mail, and the page shows each step.</P>
    </MailLayout>
  );
}

export const waitingSubject = ({ name, company }: MailProps["request-waiting"]) =>
  `${name}, ${company}, asks for documents`;

export function RequestWaitingMail({ reference, name, company, documents, link }: MailProps["request-waiting"]) {
  return (
    <MailLayout
      company="Staff"
      preview={`Request ${reference} waits for a decision.`}
      title={`${name}, ${company}`}
      action={{ label: "Open the request", link }}
    >
      <P>Request {reference} waits for a decision. Asked for:</P>
      <List items={documents} />
    </MailLayout>
  );
}

export const judgedSubject = ({ outcome, name, company }: MailProps["request-judged"]) =>
  `${outcome} by a rule: ${name}, ${company}`;

export function RequestJudgedMail(judged: MailProps["request-judged"]) {
  const { reference, name, company, documents, rule, outcome, why, link } = judged;
  return (
    <MailLayout
      company="Staff"
      preview={`The rule “${rule}” acted on request ${reference}.`}
      title={`${outcome}: ${name}, ${company}`}
      action={{ label: "Open the request", link }}
    >
      <P>
        The rule “{rule}” acted on request {reference}. Asked for:
      </P>
      <List items={documents} />
      <P>Why:</P>
      <List items={why} />
      <P>On the page of the request you see the rule’s version, and can undo what it did.</P>
    </MailLayout>
  );
}

export const approvedSubject = ({ documents }: MailProps["request-approved"]) =>
  `Approved: ${documentCount(documents.length)}`;

export function RequestApprovedMail({ company, reference, documents, declined, link }: MailProps["request-approved"]) {
  const needsNda = documents.some((document) => document.needsNda);
  return (
    <MailLayout
      company={company}
      preview={needsNda ? "Accept the NDA to open your documents." : "Your documents are open."}
      title={needsNda ? "Approved. Accept the NDA to open your documents" : "Approved. Your documents are open"}
      action={{ label: needsNda ? "Read the NDA" : "Open your documents", link }}
    >
      <P>Request {reference}. Approved:</P>
      <List
        items={documents.map(
          ({ title, days, needsNda: nda }) => `${title}, for ${days} days${nda ? " from acceptance of the NDA" : ""}`,
        )}
      />
      {declined.length > 0 && <P>Declined:</P>}
      <List items={declined} />
    </MailLayout>
  );
}

export const declinedSubject = ({ documents }: MailProps["request-declined"]) =>
  `Declined: ${documentCount(documents.length)}`;

export function RequestDeclinedMail({ company, reference, documents, reason, link }: MailProps["request-declined"]) {
  return (
    <MailLayout
      company={company}
      preview={reason ?? `Request ${reference} was declined.`}
      title="Your request was declined"
      action={{ label: "See the decision", link }}
    >
      {reason && <P>“{reason}”</P>}
      <P>Request {reference} was for:</P>
      <List items={documents} />
      <P>Reply to this mail to talk to a person. You can ask again at any time.</P>
    </MailLayout>
  );
}

export const moreInfoSubject = ({ reference }: MailProps["more-info-asked"]) =>
  `A question about your request ${reference}`;

export function MoreInfoAskedMail({ company, question, link }: MailProps["more-info-asked"]) {
  return (
    <MailLayout
      company={company}
      preview={question}
      title="Security has a question about your request"
      action={{ label: "Answer it", link }}
    >
      <P>“{question}”</P>
      <P>Your request waits for your answer.</P>
    </MailLayout>
  );
}

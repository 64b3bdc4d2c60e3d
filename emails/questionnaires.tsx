import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const questionnaireReceivedSubject = ({ title }: MailProps["questionnaire-received"]) =>
  `We have your questionnaire: ${title}`;

export function QuestionnaireReceivedMail({ company, title, link }: MailProps["questionnaire-received"]) {
  return (
    <MailLayout
      company={company}
      preview="It is filled from approved answers, then reviewed by a person."
      title="We have your questionnaire"
      action={{ label: "See where it stands", link }}
    >
      <P>
        “{title}” is filled from our approved answers, then reviewed by our security team. You get your own file back.
      </P>
    </MailLayout>
  );
}

export const questionnaireWaitingSubject = ({ title, from }: MailProps["questionnaire-waiting"]) =>
  `To review: ${title}, ${from}`;

export function QuestionnaireWaitingMail({ title, from, link }: MailProps["questionnaire-waiting"]) {
  return (
    <MailLayout
      company="Staff"
      preview={`From ${from}.`}
      title={`A questionnaire waits: ${title}`}
      action={{ label: "Open it", link }}
    >
      <P>From {from}. Answers were proposed; a person decides what leaves.</P>
    </MailLayout>
  );
}

export const questionnaireReleasedSubject = ({ title }: MailProps["questionnaire-released"]) => `Answered: ${title}`;

export function QuestionnaireReleasedMail({
  company,
  title,
  answered,
  blank,
  link,
}: MailProps["questionnaire-released"]) {
  return (
    <MailLayout
      company={company}
      preview={`${answered} answered, ${blank} left blank.`}
      title={`${title} is answered`}
      action={{ label: "Download your file", link }}
    >
      <P>
        {answered} questions are answered and {blank} are blank, each with its reason. It is your own file: only the
        answer cells differ.
      </P>
    </MailLayout>
  );
}

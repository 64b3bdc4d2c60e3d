import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const staleSubject = ({ answers: [first, ...others], more }: MailProps["answers-stale"]) => {
  const rest = others.length + more;
  return rest === 0 ? `To approve again: ${first!.key}` : `To approve again: ${first!.key} and ${rest} more`;
};

export function AnswersStaleMail({ answers, more, link }: MailProps["answers-stale"]) {
  return (
    <MailLayout
      company="Staff"
      preview="Something that they rest on has changed."
      title={answers.length + more === 1 ? "An answer needs you" : "Answers need you"}
      action={{ label: "Open them", link }}
      why="You get this mail because you own these answers."
    >
      <P>Something that they rest on has changed. They are not reused until someone approves them again.</P>
      {answers.map(({ key, reason }) => (
        <P key={key + reason}>
          <b>{key}</b>
          <br />
          {reason}
        </P>
      ))}
      {more > 0 && <P>And {more} more.</P>}
    </MailLayout>
  );
}

export const correctedSubject = ({ company }: MailProps["answer-corrected"]) =>
  `${company} corrects an answer that you were given`;

export function AnswerCorrectedMail({
  company,
  title,
  question,
  told,
  now,
  note,
  link,
}: MailProps["answer-corrected"]) {
  return (
    <MailLayout
      company={company}
      preview={`In “${title}”.`}
      title="We correct an answer"
      action={{ label: "See it in the portal", link }}
      why={`You get this mail because ${company} answered your questionnaire.`}
    >
      <P>In “{title}” we answered a question otherwise than we would today.</P>
      <P>
        <b>You asked</b>
        <br />
        {question}
      </P>
      <P>
        <b>We said</b>
        <br />
        {told}
      </P>
      <P>
        <b>What holds now</b>
        <br />
        {now ?? "The answer no longer holds. Ask us, and we will tell you what does."}
      </P>
      {note && <P>{note}</P>}
    </MailLayout>
  );
}

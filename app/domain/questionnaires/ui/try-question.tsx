import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { MatchMethod, Status } from "#app/components/status.tsx";
import type { MatchGrounds } from "#app/domain/questionnaires/match-grounds.ts";
import { type ObservedRate, rateInWords } from "#app/domain/questionnaires/observed-rate.ts";
import type { MatchMethod as Method } from "#app/domain/questionnaires/questionnaires.ts";
import { Grounds } from "#app/domain/questionnaires/ui/grounds.tsx";
import { MarkedWords } from "#app/domain/questionnaires/ui/marked-text.tsx";

interface Tried {
  question: string;
  concepts: string[];
  method: Method;
  rate: ObservedRate;
  vetoes: string[];
  whySecond: string | null;
  answers: { key: string; id: string; question: string; text: string; grounds: MatchGrounds }[];
}

/** A question to try the words on. `own` are the names of the operator's own words. */
export function TryQuestion({ tried, own }: { tried: Tried | null; own: string[] }) {
  return (
    <StaffSection
      id="try"
      title="Try a question"
      intro="Shows which meanings it names and which approved answers are nearest. Nothing is kept."
    >
      <Form method="get" action="/staff/words#try" className="form max-w-2xl">
        <TextArea label="Question" name="question" rows={3} maxLength={2000} defaultValue={tried?.question} />
        <div>
          <Button>Try it</Button>
        </div>
      </Form>
      {tried && (
        <div className="mt-4 grid gap-4">
          <p>
            <Meanings named={tried.concepts} own={own} />
          </p>
          <Answers tried={tried} />
        </div>
      )}
    </StaffSection>
  );
}

function Meanings({ named, own }: { named: string[]; own: string[] }) {
  if (named.length === 0) return "It names no meaning that we know.";
  return (
    <>
      It names:{" "}
      {named.map((name, at) => (
        <span key={name}>
          {at > 0 && ", "}
          <mark>{name}</mark>
          {own.includes(name) && " (yours)"}
        </span>
      ))}
    </>
  );
}

function Answers({ tried: { answers, method, rate, vetoes, whySecond } }: { tried: Tried }) {
  if (answers.length === 0 || method === "none") return <p>No approved answer is near.</p>;
  return (
    <ol className="grid">
      {answers.map((answer, at) => (
        <li key={answer.key} className="grid gap-1 border-t border-line py-3">
          <p>
            <Link className="id" to={`/staff/answers/${answer.id}`}>
              {answer.key}
            </Link>{" "}
            <MarkedWords text={answer.question} words={answer.grounds.matched} />
          </p>
          <p className="text-ink2">{shortened(answer.text)}</p>
          <div className="grid text-13">
            {at === 0 && (
              <p>
                <MatchMethod method={method} />. <b>{rateInWords(method, rate).rate}</b>
                {rateInWords(method, rate).basis && `, ${rateInWords(method, rate).basis}`}
              </p>
            )}
            {at === 0 &&
              vetoes.map((sentence) => (
                <Status key={sentence} tone="lapsed" word="Veto:">
                  {sentence}
                </Status>
              ))}
            {at === 1 && whySecond && (
              <p>Why it came second: {whySecond.charAt(0).toLowerCase() + whySecond.slice(1)}</p>
            )}
            <Grounds grounds={answer.grounds} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const shortened = (text: string) => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

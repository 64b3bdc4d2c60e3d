import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Meter } from "#app/components/meter.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { formatShare } from "#app/components/numbers.ts";
import { Audience, MatchMethod, Status } from "#app/components/status.tsx";
import { chooseAllowedValue, shortFormOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { DateText } from "#app/components/time.tsx";
import type { Audience as AudienceName } from "#db/schema/documents.ts";
import type {
  MatchExplanation,
  MatchMethod as Method,
  ResponseState,
} from "#app/domain/questionnaires/questionnaires.ts";

export interface DeskCandidate {
  id: string;
  key: string;
  version: number;
  question: string;
  text: string;
  short: string | null;
  audience: AudienceName;
  approvedVersion: number | null;
  approvedAt: string | null;
  approverName: string | null;
  reviewBy: string | null;
}

export interface DeskQuestionData {
  id: string;
  position: number;
  sheet: string;
  ref: string | null;
  question: string;
  state: ResponseState;
  short: string | null;
  text: string;
  version: number;
  method: Method;
  confidence: number;
  reason: string;
  explanation: MatchExplanation;
  answerKey: string | null;
  answerId: string | null;
  answerVersion: number | null;
  deciderName: string | null;
  decidedAt: string | null;
  place: {
    answerCell: string | null;
    commentCell: string | null;
    options: string[] | null;
    marks: string[] | null;
    answered: string | null;
    blocked: string | null;
  };
  candidates: DeskCandidate[];
}

export function DeskQuestion({ question }: { question: DeskQuestionData }) {
  const [best] = question.candidates;
  const decided = ["accepted", "edited", "rejected"].includes(question.state);
  const unwritable = whyUnwritable(question);
  return (
    <>
      <div>
        <WhereAsked question={question} />
        <h2 className="mt-1 text-lg font-medium">
          <Highlighted text={question.question} words={question.explanation.matched} />
        </h2>
      </div>
      {question.place.blocked && (
        <Note tone="ageing" title="There is no place for an answer">
          {question.place.blocked}
        </Note>
      )}
      {question.place.answered && (
        <Note tone="none" title="The file already answers this">
          “{question.place.answered}” It stays unless you decide otherwise here.
        </Note>
      )}
      {unwritable && (
        <Note tone="ageing" title="It cannot be written like this">
          {unwritable} Edit the short form, or the cell stays blank.
        </Note>
      )}
      {decided ? <Decision question={question} /> : <Doubts question={question} />}
      {!decided && best && <Proposal question={question} best={best} />}
    </>
  );
}

/** A dropdown takes an allowed value or nothing: better known now than on the release page. */
function whyUnwritable({ place, short, text }: DeskQuestionData): string | null {
  if (place.blocked || text === "" || (!place.options && !place.marks)) return null;
  return chooseAllowedValue(short ?? shortFormOf(text), place.options ?? []).reason;
}

function WhereAsked({ question: { ref, position, sheet, place } }: { question: DeskQuestionData }) {
  const cells = [...(place.marks ?? []), place.answerCell, place.commentCell].filter((cell) => cell !== null);
  return (
    <p className="text-13 text-ink2">
      <Id>{ref ?? position + 1}</Id> {sheet}
      {cells.map((cell, at) => (
        <span key={cell}>
          {at === 0 ? ", " : " and "}
          <Id>{cell}</Id>
        </span>
      ))}
      {place.options && place.options.length > 0 && <>. Allowed: {place.options.slice(0, 8).join(", ")}</>}
    </p>
  );
}

function Doubts({ question: { state, reason, explanation } }: { question: DeskQuestionData }) {
  if (explanation.vetoes.length > 0) {
    return (
      <Note tone="lapsed" title="Not to be copied unread">
        {explanation.vetoes.map(({ code, sentence }) => (
          <p key={code}>{sentence}</p>
        ))}
      </Note>
    );
  }
  if (state === "blank")
    return (
      <Note tone="none" title="Blank">
        {reason}
      </Note>
    );
  return reason ? (
    <Note tone="pending" title="Needs your eyes">
      {reason}
    </Note>
  ) : null;
}

function Decision({ question }: { question: DeskQuestionData }) {
  const { state, short, text, deciderName, decidedAt, answerKey, answerId, answerVersion } = question;
  const words = { accepted: "Accepted", edited: "Edited", rejected: "Left blank" }[
    state as "accepted" | "edited" | "rejected"
  ];
  return (
    <div className="paper">
      <div className="paper-head">
        <Status tone={state === "rejected" ? "none" : "current"} word={words}>
          by {deciderName}
          {decidedAt && (
            <>
              , <DateText date={decidedAt} />
            </>
          )}
        </Status>
        {answerKey && (
          <span>
            From <Link to={`/staff/answers/${answerId}`}>{answerKey}</Link> version {answerVersion}
          </span>
        )}
      </div>
      {state !== "rejected" && (
        <div className="p-3.5">
          <Facts compact>
            <Fact term="Short">{short ?? "None"}</Fact>
            <Fact term="Answer">
              <span className="whitespace-pre-wrap">{text}</span>
            </Fact>
          </Facts>
        </div>
      )}
    </div>
  );
}

function Proposal({ question, best }: { question: DeskQuestionData; best: DeskCandidate }) {
  const { method, confidence, explanation } = question;
  return (
    <div className="paper">
      <div className="paper-head">
        <span>
          <b>{explanation.proposed ? "Best match" : "Nearest answer"}</b>,{" "}
          <Link className="id" to={`/staff/answers/${best.id}`}>
            {best.key}
          </Link>{" "}
          version {best.version}
        </span>
        {method !== "none" && (
          <span className="flex items-center gap-2">
            <MatchMethod method={method} /> {formatShare(confidence)}
            <Meter className="w-24" label={`Confidence ${formatShare(confidence)}`} value={confidence} />
          </span>
        )}
      </div>
      <div className="p-3.5">
        <Facts compact>
          <Fact term="Question">
            <Highlighted text={best.question} words={explanation.matched} />
          </Fact>
          <Fact term="Short">{best.short ?? "None"}</Fact>
          <Fact term="Answer">
            <span className="whitespace-pre-wrap">{best.text}</span>
          </Fact>
        </Facts>
      </div>
      <p className="border-t border-line px-3.5 py-2 text-13 text-ink2">
        <Audience audience={best.audience} />
        {best.approvedAt && (
          <>
            . Approved <DateText date={best.approvedAt} />
            {best.approverName && ` by ${best.approverName}`}
          </>
        )}
        {best.reviewBy && (
          <>
            , next review <DateText date={best.reviewBy} />
          </>
        )}
        {best.approvedVersion !== best.version && <b>. Another version is approved by now</b>}
      </p>
    </div>
  );
}

/** Marks the words that both have; `words` are lower case, as matching gives them. */
function Highlighted({ text, words }: { text: string; words: string[] }): ReactNode {
  const known = new Set(words.map((word) => word.toLowerCase()));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, at) => (known.has(part.toLowerCase()) ? <mark key={at}>{part}</mark> : part));
}

import { Link } from "@remix-run/react";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { Audience, Status } from "#app/components/status.tsx";
import { chooseAllowedValue, shortFormOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { DateText } from "#app/components/time.tsx";
import type { MatchGrounds } from "#app/domain/questionnaires/match-grounds.ts";
import type { ObservedRate } from "#app/domain/questionnaires/observed-rate.ts";
import { DeskRate } from "#app/domain/questionnaires/ui/desk-rate.tsx";
import { MarkedSentence, MarkedWords } from "#app/domain/questionnaires/ui/marked-text.tsx";
import type { Audience as AudienceName } from "#db/schema/documents.ts";
import type { AnswerDraft } from "#app/domain/questionnaires/drafts.ts";
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
  grounds: MatchGrounds;
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
  rate: ObservedRate;
  reason: string;
  explanation: MatchExplanation;
  /** From which answer it is filled when it is asked again, once a decision has taught that. */
  learned: { answerKey: string } | null;
  answerKey: string | null;
  answerId: string | null;
  answerVersion: number | null;
  deciderName: string | null;
  decidedAt: string | null;
  draft: AnswerDraft | null;
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
          <MarkedWords text={question.question} words={best?.grounds.matched ?? []} />
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
      {question.learned && (
        <p className="border-t border-line px-3.5 py-2 text-13 text-ink2">
          Remembered: next time this question is asked, it is filled from <Id>{question.learned.answerKey}</Id>.
        </p>
      )}
    </div>
  );
}

function Proposal({ question, best }: { question: DeskQuestionData; best: DeskCandidate }) {
  const { method, rate, explanation } = question;
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
      </div>
      <DeskRate method={method} rate={rate} />
      <div className="p-3.5">
        <Facts compact>
          <Fact term="Question">
            <MarkedWords text={best.question} words={best.grounds.matched} />
          </Fact>
          <Fact term="Short">{best.short ?? "None"}</Fact>
          <Fact term="Answer">
            <span className="whitespace-pre-wrap">
              <MarkedSentence text={best.text} sentence={explanation.sentences[0]} />
            </span>
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

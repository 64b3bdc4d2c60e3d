import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Glyph } from "#app/components/glyph.tsx";
import { Note } from "#app/components/note.tsx";
import { countOf } from "#app/components/numbers.ts";
import { type AnswerDraft, isTakenDraft } from "#app/domain/questionnaires/drafts.ts";
import type { ResponseState } from "#app/domain/questionnaires/questionnaires.ts";
import { deskAddress, type Show } from "#app/domain/questionnaires/shown-questions.ts";

export interface DeskDraftProps {
  questionnaireId: string;
  question: { id: string; state: ResponseState; text: string; version: number; draft: AnswerDraft | null };
  show: Show;
}

/** What became of a draft. Taking one has no key of its own: it is there to be read. */
export function DeskDraft({ questionnaireId, question, show }: DeskDraftProps) {
  const { draft } = question;
  if (!draft) return null;
  if (["accepted", "edited", "rejected"].includes(question.state)) {
    if (draft.state !== "written" || !isTakenDraft(question)) return null;
    return (
      <p className="text-13 text-ink2">
        These are the words of a draft by {draft.model}, from <Sources draft={draft} />.
      </p>
    );
  }
  if (draft.state === "asked") {
    return (
      <Note tone="pending" title="A draft was asked for">
        It will be here once it is written.{" "}
        <Link to={deskAddress(questionnaireId, { show, question: question.id })}>Look again</Link>
      </Note>
    );
  }
  if (draft.state === "refused") {
    return (
      <Note tone="none" title="No draft">
        {draft.reason}
      </Note>
    );
  }
  return <WrittenDraft {...{ questionnaireId, question, show, draft }} />;
}

type Written = Extract<AnswerDraft, { state: "written" }>;

function WrittenDraft({ questionnaireId, question, show, draft }: DeskDraftProps & { draft: Written }) {
  const at = `/staff/questionnaires/${questionnaireId}/responses/${question.id}`;
  const shown = (
    <>
      <input type="hidden" name="version" value={question.version} />
      <input type="hidden" name="show" value={show} />
    </>
  );
  return (
    <section className="paper" aria-label="Draft">
      <div className="paper-head">
        <span>
          <Glyph of="drafted" /> <b>Draft</b>, written by {draft.model} from <Sources draft={draft} />.{" "}
          <b>Read every word.</b>
        </span>
      </div>
      <div className="p-3.5">
        <Facts compact>
          <Fact term="Short">{draft.short ?? "None"}</Fact>
          <Fact term="Answer">
            <span className="whitespace-pre-wrap">{draft.text}</span>
          </Fact>
        </Facts>
      </div>
      <div className="paper-foot">
        <span>It is not an answer until you take it.</span>
        <div className="flex gap-2">
          <Form method="post" action={`${at}/draft`}>
            {shown}
            <Button size="small">Take it</Button>
          </Form>
          <Form method="post" action={`${at}/draft-removal`}>
            {shown}
            <Button size="small" variant="quiet">
              Discard
            </Button>
          </Form>
        </div>
      </div>
    </section>
  );
}

function Sources({ draft: { cites } }: { draft: Written }) {
  return cites.map(({ key, answerId }, at) => (
    <span key={key}>
      {at > 0 && (at === cites.length - 1 ? " and " : ", ")}
      <Link className="id whitespace-nowrap" to={`/staff/answers/${answerId}`}>
        {key}
      </Link>
    </span>
  ));
}

export interface DraftingOfferProps {
  questionnaireId: string;
  drafting: { model: string | null; possible: number; asked: number };
}

/** Nothing where drafting is off, or there is nothing to draft. */
export function DraftingOffer({ questionnaireId, drafting: { model, possible, asked } }: DraftingOfferProps) {
  if (model === null) return null;
  return (
    <>
      {asked > 0 && <span className="text-13 text-ink2">{countOf(asked, "draft")} on the way</span>}
      {possible > 0 && (
        <Form method="post" action={`/staff/questionnaires/${questionnaireId}/drafts`}>
          <Button size="small" title={`Sends the questions and their nearest approved answers to ${model}`}>
            Ask for {countOf(possible, "draft")}
          </Button>
        </Form>
      )}
    </>
  );
}

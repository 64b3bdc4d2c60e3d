import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { TextArea, TextField } from "#app/components/field.tsx";
import { Fold } from "#app/components/fold.tsx";
import { ActionBar } from "#app/components/pane-layout.tsx";
import { Grounds } from "#app/domain/questionnaires/ui/grounds.tsx";
import type { DeskCandidate, DeskQuestionData } from "#app/domain/questionnaires/ui/desk-question.tsx";
import type { Show } from "#app/domain/questionnaires/shown-questions.ts";

export interface DeskActionsProps {
  questionnaireId: string;
  question: DeskQuestionData;
  show: Show;
  /** Where the next undecided question is. */
  skipTo: string | null;
}

/** Each button is a form of its own, so that all of it works without JavaScript; keys press them. */
export function DeskActions({ questionnaireId, question, show, skipTo }: DeskActionsProps) {
  const at = `/staff/questionnaires/${questionnaireId}/responses/${question.id}`;
  const shown = (
    <>
      <input type="hidden" name="version" value={question.version} />
      <input type="hidden" name="show" value={show} />
    </>
  );
  const decided = ["accepted", "edited", "rejected"].includes(question.state);
  const [best, ...others] = question.candidates;
  const cautious = question.explanation.vetoes.length > 0 || !question.explanation.proposed;
  return (
    <>
      {!decided && others.length > 0 && (
        <NextBest {...{ at, shown }} candidates={others} why={question.explanation.runnerUp} />
      )}
      <Fold summary={decided ? "Change the wording" : "Write or edit the answer"} id="edit">
        <Form method="post" action={`${at}/wording`} className="form">
          {shown}
          <TextField
            label="Short form"
            name="short"
            defaultValue={(decided ? question.short : (question.short ?? best?.short)) ?? ""}
            optional
          />
          <TextArea
            label="Answer"
            name="text"
            rows={6}
            defaultValue={decided ? question.text : question.text || best?.text}
            required
          />
          <Button>Save this wording</Button>
        </Form>
      </Fold>
      <ActionBar>
        {!decided && best && (
          <Form method="post" action={`${at}/acceptance`}>
            {shown}
            <Button variant={cautious ? "alternative" : "primary"} kbd="Enter" data-key="Enter">
              {cautious ? "Accept all the same" : "Accept"}
            </Button>
          </Form>
        )}
        <EditButton />
        {!decided && (
          <Form method="post" action={`${at}/blank`}>
            {shown}
            <Button kbd="B" data-key="b">
              Leave blank
            </Button>
          </Form>
        )}
        {decided && (
          <Form method="post" action={`${at}/undo`}>
            {shown}
            <Button kbd="U" data-key="u">
              Undo
            </Button>
          </Form>
        )}
        {skipTo && (
          <ButtonLink to={skipTo} kbd="S" data-key="s">
            {decided ? "Next to decide" : "Skip"}
          </ButtonLink>
        )}
      </ActionBar>
    </>
  );
}

/** Without JavaScript the fold above does the same by itself. */
function EditButton() {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(true), []);
  if (!able) return null;
  return (
    <Button type="button" kbd="E" data-key="e" data-opens="edit">
      Edit
    </Button>
  );
}

function NextBest(props: { at: string; shown: ReactNode; candidates: DeskCandidate[]; why: string | null }) {
  return (
    <section aria-labelledby="next-best">
      <h3 className="sub" id="next-best">
        Next best
      </h3>
      <ol className="grid">
        {props.candidates.map((candidate, at) => (
          <li key={candidate.key} className="flex items-start gap-3 border-t border-line py-2.5">
            <Form method="post" action={`${props.at}/alternative`}>
              {props.shown}
              <input type="hidden" name="place" value={at + 1} />
              <Button size="small" kbd={String(at + 2)} data-key={String(at + 2)} aria-label={`Use ${candidate.key}`}>
                Use
              </Button>
            </Form>
            <div className="min-w-0">
              <p>{shortened(candidate.text)}</p>
              <p className="text-13 text-ink2">
                <span className="id">{candidate.key}</span> “{shortened(candidate.question)}”
                {candidate.short && (
                  <>
                    {" "}
                    Short form <b>{candidate.short}</b>
                  </>
                )}
              </p>
              {at === 0 && props.why && (
                <p className="text-13 text-ink2">Why it came second: {firstSmall(props.why)}</p>
              )}
              <div className="grid text-13">
                <Grounds grounds={candidate.grounds} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const firstSmall = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const shortened = (text: string) => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

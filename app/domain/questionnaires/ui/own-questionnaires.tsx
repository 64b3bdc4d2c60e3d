import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { Stepper, type Step } from "#app/components/stepper.tsx";
import { DateText } from "#app/components/time.tsx";
import type { QuestionnaireState } from "#app/domain/questionnaires/questionnaires.ts";

export interface OwnRow {
  id: string;
  title: string;
  fileName: string;
  state: QuestionnaireState;
  senderName: string | null;
  receivedAt: string;
  dueOn: string | null;
  releasedAt: string | null;
  failure: string | null;
  answersApart: boolean;
  answered: number | null;
  questions: number | null;
}

export function OwnQuestionnaires({ questionnaires }: { questionnaires: OwnRow[] }) {
  if (questionnaires.length === 0) {
    return (
      <EmptyState title="No questionnaire yet">Send yours above; you follow it here until it comes back.</EmptyState>
    );
  }
  return (
    <ul className="grid gap-8">
      {questionnaires.map((one) => (
        <li key={one.id} className="grid gap-3">
          <div>
            <h3>{one.title}</h3>
            <p className="text-13 text-ink2">
              {one.fileName}, sent by {one.senderName ?? "our staff"} on <DateText date={one.receivedAt} />
              {one.dueOn && (
                <>
                  , wanted by <DateText date={one.dueOn} />
                </>
              )}
            </p>
          </div>
          <Stepper steps={stepsOf(one)} label={`Where ${one.title} stands`} />
          {one.state === "released" && <Downloads {...one} />}
        </li>
      ))}
    </ul>
  );
}

function Downloads({ id, answersApart, answered, questions }: OwnRow) {
  const blank = (questions ?? 0) - (answered ?? 0);
  return (
    <>
      <p>
        {answered} of {questions} questions are answered{blank > 0 && `; ${blank} stay blank`}.{" "}
        {answersApart
          ? "Your file has no fields for answers, so they come as a document that follows your numbering."
          : "It is your own file: only answer cells were filled."}
      </p>
      <div className="btn-row">
        <ButtonLink variant="primary" href={`/portal/questionnaires/${id}/file`}>
          {answersApart ? "Download the answers" : "Download your file"}
        </ButtonLink>
      </div>
      <AnswerDownloads at={`/portal/questionnaires/${id}/answers`} />
    </>
  );
}

function stepsOf({ state, receivedAt, releasedAt, failure }: OwnRow): Step[] {
  const received: Step = { label: "Received", detail: <DateText date={receivedAt} />, state: "done" };
  if (state === "failed") return [received, { label: "Could not be read", detail: failure, state: "stopped" }];
  if (state === "withdrawn") return [received, { label: "Withdrawn", state: "stopped" }];
  const place = { received: 1, mapping: 1, filling: 1, "in-review": 2, released: 4 }[state];
  const at = (step: number) => (place > step ? "done" : place === step ? "now" : "todo");
  return [
    received,
    { label: "Being prepared", detail: "We find your questions in the file", state: at(1) },
    { label: "In review", detail: "Security reads each answer", state: at(2) },
    { label: "Released", detail: releasedAt ? <DateText date={releasedAt} /> : "You get a mail", state: at(3) },
  ];
}

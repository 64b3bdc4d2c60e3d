import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { Stepper, type Step } from "#app/components/stepper.tsx";
import { DateText } from "#app/components/time.tsx";
import { saidIn } from "#app/messages/complaints.ts";
import { useSpeech, useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
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
  const said = useWords().questionnaires;
  if (questionnaires.length === 0) return <EmptyState title={said.none}>{said.noneHint}</EmptyState>;
  return (
    <ul className="grid gap-8">
      {questionnaires.map((one) => (
        <li key={one.id} className="grid gap-3">
          <div>
            <h3>{one.title}</h3>
            <p className="text-13 text-ink2">
              {said.sentBy({
                fileName: one.fileName,
                by: one.senderName,
                on: <DateText date={one.receivedAt} />,
                dueOn: one.dueOn && <DateText date={one.dueOn} />,
              })}
            </p>
          </div>
          <Steps {...one} />
          {one.state === "released" && <Downloads {...one} />}
        </li>
      ))}
    </ul>
  );
}

function Downloads({ id, answersApart, answered, questions }: OwnRow) {
  const said = useWords().questionnaires;
  const blank = (questions ?? 0) - (answered ?? 0);
  const counted = [said.answered(answered ?? 0, questions ?? 0), blank > 0 && said.stayBlank(blank)];
  return (
    <>
      <p>
        {counted.filter(Boolean).join("; ")}. {answersApart ? said.apart : said.ownFile}
      </p>
      <div className="btn-row">
        <ButtonLink variant="primary" href={`/portal/questionnaires/${id}/file`}>
          {answersApart ? said.downloadAnswers : said.downloadFile}
        </ButtonLink>
      </div>
      <AnswerDownloads at={`/portal/questionnaires/${id}/answers`} />
    </>
  );
}

function Steps(row: OwnRow) {
  const { language, words } = useSpeech();
  const failure = row.failure && saidIn(language, row.failure);
  const steps = stepsOf({ ...row, failure }, words.questionnaires.steps);
  return <Stepper steps={steps} label={words.questionnaires.stands(row.title)} />;
}

function stepsOf({ state, receivedAt, releasedAt, failure }: OwnRow, said: Words["questionnaires"]["steps"]): Step[] {
  const received: Step = { label: said.received, detail: <DateText date={receivedAt} />, state: "done" };
  if (state === "failed") return [received, { label: said.unreadable, detail: failure, state: "stopped" }];
  if (state === "withdrawn") return [received, { label: said.withdrawn, state: "stopped" }];
  const place = { received: 1, mapping: 1, filling: 1, "in-review": 2, released: 4 }[state];
  const at = (step: number) => (place > step ? "done" : place === step ? "now" : "todo");
  return [
    received,
    { label: said.prepared, detail: said.preparedHint, state: at(1) },
    { label: said.review, detail: said.reviewHint, state: at(2) },
    { label: said.released, detail: releasedAt ? <DateText date={releasedAt} /> : said.releasedHint, state: at(3) },
  ];
}

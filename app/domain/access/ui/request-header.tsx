import { Id } from "#app/components/mono.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { type Step, Stepper } from "#app/components/stepper.tsx";
import { DateTime } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
import { progressOf, type ProgressStep, type RequestFacts, type RequestProgress } from "../request-progress.ts";

export type ShownRequest = RequestFacts & {
  id: string;
  reference: string;
  reason: string;
  message: string | null;
  requestedAt: string;
};

export const titleOf = (request: RequestFacts, { portal }: Words): string => {
  const { stage, openUntil } = progressOf(request);
  return stage === "open" && openUntil ? portal.request.openUntil(openUntil) : portal.request.titles[stage];
};

export function RequestHeader({ request }: { request: ShownRequest }) {
  const words = useWords();
  const progress = progressOf(request);
  return (
    <PageHeader
      eyebrow={words.portal.request.eyebrow(<Id>{request.reference}</Id>, <DateTime date={request.requestedAt} />)}
      title={titleOf(request, words)}
      lead={leadOf(request, progress, words)}
    >
      <Stepper steps={progress.steps.map((step) => spoken(step, { request, stage: progress.stage, words }))} />
    </PageHeader>
  );
}

function leadOf(request: ShownRequest, { stage }: RequestProgress, { portal }: Words): string {
  const { leads, given } = portal.request;
  const approved = request.decisions.filter((document) => document.decision === "approved").length;
  const what = given({ by: request.sharedBy, approved, all: request.decisions.length });
  switch (stage) {
    case "waits":
      return leads.waits(request.decideBy!);
    case "nda": {
      const waiting = request.documents.filter((document) => document.state === "waits-for-nda").length;
      return `${what} ${leads.nda(waiting)}`;
    }
    case "open":
      return `${what} ${leads.open}`;
    default:
      return leads[stage];
  }
}

type Asked = { request: ShownRequest; stage: RequestProgress["stage"]; words: Words };

function spoken(step: ProgressStep, { request, stage, words }: Asked): Step {
  const { steps: said } = words.portal.request;
  const at = step.at && words.calendar.dayAndTime(step.at);
  if (step.key === "address") return { label: said.address, detail: at, state: step.state };
  if (step.key === "decision") {
    const detail = step.state === "now" && step.at ? said.answerBy(step.at) : at;
    return { label: decisionLabel(request, stage, said), state: step.state, detail };
  }
  if (step.key === "nda") {
    const label = step.state === "done" ? said.ndaAccepted : step.state === "now" ? said.ndaNow : said.nda;
    return { label, detail: at ?? said.readAndAccept, state: step.state };
  }
  const days = Math.max(0, ...request.documents.map((document) => document.days));
  const todo = days > 0 ? said.days(days) : said.afterDecision;
  return {
    label: stage === "ended" ? said.closed : said.open,
    detail: step.at ? said.until(step.at) : step.state === "todo" ? todo : null,
    state: step.state,
  };
}

function decisionLabel(
  request: ShownRequest,
  stage: Asked["stage"],
  said: Words["portal"]["request"]["steps"],
): string {
  if (stage === "declined") return said.declined;
  if (stage === "withdrawn") return said.withdrawn;
  if (stage === "asks") return said.question;
  if (request.sharedBy) return said.preparedBy(request.sharedBy);
  return stage === "waits" ? said.withSecurity : said.decided;
}

import { formatDate, formatDateTime } from "#app/components/dates.ts";
import { Id } from "#app/components/mono.tsx";
import { countOf } from "#app/components/numbers.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { type Step, Stepper } from "#app/components/stepper.tsx";
import { DateTime } from "#app/components/time.tsx";
import { progressOf, type ProgressStep, type RequestFacts, type RequestProgress } from "../request-progress.ts";

export type ShownRequest = RequestFacts & {
  id: string;
  reference: string;
  reason: string;
  message: string | null;
  requestedAt: string;
};

const titles: Record<RequestProgress["stage"], string> = {
  waits: "Security has your request",
  asks: "Security needs to know more",
  declined: "Your request was declined",
  withdrawn: "This request is closed",
  nda: "Approved. Accept the NDA to open your documents",
  open: "Your documents are open",
  ended: "Your access has ended",
};

export const titleOf = (request: RequestFacts): string => {
  const { stage, openUntil } = progressOf(request);
  return stage === "open" && openUntil ? `Your documents are open until ${formatDate(openUntil)}` : titles[stage];
};

export function RequestHeader({ request }: { request: ShownRequest }) {
  const progress = progressOf(request);
  return (
    <PageHeader
      eyebrow={
        <>
          Request <Id>{request.reference}</Id>, sent <DateTime date={request.requestedAt} />
        </>
      }
      title={titleOf(request)}
      lead={leadOf(request, progress)}
    >
      <Stepper steps={progress.steps.map((step) => spoken(step, request, progress))} />
    </PageHeader>
  );
}

function leadOf(request: ShownRequest, { stage }: RequestProgress): string {
  const approved = request.decisions.filter((document) => document.decision === "approved").length;
  const all = request.decisions.length;
  if (stage === "waits") return `You hear from us by ${formatDateTime(request.decideBy!)}, by e-mail and on this page.`;
  if (stage === "asks") return "Answer the question below, and your request goes on.";
  if (stage === "declined") return "The reason is below. You can ask again when something has changed.";
  if (stage === "withdrawn") return "Nothing was opened. You can ask again at any time.";
  const by = request.sharedBy ? `${request.sharedBy} prepared` : "Security approved";
  const what = approved === all ? countOf(all, "document") : `${approved} of the ${all} documents you asked for`;
  if (stage === "nda") {
    const waiting = request.documents.filter((document) => document.state === "waits-for-nda").length;
    return `${by} ${what}. ${countOf(waiting, "document")} open${waiting === 1 ? "s" : ""} when you accept the NDA below.`;
  }
  if (stage === "ended") return "Ask again if you still need a document. Your NDA acceptance stays on record.";
  return `${by} ${what}. Each copy is stamped with your name.`;
}

function spoken(step: ProgressStep, request: ShownRequest, { stage }: RequestProgress): Step {
  const at = step.at && formatDateTime(step.at);
  if (step.key === "address") return { label: "Address verified", detail: at, state: step.state };
  if (step.key === "decision")
    return { ...decisionStep(request, stage), state: step.state, detail: decisionDetail(step, at) };
  if (step.key === "nda") {
    const label = step.state === "done" ? "NDA accepted" : step.state === "now" ? "NDA: your turn" : "NDA";
    return { label, detail: at ?? "Read and accept it on this page", state: step.state };
  }
  const days = Math.max(0, ...request.documents.map((document) => document.days));
  const todo = days > 0 ? `${days} days from acceptance` : "After the decision";
  return {
    label: stage === "ended" ? "Documents closed" : "Documents open",
    detail: at ? `until ${at}` : step.state === "todo" ? todo : null,
    state: step.state,
  };
}

function decisionStep(request: ShownRequest, stage: RequestProgress["stage"]) {
  if (stage === "declined") return { label: "Declined by Security" };
  if (stage === "withdrawn") return { label: "Withdrawn" };
  if (stage === "asks") return { label: "Question: your turn" };
  if (request.sharedBy) return { label: `Prepared by ${request.sharedBy}` };
  return { label: stage === "waits" ? "With Security" : "Decided by Security" };
}

const decisionDetail = (step: ProgressStep, at: string | null) => (step.state === "now" && at ? `Answer by ${at}` : at);

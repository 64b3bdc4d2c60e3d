import { Status } from "#app/components/status.tsx";
import type { Tone } from "#app/components/tones.ts";
import { type AnswerState, stateWords } from "#app/domain/knowledge-base/answers.ts";

const tones: Record<AnswerState, Tone> = {
  draft: "prep",
  "in-review": "pending",
  approved: "current",
  retired: "none",
};

export interface AnswerStanding {
  state: AnswerState;
  version: number;
  approvedVersion: number | null;
  overdue: boolean;
}

/** Overdue is said first: such an answer is not reused, whatever its state says. */
export function AnswerStatus({ standing }: { standing: AnswerStanding }) {
  const { state, version, approvedVersion, overdue } = standing;
  if (overdue) return <Status tone="ageing" word="Needs re-approval" />;
  const inUse = approvedVersion !== null && approvedVersion !== version;
  return (
    <Status tone={tones[state]} word={stateWords[state]} detail={inUse && `version ${approvedVersion} is in use`} />
  );
}

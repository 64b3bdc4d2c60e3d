import { Status } from "#app/components/status.tsx";
import type { Tone } from "#app/components/tones.ts";
import { type QuestionnaireState, stateWords } from "#app/domain/questionnaires/questionnaires.ts";

const tones: Record<QuestionnaireState, Tone> = {
  received: "prep",
  mapping: "ageing",
  filling: "prep",
  "in-review": "pending",
  released: "current",
  failed: "lapsed",
  withdrawn: "none",
};

export function QuestionnaireStatus({ state, detail }: { state: QuestionnaireState; detail?: string | null }) {
  return <Status tone={tones[state]} word={stateWords[state]} detail={detail ?? undefined} />;
}

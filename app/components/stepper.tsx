import { Lock, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Glyph } from "#app/components/glyph.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useWords } from "#app/messages/speech.ts";

export interface Step {
  label: ReactNode;
  /** When it was done, or until when it can be. */
  detail?: ReactNode;
  state: "done" | "now" | "todo" | "stopped";
}

function StepMark({ state }: { state: Step["state"] }) {
  if (state === "done") return <Glyph of="current" />;
  if (state === "stopped") return <Glyph of="lapsed" />;
  return <Icon of={state === "now" ? Pencil : Lock} />;
}

export function Stepper({ steps, label }: { steps: Step[]; label?: string }) {
  const { steps: words } = useWords().layout;
  return (
    <ol className="steps" aria-label={label ?? words.label}>
      {steps.map((step, at) => (
        <li key={at} data-state={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          <b>
            <StepMark state={step.state} />
            <span>
              <span className="sr-only">{words[step.state]}</span>
              {step.label}
            </span>
          </b>
          {step.detail && <span className="step-detail">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}

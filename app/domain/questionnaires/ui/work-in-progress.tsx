import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { Meter } from "#app/components/meter.tsx";
import { countOf, formatCount } from "#app/components/numbers.ts";

const lookEveryMs = 1_000;

/** What stands while Candor works: it looks again every second, and offers to where there is no JavaScript. */
function WorkInProgress({ here, action, children }: { here: string; action?: ReactNode; children: ReactNode }) {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, lookEveryMs);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  return (
    <div className="grid max-w-2xl gap-3">
      {children}
      <ButtonRow>
        {action}
        <noscript>
          <ButtonLink variant="quiet" href={here}>
            Refresh
          </ButtonLink>
        </noscript>
      </ButtonRow>
    </div>
  );
}

export function ReadingProgress({ questionnaireId }: { questionnaireId: string }) {
  return (
    <WorkInProgress here={`/staff/questionnaires/${questionnaireId}`}>
      <p role="status">The file is being read. This takes a few seconds.</p>
    </WorkInProgress>
  );
}

export interface FillingProgressProps {
  questionnaireId: string;
  filled: number;
  questions: number;
  mayCancel: boolean;
}

export function FillingProgress({ questionnaireId, filled, questions, mayCancel }: FillingProgressProps) {
  const here = `/staff/questionnaires/${questionnaireId}`;
  const inWords = `${formatCount(filled)} of ${countOf(questions, "question")}`;
  return (
    <WorkInProgress
      here={here}
      action={
        mayCancel && (
          <Form action={`${here}/filling-cancellation`}>
            <Button>Cancel filling</Button>
          </Form>
        )
      }
    >
      <p>
        <b>{inWords}</b> matched
      </p>
      <Meter label={`Filling: ${inWords} matched`} value={filled} max={Math.max(1, questions)} />
      {mayCancel && (
        <p className="hint">Cancelling goes back to the columns. The file is kept; nothing is written into it.</p>
      )}
    </WorkInProgress>
  );
}

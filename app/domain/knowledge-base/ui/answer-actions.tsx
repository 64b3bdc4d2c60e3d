import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { DateField, TextArea } from "#app/components/field.tsx";
import { Fold, Folds } from "#app/components/fold.tsx";
import { Form } from "#app/components/form.tsx";
import type { AnswerState } from "#app/domain/knowledge-base/answers.ts";

export interface AnswerActionsProps {
  id: string;
  state: AnswerState;
  version: number;
  /** The day that an approval made today would hold until. */
  nextReview: string;
}

/** The next step first; what ends or sends back an answer below it, folded. */
export function AnswerActions({ id, state, version, nextReview }: AnswerActionsProps) {
  const at = `/staff/answers/${id}`;
  const approvable = state === "in-review" || state === "approved";
  return (
    <>
      {approvable && (
        <Form action={`${at}/approval`} className="max-w-md">
          <input type="hidden" name="version" value={version} />
          <DateField label="Next review" name="reviewBy" defaultValue={nextReview} required />
          <ButtonRow>
            <Button variant={state === "in-review" ? "primary" : "alternative"}>
              {state === "in-review" ? `Approve version ${version}` : `Approve version ${version} again`}
            </Button>
            <ButtonLink to={`${at}/edit`}>Edit</ButtonLink>
          </ButtonRow>
        </Form>
      )}
      {!approvable && (
        <Form action={`${at}/submission`}>
          <input type="hidden" name="version" value={version} />
          <ButtonRow>
            {state === "draft" && <Button variant="primary">Submit version {version} for review</Button>}
            <ButtonLink to={`${at}/edit`}>{state === "retired" ? "Bring back as a draft" : "Edit"}</ButtonLink>
          </ButtonRow>
        </Form>
      )}
      <Folds>
        {state === "in-review" && (
          <Fold summary="Ask for changes">
            <Form action={`${at}/return`} className="max-w-md">
              <input type="hidden" name="version" value={version} />
              <TextArea label="What should be changed" name="reason" id="return-reason" rows={2} required />
              <Button>Send back as a draft</Button>
            </Form>
          </Fold>
        )}
        {state !== "retired" && (
          <Fold summary="Retire">
            <Form action={`${at}/retirement`} className="max-w-md">
              <input type="hidden" name="version" value={version} />
              <p>It is out of use at once, and stops a release that contains it. Its versions stay on record.</p>
              <TextArea label="Why" name="reason" id="retire-reason" rows={2} optional />
              <Button variant="negative">Retire this answer</Button>
            </Form>
          </Fold>
        )}
      </Folds>
    </>
  );
}

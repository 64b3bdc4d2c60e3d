import { Button, ButtonRow } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { Note } from "#app/components/note.tsx";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";

export type Confirmable = {
  reportId: string;
  what: string;
  fingerprint: string;
  lastEditor: string | null;
  isYours: boolean;
  confirmedBy: string | null;
  waits: boolean;
};

type Rule = { wanted: boolean; deciders: number; asked: boolean };

/** Who has to look at which report before visitors see it, and why nobody has to where that is so. */
export function SecondPersonNote({ rule, reports, mayEdit }: { rule: Rule; reports: Confirmable[]; mayEdit: boolean }) {
  if (!rule.asked) return <p>{noSecondPerson(rule)}</p>;
  return (
    <>
      {reports.map((report) => (
        <Note key={report.reportId} tone={report.waits ? "pending" : "observation"} title={report.what}>
          <p>{saidOf(report, mayEdit)}</p>
          {mayEdit && !report.isYours && !report.confirmedBy && (
            <Form action={`/staff/reports/${report.reportId}/confirmation`}>
              <input type="hidden" name="fingerprint" value={report.fingerprint} />
              <div>
                <Button size="small">Confirm without publishing</Button>
              </div>
            </Form>
          )}
        </Note>
      ))}
    </>
  );
}

const noSecondPerson = ({ wanted, deciders }: Rule): string =>
  wanted
    ? `No second person is asked about reports: ${deciders === 1 ? "there is one" : "there is no"} active colleague with the role Security or Admin.`
    : "No second person is asked about reports: an admin has turned that off under Company.";

function saidOf({ lastEditor, isYours, confirmedBy }: Confirmable, mayEdit: boolean): string {
  const edited = `The last edit is ${isYours ? "yours" : `by ${lastEditor ?? "someone unknown"}`}.`;
  if (confirmedBy) return `${edited} ${confirmedBy} has confirmed the report as it is.`;
  if (isYours) {
    return `${edited} Someone else with the role Security or Admin confirms it. Until then you can publish the rest, and visitors go on seeing the report as it was.`;
  }
  if (!mayEdit) return `${edited} It waits for someone else with the role Security or Admin.`;
  return `${edited} You are the second person: if you publish, you confirm that the report below is right.`;
}

export function PublishForm({ shown, state, isFirst }: { shown: string; state: FormState; isFirst: boolean }) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <input type="hidden" name="shown" value={shown} />
      <TextArea
        label="Note"
        name="note"
        optional
        rows={2}
        hint="For the history. Visitors do not see it."
        defaultValue={state.typed.note}
        errors={state.errors.note}
      />
      <ButtonRow>
        <Button variant="primary">{isFirst ? "Publish the trust page" : "Publish these changes"}</Button>
      </ButtonRow>
    </Form>
  );
}

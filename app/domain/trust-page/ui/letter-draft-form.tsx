import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { DateField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { Note } from "#app/components/note.tsx";
import type { Letter } from "#app/domain/trust-page/bridge-letter-draft.ts";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

export function LetterDraftForm({ state, reportId }: { state: FormState; reportId: string }) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <FormRow>
        <DateField label="Covers from" hint="The day after the period" {...field(state, "coversFrom")} />
        <DateField label="Covers until" hint="At most about 3 months on" {...field(state, "coversUntil")} />
      </FormRow>
      <FormRow>
        <TextField label="Who signs" hint="For management" {...field(state, "signer")} />
        <TextField label="Their title" {...field(state, "signerTitle")} />
      </FormRow>
      <TextArea
        label="Material changes"
        optional
        rows={6}
        hint="One a line, as readers should see them. Without any, the letter states that there were none: only write it so if that is true."
        {...field(state, "changes")}
      />
      <ButtonRow>
        <Button variant="primary">Look it over</Button>
        <ButtonLink variant="quiet" to={`/staff/reports/${reportId}`}>
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

type ReadyProps = {
  draft: Record<string, string>;
  letter: Letter;
  days: number;
  warnings: string[];
  reportId: string;
};

/** The letter as it will read. The button hands over the file, so that the browser has to send the form itself. */
export function LetterReady({ draft, letter, days, warnings, reportId }: ReadyProps) {
  return (
    <>
      {warnings.length > 0 && (
        <Note tone="ageing" title="Check this">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Note>
      )}
      <h2>{letter.subject}</h2>
      <Facts>
        {letter.facts
          .filter(([, said]) => said !== "")
          .map(([term, said]) => (
            <Fact key={term} term={term}>
              {said}
            </Fact>
          ))}
      </Facts>
      <div className="max-w-prose space-y-3">
        {[...letter.statement, ...letter.caveats].map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
        <p>
          {draft.signer}, {draft.signerTitle}
        </p>
      </div>
      <p className="max-w-prose text-sm">
        The file is a draft of {sayCount(days, "day")} of cover. It is not kept and not published: once it is signed,
        upload it as a document and add it to the report.
      </p>
      <Form method="post" action={`/staff/reports/${reportId}/bridge-letters/draft-file`} reloadDocument>
        {Object.entries(draft).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button variant="primary">Make the PDF</Button>
          <ButtonLink variant="quiet" to={`/staff/reports/${reportId}`}>
            Back to the report
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

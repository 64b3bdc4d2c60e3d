import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { DateField, SelectField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { documentChoices, type FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

type Props = { state: FormState; documents: { id: string; title: string }[]; reportId: string };

export function BridgeLetterForm({ state, documents, reportId }: Props) {
  return (
    <Form className="max-w-xl">
      <FormErrors errors={state.errors} />
      <FormRow>
        <DateField label="Covers from" hint="The day after the period" {...field(state, "coversFrom")} />
        <DateField label="Covers until" hint="At most about 3 months on" {...field(state, "coversUntil")} />
      </FormRow>
      <DateField label="Signed" {...field(state, "signedOn")} />
      <SelectField label="File" options={documentChoices(documents)} {...field(state, "documentId")} />
      <ButtonRow>
        <Button variant="primary">Add the letter</Button>
        <ButtonLink variant="quiet" to={`/staff/reports/${reportId}`}>
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { DateField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

export function SubprocessorForm({ state, button }: { state: FormState; button: string }) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <FormRow>
        <TextField label="Company" {...field(state, "name")} />
        <TextField label="Does what" hint="For example Hosting" {...field(state, "service")} />
      </FormRow>
      <TextArea label="Purpose" optional rows={2} {...field(state, "purpose")} />
      <TextField label="Data" optional hint="Which data it processes" {...field(state, "dataCategories")} />
      <FormRow>
        <TextField label="Where" optional hint="Places and countries" {...field(state, "region")} />
        <TextField label="Transfer basis" optional {...field(state, "transferBasis")} />
      </FormRow>
      <TextField label="Address of its data processing terms" type="url" optional {...field(state, "dpaUrl")} />
      <DateField label="Customers told on" optional hint="Begins the time to object" {...field(state, "announcedOn")} />
      <FormRow>
        <TextField
          label="Days to object"
          optional
          inputMode="numeric"
          inputClassName="w-44"
          hint="Counted from the notice"
          {...field(state, "objectionDays")}
        />
        <DateField
          label="Last day to object"
          optional
          hint="Instead of the days, if you know it"
          {...field(state, "objectUntil")}
        />
      </FormRow>
      <FormRow>
        <DateField label="In use from" optional hint="May be to come" {...field(state, "addedOn")} />
        <DateField label="In use until" optional hint="Stays listed as removed" {...field(state, "removedOn")} />
      </FormRow>
      <ButtonRow>
        <Button variant="primary">{button}</Button>
        <ButtonLink variant="quiet" to="/staff/subprocessors">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

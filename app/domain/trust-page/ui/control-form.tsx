import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { controlStatuses, controlStatusNames } from "#app/domain/trust-page/controls.ts";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

export function ControlForm({ state, button }: { state: FormState; button: string }) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <FormRow>
        <TextField label="Id" hint="For example AC-01" {...field(state, "reference")} />
        <SelectField
          label="Status"
          options={controlStatuses.map((status) => ({ value: status, label: controlStatusNames[status] }))}
          {...field(state, "status")}
        />
      </FormRow>
      <TextField label="Title" {...field(state, "title")} />
      <TextArea
        label="What we do"
        hint="Visitors read it, if the control is public"
        optional
        {...field(state, "description")}
      />
      <TextField
        label="Criteria"
        optional
        hint="Ids with commas between them: CC6.1, CC6.3"
        {...field(state, "criteria")}
      />
      <TextField label="Owner" optional hint="Stays inside" {...field(state, "owner")} />
      <CheckboxField
        label="Public: on the trust page"
        name="public"
        value="yes"
        defaultChecked={state.typed.public === "yes"}
        errors={state.errors.public}
      />
      <ButtonRow>
        <Button variant="primary">{button}</Button>
        <ButtonLink variant="quiet" to="/staff/controls">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

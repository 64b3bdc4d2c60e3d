import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, DateField, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import type { CertificationKind } from "#db/schema/trust-page.ts";
import { usualNames } from "#app/domain/trust-page/certifications.ts";
import { documentChoices, type FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

type Props = {
  kind: CertificationKind;
  state: FormState;
  documents: { id: string; title: string }[];
  button: string;
};

export function CertificationForm({ kind, state, documents, button }: Props) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <input type="hidden" name="kind" value={kind} />
      <TextField label="Name" list="usual-names" autoComplete="off" {...field(state, "name")} />
      <datalist id="usual-names">
        {usualNames[kind].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {kind === "certification" ? <IssuedFields state={state} /> : <StatedFields state={state} />}
      <SelectField
        label="File"
        optional
        options={documentChoices(documents)}
        hint="Visitors get it or ask for it, as its audience says."
        {...field(state, "documentId")}
      />
      <TextField
        label="Link"
        type="url"
        optional
        hint={kind === "certification" ? "Where the issuer confirms it" : "Where more is said"}
        {...field(state, "link")}
      />
      <CheckboxField
        label="On the trust page"
        name="published"
        value="yes"
        defaultChecked={state.typed.published === "yes"}
        errors={state.errors.published}
      />
      <ButtonRow>
        <Button variant="primary">{button}</Button>
        <ButtonLink variant="quiet" to="/staff/certifications">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

function IssuedFields({ state }: { state: FormState }) {
  return (
    <>
      <FormRow>
        <TextField label="Issuer" optional hint="The certification body" {...field(state, "issuer")} />
        <TextField label="Number" optional hint="As it stands on it" {...field(state, "certificateNumber")} />
      </FormRow>
      <TextArea label="Scope" optional rows={2} hint="As the issuer words it" {...field(state, "scope")} />
      <FormRow>
        <DateField label="Valid from" optional hint="Empty while nothing is issued" {...field(state, "validFrom")} />
        <DateField label="Valid until" optional hint="The last day" {...field(state, "validUntil")} />
        <DateField label="Expected" optional hint="While nothing is issued" {...field(state, "expectedOn")} />
      </FormRow>
      <TextArea
        label="Note"
        optional
        rows={2}
        hint="For visitors, for example where the audit stands"
        {...field(state, "statement")}
      />
    </>
  );
}

function StatedFields({ state }: { state: FormState }) {
  return (
    <>
      <TextArea
        label="Statement"
        rows={2}
        hint="What was assessed, and by whom. Visitors read that it is your own statement."
        {...field(state, "statement")}
      />
      <DateField label="Stated on" hint="Shown from this day on" {...field(state, "statedOn")} />
    </>
  );
}

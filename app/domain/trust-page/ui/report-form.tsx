import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, DateField, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { categories, categoryNames } from "#app/domain/trust-page/criteria.ts";
import { categoryBox, opinions, reportKinds } from "#app/domain/trust-page/reports.ts";
import { kindNames, opinionNames } from "#app/domain/trust-page/terms.ts";
import { en } from "#app/messages/en.ts";
import { documentChoices, type FormState } from "#app/domain/trust-page/ui/form-state.ts";

type Props = { state: FormState; documents: { id: string; title: string }[]; button: string };

export function ReportForm({ state, documents, button }: Props) {
  return (
    <Form className="max-w-3xl">
      <FormErrors errors={state.errors} />
      <SelectField
        label="Kind"
        options={reportKinds.map((kind) => ({
          value: kind,
          label: `${kindNames[kind]}: ${en.terms.kindMeanings[kind].toLowerCase()}`,
        }))}
        {...field(state, "kind")}
      />
      <CoverFields state={state} />
      <CategoryFields state={state} />
      <IssueFields state={state} />
      <ScopeFields state={state} />
      <SelectField
        label="File"
        options={documentChoices(documents)}
        hint="People ask for this document from the head of the trust page."
        {...field(state, "documentId")}
      />
      <ButtonRow>
        <Button variant="primary">{button}</Button>
        <ButtonLink variant="quiet" to="/staff/reports">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

export const field = ({ typed, errors }: FormState, name: string) => ({
  name,
  defaultValue: typed[name] ?? "",
  errors: errors[name],
});

function CoverFields({ state }: { state: FormState }) {
  return (
    <>
      <FormRow>
        <DateField label="Period from" hint="Type II only" {...field(state, "periodStart")} />
        <DateField label="Period until" hint="The last day, usually 3 to 12 months on" {...field(state, "periodEnd")} />
        <DateField label="As-of date" hint="Type I only" {...field(state, "asOf")} />
      </FormRow>
      <FormRow>
        <DateField label="Report expected" hint="While it is not issued" optional {...field(state, "expectedOn")} />
        <DateField label="Issued" hint="The date on the auditor’s report" optional {...field(state, "issuedOn")} />
        <SelectField
          label="Opinion"
          options={[
            { value: "", label: "None yet" },
            ...opinions.map((opinion) => ({ value: opinion, label: opinionNames[opinion] })),
          ]}
          {...field(state, "opinion")}
        />
      </FormRow>
    </>
  );
}

function CategoryFields({ state: { typed, errors } }: { state: FormState }) {
  return (
    <fieldset className="group">
      <legend className="label">Categories in scope</legend>
      <div className="choices">
        {categories.map((category) => {
          const name = categoryBox(category);
          return (
            <CheckboxField
              key={category}
              label={categoryNames[category]}
              name={name}
              value="yes"
              defaultChecked={typed[name] === "yes"}
              errors={errors[name]}
              hint={category === "security" ? "Part of every SOC 2 report" : undefined}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function IssueFields({ state }: { state: FormState }) {
  return (
    <>
      <FormRow>
        <TextField label="Auditor" hint="The CPA firm" {...field(state, "auditor")} />
        <TextField label="Licence" optional hint="State or register" {...field(state, "auditorLicence")} />
        <TextField label="Register address" type="url" optional {...field(state, "auditorUrl")} />
      </FormRow>
      <TextField
        label="Controls tested"
        inputMode="numeric"
        optional
        inputClassName="max-w-24"
        {...field(state, "controlsTested")}
      />
      <TextArea
        label="Exceptions"
        optional
        rows={5}
        hint="One a line: control | finding | management’s response. Visitors read them."
        {...field(state, "exceptions")}
      />
    </>
  );
}

function ScopeFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField label="System" optional hint="As the report names it" {...field(state, "systemName")} />
      <TextArea label="Products in scope" optional rows={3} hint="One a line" {...field(state, "products")} />
      <TextArea
        label="Subservice organizations"
        optional
        rows={3}
        hint="One a line: name | service | carve-out, or inclusive at the end"
        {...field(state, "subservice")}
      />
      <TextArea
        label="Complementary user entity controls (CUECs)"
        optional
        rows={5}
        hint="What customers must do, one a line"
        {...field(state, "cuecs")}
      />
    </>
  );
}

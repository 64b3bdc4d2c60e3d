import { Button } from "#app/components/button.tsx";
import { CheckboxField, DateField, FileField, TextArea, TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";

interface NdaVersionFieldsProps {
  number: number;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[]>;
}

export function NdaVersionFields({ number, typed, errors }: NdaVersionFieldsProps) {
  return (
    <Form encType="multipart/form-data" className="max-w-3xl">
      <FormErrors errors={errors} />
      <TextField label="Title" name="title" defaultValue={typed.title} errors={errors.title} required />
      <TextArea
        label="Text"
        name="body"
        rows={20}
        hint="Markdown. Once published it cannot be changed; a change is a new version. What was accepted before stays accepted."
        defaultValue={typed.body}
        errors={errors.body}
      />
      <FileField
        label="Or a PDF"
        name="file"
        accept="application/pdf,.pdf"
        hint="Up to 10 MiB. Empty the text above to use it. A signer has to open it before they can accept."
        errors={errors.file}
        optional
      />
      <FormRow>
        <TextField
          label="Months that its obligations last"
          name="obligationMonths"
          inputMode="numeric"
          defaultValue={typed.obligationMonths}
          errors={errors.obligationMonths}
          hint="From acceptance. The evidence names the day; empty means as the text says."
          optional
        />
        <TextField
          label="Language"
          name="language"
          defaultValue={typed.language}
          errors={errors.language}
          hint="Two letters, for example en."
        />
      </FormRow>
      <DateField
        label="In force from"
        name="effectiveOn"
        defaultValue={typed.effectiveOn}
        errors={errors.effectiveOn}
        hint="0:00 UTC of that day. Empty means at once."
        optional
      />
      <CheckboxField
        label="This is a material change"
        name="material"
        value="yes"
        defaultChecked={typed.material === "yes"}
        errors={errors.material}
        hint="Whoever accepted an earlier version accepts this one before their next download. Grants keep their dates."
      />
      <div>
        <Button variant="primary">Publish version {number}</Button>
      </div>
    </Form>
  );
}

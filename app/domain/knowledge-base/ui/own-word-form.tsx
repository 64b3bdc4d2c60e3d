import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";

export interface OwnWordFormProps {
  typed: Record<string, string>;
  errors: Record<string, string[]>;
  /** Names of built-in meanings, offered while typing. */
  builtInNames: string[];
  button: string;
}

export function OwnWordForm({ typed, errors, builtInNames, button }: OwnWordFormProps) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={errors} />
      <TextField
        label="Word"
        hint="A name of yours, such as a product. The name of a built-in meaning, such as “encryption at rest”, adds your phrases to that."
        name="name"
        defaultValue={typed.name}
        errors={errors.name}
        list="built-in-names"
        autoComplete="off"
      />
      <datalist id="built-in-names">
        {builtInNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextArea
        label="Also said as"
        hint="One phrase a line, at most 40 lines of 80 characters. A phrase in capitals matches only as it stands; others also in their other forms, such as “backup” for “backups”."
        name="phrases"
        rows={8}
        defaultValue={typed.phrases}
        errors={errors.phrases}
      />
      <ButtonRow>
        <Button variant="primary">{button}</Button>
        <ButtonLink variant="quiet" to="/staff/words">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

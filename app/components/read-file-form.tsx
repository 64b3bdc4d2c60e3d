import { Button } from "#app/components/button.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";

export interface ReadFileFormProps {
  accept: string;
  hint: string;
  errors?: Record<string, string[]>;
}

/** A file that is read first and looked at before anything is taken from it. */
export function ReadFileForm({ accept, hint, errors }: ReadFileFormProps) {
  return (
    <Form className="max-w-2xl" encType="multipart/form-data">
      <FormErrors errors={errors} />
      <FileDrop
        label="Choose a file, or drop it here"
        name="file"
        accept={accept}
        hint={hint}
        errors={errors?.file}
        required
      />
      <Button variant="primary">Read the file</Button>
    </Form>
  );
}

import { Button } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";

type AnswerFormProps = { action: string; errors?: Record<string, string[] | undefined>; typed?: string };

export function AnswerForm({ action, errors = {}, typed }: AnswerFormProps) {
  return (
    <Form action={action}>
      <FormErrors errors={errors} />
      <TextArea label="Your answer" name="answer" defaultValue={typed} errors={errors.answer} required />
      <div>
        <Button variant="primary">Send the answer</Button>
      </div>
    </Form>
  );
}

import { Button } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { useWords } from "#app/messages/speech.ts";

type AnswerFormProps = { action: string; errors?: Record<string, string[] | undefined>; typed?: string };

export function AnswerForm({ action, errors = {}, typed }: AnswerFormProps) {
  const said = useWords().portal.answer;
  return (
    <Form action={action}>
      <FormErrors errors={errors} />
      <TextArea label={said.yourAnswer} name="answer" defaultValue={typed} errors={errors.answer} required />
      <div>
        <Button variant="primary">{said.send}</Button>
      </div>
    </Form>
  );
}

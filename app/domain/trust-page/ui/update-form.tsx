import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { topicNames, updateTopics } from "#app/domain/trust-page/updates.ts";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

type Props = { state: FormState; button: string; primary: boolean };

export function UpdateForm({ state, button, primary }: Props) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={state.errors} />
      <SelectField
        label="Topic"
        options={updateTopics.map((topic) => ({ value: topic, label: topicNames[topic] }))}
        {...field(state, "topic")}
      />
      <TextField label="Title" hint="The fact, in one line" {...field(state, "title")} />
      <TextArea label="Text" optional rows={8} hint="Markdown: links, lists, emphasis" {...field(state, "body")} />
      <ButtonRow>
        <Button variant={primary ? "primary" : "alternative"}>{button}</Button>
        <ButtonLink variant="quiet" to="/staff/updates">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

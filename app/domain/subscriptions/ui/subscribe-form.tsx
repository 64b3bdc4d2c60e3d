import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { TopicsField } from "#app/domain/subscriptions/ui/topics-field.tsx";
import { updateTopics } from "#app/domain/trust-page/updates.ts";
import { useWords } from "#app/messages/speech.ts";
import { whereToSubscribe } from "#app/domain/subscriptions/addresses.ts";

type Props = { errors?: Record<string, string[]>; typed?: Record<string, string> };

/** Every topic is chosen until somebody chooses otherwise. */
export function SubscribeForm({ errors = {}, typed }: Props) {
  const { subscriptions } = useWords();
  const chosen = typed ? (typed.topics ?? "").split("\n") : updateTopics;
  return (
    <Form action={whereToSubscribe}>
      <FormErrors errors={errors} />
      <TextField
        label={subscriptions.email}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={typed?.email}
        errors={errors.email}
        required
      />
      <TopicsField chosen={chosen} errors={errors.topics} />
      <div>
        <Button variant="primary">{subscriptions.subscribe}</Button>
      </div>
      <p className="hint">{subscriptions.privacy}</p>
    </Form>
  );
}

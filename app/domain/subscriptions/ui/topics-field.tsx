import { CheckboxGroup } from "#app/components/field.tsx";
import { updateTopics } from "#app/domain/trust-page/updates.ts";
import { useWords } from "#app/messages/speech.ts";

export function TopicsField({ chosen, errors }: { chosen: readonly string[]; errors?: string[] }) {
  const { subscriptions, terms } = useWords();
  return (
    <CheckboxGroup
      label={subscriptions.chooseTopics}
      name="topics[]"
      id="topics"
      options={updateTopics.map((topic) => ({ value: topic, label: terms.topics[topic] }))}
      defaultValue={chosen}
      errors={errors}
    />
  );
}

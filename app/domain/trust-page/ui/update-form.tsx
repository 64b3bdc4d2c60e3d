import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { RadioGroup, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { channelNames, topicNames, updateChannels, updateTopics } from "#app/domain/trust-page/updates.ts";
import type { UpdateChannel } from "#db/schema/trust-page.ts";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

type Props = { state: FormState; button: string; primary: boolean };

const channelHints: Record<UpdateChannel, string> = {
  page: "Anyone can read it. Nobody is mailed",
  subscribers: "Anyone can read it, and those who subscribed to its topic are mailed once",
  list: "It stays off the page. The people named below are mailed once",
};

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
      <RadioGroup
        label="Who gets it"
        name="channel"
        options={updateChannels.map((channel) => ({
          value: channel,
          label: channelNames[channel],
          hint: channelHints[channel],
        }))}
        defaultValue={state.typed.channel || "page"}
        errors={state.errors.channel}
      />
      <TextArea
        label="Named list"
        optional
        rows={3}
        hint="For a named list only. One a line: an account’s name or domain, or an e-mail address"
        {...field(state, "list")}
      />
      <ButtonRow>
        <Button variant={primary ? "primary" : "alternative"}>{button}</Button>
        <ButtonLink variant="quiet" to="/staff/updates">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

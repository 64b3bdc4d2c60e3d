import { CheckboxGroup, TextArea, TextField } from "#app/components/field.tsx";
import { FormRow } from "#app/components/form.tsx";
import { useWords } from "#app/messages/speech.ts";

export type ChoosableDocument = { id: string; title: string; audience: "on-request" | "nda" };
type Errors = Record<string, string[] | undefined>;
type Typed = Record<string, string | undefined>;

export function DocumentChoice(props: { documents: ChoosableDocument[]; chosen: string[]; errors?: string[] }) {
  const said = useWords().access.request;
  return (
    <CheckboxGroup
      label={said.documents}
      name="documents[]"
      id="documents"
      defaultValue={props.chosen}
      errors={props.errors}
      options={props.documents.map(({ id, title, audience }) => ({
        value: id,
        label: title,
        hint: audience === "nda" ? said.underNda : said.onRequest,
      }))}
    />
  );
}

export function ReasonField({ typed, errors }: { typed: Typed; errors: Errors }) {
  const said = useWords().access.request;
  return (
    <TextArea
      label={said.reason}
      name="reason"
      hint={said.reasonHint}
      defaultValue={typed.reason}
      errors={errors.reason}
      required
    />
  );
}

export function PersonFields({ typed, errors }: { typed: Typed; errors: Errors }) {
  const { person, request } = useWords().access;
  return (
    <>
      <TextField
        label={person.email}
        name="email"
        type="email"
        autoComplete="email"
        hint={request.emailHint}
        defaultValue={typed.email}
        errors={errors.email}
        required
      />
      <FormRow>
        <TextField
          label={person.name}
          name="name"
          autoComplete="name"
          defaultValue={typed.name}
          errors={errors.name}
          required
        />
        <TextField
          label={person.title}
          name="title"
          autoComplete="organization-title"
          defaultValue={typed.title}
          errors={errors.title}
          optional
        />
      </FormRow>
      <TextField
        label={person.company}
        name="company"
        autoComplete="organization"
        defaultValue={typed.company}
        errors={errors.company}
        required
      />
    </>
  );
}

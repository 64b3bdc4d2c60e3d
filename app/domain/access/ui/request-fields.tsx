import { CheckboxGroup, TextArea, TextField } from "#app/components/field.tsx";
import { FormRow } from "#app/components/form.tsx";

export type ChoosableDocument = { id: string; title: string; audience: "on-request" | "nda" };
type Errors = Record<string, string[] | undefined>;
type Typed = Record<string, string | undefined>;

export function DocumentChoice(props: { documents: ChoosableDocument[]; chosen: string[]; errors?: string[] }) {
  return (
    <CheckboxGroup
      label="Documents"
      name="documents[]"
      id="documents"
      defaultValue={props.chosen}
      errors={props.errors}
      options={props.documents.map(({ id, title, audience }) => ({
        value: id,
        label: title,
        hint:
          audience === "nda"
            ? "Under NDA: opens when the request is approved and you have accepted the NDA"
            : "On request: opens when the request is approved",
      }))}
    />
  );
}

export function ReasonField({ typed, errors }: { typed: Typed; errors: Errors }) {
  return (
    <TextArea
      label="What do you need them for?"
      name="reason"
      hint="One sentence is enough. Whoever decides reads it."
      defaultValue={typed.reason}
      errors={errors.reason}
      required
    />
  );
}

export function PersonFields({ typed, errors }: { typed: Typed; errors: Errors }) {
  return (
    <>
      <TextField
        label="Work e-mail"
        name="email"
        type="email"
        autoComplete="email"
        hint="We send a code to it. Use the address of the company that you ask for."
        defaultValue={typed.email}
        errors={errors.email}
        required
      />
      <FormRow>
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          defaultValue={typed.name}
          errors={errors.name}
          required
        />
        <TextField
          label="Your title"
          name="title"
          autoComplete="organization-title"
          defaultValue={typed.title}
          errors={errors.title}
          optional
        />
      </FormRow>
      <TextField
        label="Company"
        name="company"
        autoComplete="organization"
        defaultValue={typed.company}
        errors={errors.company}
        required
      />
    </>
  );
}

import { RadioGroup, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import {
  type Audience,
  audienceMeanings,
  audienceNames,
  audiences,
  documentKinds,
  kindNames,
} from "../document-words.ts";

const audienceChoices = audiences.map((value) => ({
  value,
  label: audienceNames[value],
  hint: audienceMeanings[value],
}));

const kindOptions = documentKinds.map((value) => ({ value, label: kindNames[value] }));

export type TypedDocument = { title?: string; description?: string; kind?: string; audience?: Audience | string };

export function DocumentFields({ typed, errors }: { typed: TypedDocument; errors: Record<string, string[]> }) {
  return (
    <>
      <TextField
        label="Title"
        name="title"
        defaultValue={typed.title}
        errors={errors.title}
        hint="Prospects read it when they ask, for example “SOC 2 Type II report 2026”."
        required
      />
      <TextArea
        label="Description"
        name="description"
        rows={3}
        defaultValue={typed.description}
        errors={errors.description}
        hint="What is in it, which time it covers. Shown beside the title."
        optional
      />
      <SelectField
        label="Kind"
        name="kind"
        options={kindOptions}
        defaultValue={typed.kind ?? "other"}
        errors={errors.kind}
      />
      <RadioGroup
        label="Audience"
        name="audience"
        options={audienceChoices}
        defaultValue={typed.audience ?? "internal"}
        errors={errors.audience}
      />
    </>
  );
}

import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FormRow } from "#app/components/form.tsx";
import { answerAudiences, audienceWords, type Citation, longest } from "#app/domain/knowledge-base/answers.ts";

export type AnswerChoices = {
  products: string[];
  owners: { id: string; name: string }[];
  documents: { id: string; title: string }[];
  reports: { id: string; title: string }[];
  subprocessors: { id: string; title: string }[];
  sections: string[];
};

export type AnswerValues = {
  question: string;
  text: string;
  short: string | null;
  section: string;
  tags: string[];
  audience: string;
  products: string[];
  notes: string;
  citations: Citation[];
  ownerId: string | null;
};

type Errors = Record<string, string[] | undefined>;

export interface AnswerFieldsProps {
  values: AnswerValues;
  /** What was typed before the form was sent back, by field. */
  typed?: Record<string, string>;
  errors?: Errors;
  choices: AnswerChoices;
}

const shortForms = ["Yes", "No", "Partial", "Planned", "N/A"];

export function AnswerFields({ values, typed = {}, errors = {}, choices }: AnswerFieldsProps) {
  const field = (name: keyof AnswerValues & string, value: string) => ({
    name,
    defaultValue: typed[name] ?? value,
    errors: errors[name],
  });
  return (
    <>
      <TextArea
        label="Question"
        rows={2}
        maxLength={longest.question}
        required
        {...field("question", values.question)}
      />
      <FormRow>
        <TextField
          label="Short form"
          list="short-forms"
          hint="What goes into a dropdown or a yes/no cell"
          optional
          {...field("short", values.short ?? "")}
        />
        <TextField label="Section" list="sections" optional {...field("section", values.section)} />
      </FormRow>
      <datalist id="short-forms">
        {shortForms.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <datalist id="sections">
        {choices.sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <TextArea
        label="Answer"
        rows={8}
        maxLength={longest.text}
        hint="Goes to customers word for word"
        required
        {...field("text", values.text)}
      />
      <RadioGroup
        label="Audience"
        name="audience"
        defaultValue={typed.audience ?? values.audience}
        options={answerAudiences.map((value) => ({ value, label: audienceWords[value] }))}
        errors={errors.audience}
      />
      {choices.products.length > 0 && (
        <CheckboxGroup
          label="Products"
          name="products[]"
          hint="None ticked means all of them"
          defaultValue={values.products}
          options={choices.products.map((value) => ({ value, label: value }))}
        />
      )}
      <FormRow>
        <SelectField
          label="Owner"
          options={[
            { value: "", label: "Nobody" },
            ...choices.owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...field("ownerId", values.ownerId ?? "")}
        />
        <TextField label="Tags" hint="Separated by commas" optional {...field("tags", values.tags.join(", "))} />
      </FormRow>
      <CitationFields values={values} typed={typed} errors={errors} choices={choices} />
      <TextArea
        label="Notes for staff"
        rows={3}
        maxLength={longest.notes}
        hint="Never leaves, in no file and on no page"
        optional
        {...field("notes", values.notes)}
      />
    </>
  );
}

function CitationFields({ values, typed = {}, errors = {}, choices }: AnswerFieldsProps) {
  const refs = (kind: Citation["kind"]) => values.citations.filter((one) => one.kind === kind).map(({ ref }) => ref);
  const options = (all: { id: string; title: string }[]) => all.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <FormRow>
        <TextField
          label="Controls it rests on"
          name="controls"
          hint="Codes, separated by commas"
          optional
          defaultValue={typed.controls ?? refs("control").join(", ")}
          errors={errors.controls}
        />
        <TextField
          label="Criteria"
          name="criteria"
          hint="Such as CC6.1, A1.2"
          optional
          defaultValue={typed.criteria ?? refs("criterion").join(", ")}
          errors={errors.criteria}
        />
      </FormRow>
      {choices.documents.length > 0 && (
        <CheckboxGroup
          label="Documents"
          name="documents[]"
          optional
          defaultValue={refs("document")}
          options={options(choices.documents)}
        />
      )}
      {choices.reports.length > 0 && (
        <CheckboxGroup
          label="Reports"
          name="reports[]"
          optional
          defaultValue={refs("report")}
          options={options(choices.reports)}
        />
      )}
      {choices.subprocessors.length > 0 && (
        <CheckboxGroup
          label="Subprocessors"
          name="subprocessors[]"
          hint="When something that it rests on changes, the answer is not reused until someone approves it again"
          optional
          defaultValue={refs("subprocessor")}
          options={options(choices.subprocessors)}
        />
      )}
    </>
  );
}

export const blankAnswer: AnswerValues = {
  question: "",
  text: "",
  short: null,
  section: "",
  tags: [],
  audience: "internal",
  products: [],
  notes: "",
  citations: [],
  ownerId: null,
};

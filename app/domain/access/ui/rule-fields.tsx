import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { usualGrantDays } from "../limits.ts";
import type { Rule } from "../rules/rule.ts";

type Named = { id: string; name: string };

export type RuleChoices = { accounts: Named[]; documents: Named[]; staff: Named[] };
export type TypedRule = Record<string, string | undefined> & { accounts?: never };

interface RuleFieldsProps {
  rule: Rule | null;
  typed: Record<string, string | undefined>;
  chosen: { accounts: string[]; documents: string[] };
  choices: RuleChoices;
  errors: Record<string, string[]>;
}

const domainOptions = [
  { value: "any", label: "Any domain" },
  { value: "confirmed", label: "A domain that staff confirmed for the account" },
];
const mailboxOptions = [
  { value: "any", label: "Any mailbox" },
  { value: "company", label: "A company’s own domain" },
  { value: "free-mail", label: "A free mailbox provider" },
  { value: "disposable", label: "A disposable address" },
];
const ndaOptions = [
  { value: "any", label: "Whether or not an NDA is in force" },
  { value: "in-force", label: "An NDA is in force" },
];
const earlierOptions = [
  { value: "any", label: "Whether or not they had a grant before" },
  { value: "some", label: "They had a grant before" },
  { value: "none", label: "They never had a grant" },
];
const outcomeOptions = [
  { value: "approve", label: "Approve", hint: "Anything that speaks against it makes it a hold." },
  { value: "hold", label: "Hold", hint: "It waits for a person; later rules are not asked." },
  { value: "route", label: "Hold it for one person" },
  { value: "decline", label: "Decline" },
];

const fieldsOf = (rule: Rule | null): Record<string, string | undefined> => ({
  ...{ name: rule?.name, domain: rule?.domain, mailbox: rule?.mailbox, nda: rule?.nda, earlier: rule?.earlier },
  ...{ words: rule?.words, outcome: rule?.outcome.kind ?? "hold" },
  days: String(rule?.outcome.kind === "approve" ? rule.outcome.days : usualGrantDays),
  message: rule?.outcome.kind === "decline" ? rule.outcome.message : "",
  staffId: rule?.outcome.kind === "route" ? rule.outcome.staffId : "",
});

export function RuleFields({ rule, typed, chosen, choices, errors }: RuleFieldsProps) {
  const shown = { ...fieldsOf(rule), ...typed };
  return (
    <Form className="max-w-3xl">
      <FormErrors errors={errors} />
      <TextField
        label="Name"
        name="name"
        hint="As colleagues read it beside a decision, for example “Customers get the report”."
        defaultValue={shown.name}
        errors={errors.name}
        required
      />
      <Conditions shown={shown} chosen={chosen} choices={choices} errors={errors} />
      <RadioGroup
        label="Then"
        name="outcome"
        options={outcomeOptions}
        defaultValue={shown.outcome}
        errors={errors.outcome}
      />
      <FormRow>
        <TextField
          label="Days, if it approves"
          name="days"
          inputMode="numeric"
          defaultValue={shown.days}
          errors={errors.days}
        />
        <SelectField
          label="Who gets it, if it holds for one person"
          name="staffId"
          options={[
            { value: "", label: "Choose" },
            ...choices.staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={shown.staffId}
          errors={errors.staffId}
        />
      </FormRow>
      <TextArea
        label="Reason, if it declines"
        name="message"
        rows={2}
        hint="The prospect reads it."
        defaultValue={shown.message}
        errors={errors.message}
        optional
      />
      <ButtonRow>
        <Button variant="primary">{rule ? "Change the rule" : "Add the rule"}</Button>
        <ButtonLink variant="quiet" to="/staff/rules">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

type ConditionsProps = Pick<RuleFieldsProps, "chosen" | "choices" | "errors"> & {
  shown: Record<string, string | undefined>;
};

function Conditions({ shown, chosen, choices, errors }: ConditionsProps) {
  const select = (label: string, name: string, options: { value: string; label: string }[]) => (
    <SelectField
      label={label}
      name={name}
      options={options}
      defaultValue={shown[name] ?? "any"}
      errors={errors[name]}
    />
  );
  const named = (all: Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="form">
      <legend className="sub">If all of these hold</legend>
      <FormRow>
        {select("Domain", "domain", domainOptions)}
        {select("Mailbox", "mailbox", mailboxOptions)}
      </FormRow>
      <FormRow>
        {select("NDA", "nda", ndaOptions)}
        {select("Earlier grants", "earlier", earlierOptions)}
      </FormRow>
      <TextField
        label="Words in the reason"
        name="words"
        hint="One of them, with commas between. Empty: whatever the reason."
        defaultValue={shown.words}
        errors={errors.words}
        optional
      />
      <CheckboxGroup
        label="Only these documents are asked for"
        name="documents[]"
        hint="None ticked: whatever is asked for."
        options={named(choices.documents)}
        defaultValue={chosen.documents}
        errors={errors.documents}
        optional
      />
      <CheckboxGroup
        label="Accounts"
        name="accounts[]"
        hint="None ticked: any account."
        options={named(choices.accounts)}
        defaultValue={chosen.accounts}
        errors={errors.accounts}
        optional
      />
    </fieldset>
  );
}

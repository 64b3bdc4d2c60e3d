import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listAnswerChoices } from "#app/domain/knowledge-base/answer-choices.server.ts";
import { draftAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { answerForm } from "#app/domain/knowledge-base/answers.ts";
import { AnswerFields, blankAnswer } from "#app/domain/knowledge-base/ui/answer-fields.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add an answer" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff }) => ({
  choices: await listAnswerChoices(db),
  ownId: staff.id,
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, answerForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const drafted = await attempt(() => draftAnswer(db, staff, form.value));
  if (!drafted.ok) return json({ errors: drafted.errors, typed: typedOf(form.value) }, { status: 422 });
  throw await redirectSaying(`/staff/answers/${drafted.value.id}`, `Added ${drafted.value.key} as a draft`);
});

const typedOf = ({ question, text, short, section, audience, notes }: Record<string, unknown>) => {
  const fields = { question, text, short: short ?? "", section, audience, notes };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
};

export default function NewAnswer() {
  const { choices, ownId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader title="Add an answer" back={{ to: "/staff/answers", label: "Knowledge base" }} />
      <StaffBody>
        <Form className="max-w-3xl" encType="multipart/form-data">
          <FormErrors errors={sent?.errors} />
          <AnswerFields
            values={{ ...blankAnswer, ownerId: ownId }}
            typed={sent?.typed}
            errors={sent?.errors}
            choices={choices}
          />
          <ButtonRow>
            <Button variant="primary">Save as a draft</Button>
            <ButtonLink variant="quiet" to="/staff/answers">
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listAnswerChoices } from "#app/domain/knowledge-base/answer-choices.server.ts";
import { changeAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { changeForm } from "#app/domain/knowledge-base/answers.ts";
import { AnswerFields } from "#app/domain/knowledge-base/ui/answer-fields.tsx";
import { getAnswer } from "#app/domain/knowledge-base/versions.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Edit an answer" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, params }) => ({
  answer: await getAnswer(db, staff, idFrom(params, "answerId")),
  choices: await listAnswerChoices(db),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "answerId");
  const form = await parseForm(request, changeForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeAnswer(db, staff, { ...form.value, id }));
  const typed: Record<string, string> = { text: form.value.text, question: form.value.question };
  if (!changed.ok) return json({ errors: changed.errors, typed }, { status: 409 });
  throw await redirectSaying(`/staff/answers/${id}`, `Saved ${changed.value.key}, version ${changed.value.version}`);
});

export default function EditAnswer() {
  const { answer, choices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { key, current, approvedVersion, ownerId } = answer;
  return (
    <>
      <StaffHeader
        title={`Edit ${key}`}
        back={{ to: `/staff/answers/${answer.id}`, label: key }}
        meta={
          approvedVersion === null
            ? "A change is a new version"
            : `A change is a new version. Version ${approvedVersion} stays in use until the new one is approved`
        }
      />
      <StaffBody>
        <Form className="max-w-3xl" encType="multipart/form-data">
          <FormErrors errors={sent?.errors} />
          <input type="hidden" name="version" value={current.number} />
          <AnswerFields values={{ ...current, ownerId }} typed={sent?.typed} errors={sent?.errors} choices={choices} />
          <TextField
            label="Why it changes"
            name="reason"
            hint="Kept with the version"
            optional
            defaultValue={sent?.typed.reason}
          />
          <ButtonRow>
            <Button variant="primary">Save version {current.number + 1}</Button>
            <ButtonLink variant="quiet" to={`/staff/answers/${answer.id}`}>
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}

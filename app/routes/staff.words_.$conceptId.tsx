import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeOwnConcept, getOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { builtInNames, ownConceptForm } from "#app/domain/knowledge-base/own-concepts.ts";
import { OwnWordForm } from "#app/domain/knowledge-base/ui/own-word-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Word" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  builtInNames,
  word: await getOwnConcept(db, idFrom(params, "conceptId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "conceptId");
  const form = await parseForm(request, ownConceptForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeOwnConcept(db, staff, { id, form: form.value }));
  const { name, phrases } = form.value;
  if (!changed.ok)
    return json({ errors: changed.errors, typed: { name, phrases: phrases.join("\n") } }, { status: 409 });
  throw await redirectSaying("/staff/words", `Saved ${name}`);
});

export default function OwnWord() {
  const { word, builtInNames } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader title={word.name} back={{ to: "/staff/words", label: "Own words" }}>
        <Form method="post" action={`/staff/words/${word.id}/removal`}>
          <Button variant="negative" size="small">
            Remove the word
          </Button>
        </Form>
      </StaffHeader>
      <StaffBody>
        <OwnWordForm
          typed={sent?.typed ?? { name: word.name, phrases: word.phrases.join("\n") }}
          errors={sent?.errors ?? {}}
          builtInNames={builtInNames}
          button="Save the word"
        />
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { addOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { builtInNames, ownConceptForm } from "#app/domain/knowledge-base/own-concepts.ts";
import { OwnWordForm } from "#app/domain/knowledge-base/ui/own-word-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a word" }];

export const loader = forStaff(["security", "admin"], async () => ({ builtInNames }));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, ownConceptForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addOwnConcept(db, staff, form.value));
  const { name, phrases } = form.value;
  if (!added.ok) return json({ errors: added.errors, typed: { name, phrases: phrases.join("\n") } }, { status: 409 });
  throw await redirectSaying("/staff/words", `Added ${name}`);
});

export default function NewWord() {
  const { builtInNames } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader title="Add a word" back={{ to: "/staff/words", label: "Own words" }} />
      <StaffBody>
        <OwnWordForm
          typed={sent?.typed ?? {}}
          errors={sent?.errors ?? {}}
          builtInNames={builtInNames}
          button="Add the word"
        />
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextArea, TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { ndaVersionForm } from "#app/domain/access/nda.ts";
import { findCurrentNdaVersion, publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Publish a version of the NDA" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => {
  const current = await findCurrentNdaVersion(db);
  return { title: current?.title ?? "", body: current?.body ?? "", number: (current?.number ?? 0) + 1 };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, ndaVersionForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const published = await attempt(() => publishNdaVersion(db, staff, form.value));
  if (!published.ok) return json({ errors: published.errors, typed: { ...form.value } }, { status: 409 });
  throw await redirectSaying("/staff/nda", `Published version ${published.value.number}`);
});

export default function PublishNda() {
  const current = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title={`Publish version ${current.number}`} back={{ to: "/staff/nda", label: "NDA" }} />
      <StaffBody>
        <Form className="max-w-3xl">
          <FormErrors errors={errors} />
          <TextField
            label="Title"
            name="title"
            defaultValue={typed.title ?? current.title}
            errors={errors.title}
            required
          />
          <TextArea
            label="Text"
            name="body"
            rows={24}
            hint="Markdown. Once published it cannot be changed; a change is a new version. What was accepted before stays accepted."
            defaultValue={typed.body ?? current.body}
            errors={errors.body}
            required
          />
          <div>
            <Button variant="primary">Publish version {current.number}</Button>
          </div>
        </Form>
      </StaffBody>
    </>
  );
}

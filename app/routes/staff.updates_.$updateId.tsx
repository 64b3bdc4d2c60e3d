import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { changeUpdate, getUpdate } from "#app/domain/trust-page/updates.server.ts";
import { updateForm } from "#app/domain/trust-page/updates.ts";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { UpdateForm } from "#app/domain/trust-page/ui/update-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Update" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  update: await getUpdate(db, idFrom(params, "updateId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const updateId = idFrom(params, "updateId");
  const form = await parseForm(request, updateForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeUpdate(db, staff, { updateId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/updates/${updateId}`, "Saved the update");
});

export default function Update() {
  const {
    update: { id, topic, title, body, publishedAt },
  } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), { topic, title, body });
  const isDraft = publishedAt === null;
  return (
    <>
      <StaffHeader
        title={title}
        back={{ to: "/staff/updates", label: "Updates" }}
        meta={
          isDraft ? (
            "Draft"
          ) : (
            <>
              Published on <DateTime date={publishedAt} />
            </>
          )
        }
      >
        <Form method="post" action={`/staff/updates/${id}/${isDraft ? "publication" : "withdrawal"}`}>
          <Button variant={isDraft ? "primary" : "negative"} size="small">
            {isDraft ? "Publish the update" : "Withdraw the update"}
          </Button>
        </Form>
      </StaffHeader>
      <StaffBody>
        <UpdateForm state={state} button={isDraft ? "Save the draft" : "Save the update"} primary={!isDraft} />
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { Note } from "#app/components/note.tsx";
import { DateTime } from "#app/components/time.tsx";
import { findMailing } from "#app/domain/subscriptions/mail-update.job.server.ts";
import { sayCount } from "#app/domain/trust-page/days.ts";
import { writtenList } from "#app/domain/trust-page/update-lists.server.ts";
import { changeUpdate, getUpdate } from "#app/domain/trust-page/updates.server.ts";
import { updateForm } from "#app/domain/trust-page/updates.ts";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { UpdateForm } from "#app/domain/trust-page/ui/update-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Update" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const update = await getUpdate(db, idFrom(params, "updateId"));
  return { update, list: await writtenList(db, update), mailing: await findMailing(db, update.id) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const updateId = idFrom(params, "updateId");
  const form = await parseForm(request, updateForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeUpdate(db, staff, { updateId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/updates/${updateId}`, "Saved the update");
});

export default function Update() {
  const { update, list, mailing } = useLoaderData<typeof loader>();
  const { id, topic, title, body, channel, state: is } = update;
  const state = formState(useActionData<typeof action>(), { topic, title, body, channel, list });
  const isDraft = is === "draft";
  return (
    <>
      <StaffHeader title={title} back={{ to: "/staff/updates", label: "Updates" }} meta={<Meta update={update} />}>
        {is !== "published" && (
          <>
            <ButtonLink size="small" to={`/staff/updates/${id}/schedule`}>
              {isDraft ? "Schedule" : "Change the hour"}
            </ButtonLink>
            <Form method="post" action={`/staff/updates/${id}/publication`}>
              <Button variant={isDraft ? "primary" : "alternative"} size="small">
                {isDraft ? "Publish the update" : "Publish at once"}
              </Button>
            </Form>
          </>
        )}
        {!isDraft && (
          <Form method="post" action={`/staff/updates/${id}/withdrawal`}>
            <Button variant="negative" size="small">
              {is === "scheduled" ? "Take it back" : "Withdraw the update"}
            </Button>
          </Form>
        )}
      </StaffHeader>
      <StaffBody>
        {mailing && (
          <Note title={`Mailed to ${sayCount(mailing.people, "reader")}`}>
            <p>
              On <DateTime date={mailing.mailedAt} />. It is not mailed again, also when it is published anew.
            </p>
          </Note>
        )}
        <UpdateForm state={state} button={isDraft ? "Save the draft" : "Save the update"} primary={!isDraft} />
      </StaffBody>
    </>
  );
}

function Meta({ update: { state, publishedAt } }: { update: { state: string; publishedAt: string | null } }) {
  if (!publishedAt) return "Draft";
  return (
    <>
      {state === "scheduled" ? "Appears on" : "Published on"} <DateTime date={publishedAt} />
    </>
  );
}

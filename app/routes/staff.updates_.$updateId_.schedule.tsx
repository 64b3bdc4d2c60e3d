import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";
import { getUpdate, scheduleUpdate } from "#app/domain/trust-page/updates.server.ts";
import { scheduleForm } from "#app/domain/trust-page/updates.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Schedule an update" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  update: await getUpdate(db, idFrom(params, "updateId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const updateId = idFrom(params, "updateId");
  const form = await parseForm(request, scheduleForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { at } = form.value;
  const set = await attempt(() => scheduleUpdate(db, staff, { updateId, at }));
  if (!set.ok) return json({ errors: set.errors, typed: { at: typedHour(at) } }, { status: 409 });
  throw await redirectSaying(`/staff/updates/${updateId}`, "Scheduled the update. It can be taken back until its hour");
});

const typedHour = (at: Date | string) => new Date(at).toISOString().slice(0, 16);

export default function ScheduleUpdate() {
  const { update } = useLoaderData<typeof loader>();
  const stored = { at: update.publishedAt ? typedHour(update.publishedAt) : "" };
  const state = formState(useActionData<typeof action>(), stored);
  return (
    <>
      <StaffHeader
        title="Schedule the update"
        back={{ to: `/staff/updates/${update.id}`, label: update.title }}
        meta="It appears by itself, and its mails go out then"
      />
      <StaffBody>
        <Form className="max-w-md">
          <FormErrors errors={state.errors} />
          <TextField label="Day and hour, in UTC" type="datetime-local" {...field(state, "at")} required />
          <ButtonRow>
            <Button variant="primary">Schedule the update</Button>
            <ButtonLink variant="quiet" to={`/staff/updates/${update.id}`}>
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}

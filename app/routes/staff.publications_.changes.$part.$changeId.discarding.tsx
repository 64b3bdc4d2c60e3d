import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { discardChange, getChangeToDiscard } from "#app/domain/trust-page/discard.server.ts";
import { partFrom } from "#app/domain/trust-page/fact-changes.ts";
import { shownForm } from "#app/domain/trust-page/publish.server.ts";
import { ChangedFields } from "#app/domain/trust-page/ui/change-list.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Discard a change" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, params }) =>
  getChangeToDiscard(db, staff, { part: partFrom(params.part), id: idFrom(params, "changeId") }),
);

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const asked = { part: partFrom(params.part), id: idFrom(params, "changeId") };
  const form = await parseForm(request, shownForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const discarded = await attempt(() => discardChange(db, staff, { ...asked, ...form.value }));
  if (!discarded.ok) return json({ errors: discarded.errors }, { status: 409 });
  throw await redirectSaying("/staff/publications", "Discarded the change");
});

const then = {
  added: "It leaves the draft of the page and stays in its list, not shown to visitors.",
  removed: "It comes back as visitors see it now.",
  changed: "What is under “Then” is lost, and what visitors see now comes back.",
} as const;

export default function DiscardChange() {
  const { change, shown } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StaffBody>
      <Form>
        <FormErrors errors={sent?.errors} />
        <input type="hidden" name="shown" value={shown} />
        <DialogPage
          title={`Discard the change to ${change.what}?`}
          actions={
            <>
              <ButtonLink to="/staff/publications">Keep</ButtonLink>
              <Button variant="negative">Discard the change</Button>
            </>
          }
        >
          <p>{then[change.how]}</p>
          {change.how === "changed" && <ChangedFields change={change} />}
        </DialogPage>
      </Form>
    </StaffBody>
  );
}

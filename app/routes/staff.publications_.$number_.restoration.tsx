import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import { shownForm } from "#app/domain/trust-page/publish.server.ts";
import { restorePublication } from "#app/domain/trust-page/restore.server.ts";
import { ChangeList } from "#app/domain/trust-page/ui/change-list.tsx";
import { getRestoration } from "#app/domain/trust-page/unpublished-changes.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { numberFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Restore a publication" }];

export const loader = forStaff(["admin"], async ({ db, staff, params }) =>
  getRestoration(db, { staff, number: numberFrom(params, "number") }),
);

export const action = forStaff(["admin"], async ({ db, staff, request, params }) => {
  const number = numberFrom(params, "number");
  const form = await parseForm(request, shownForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const restored = await attempt(() => restorePublication(db, staff, { number, ...form.value }));
  if (!restored.ok) return json({ errors: restored.errors }, { status: 409 });
  const { published, setAside, waiting } = restored.value;
  const parts = [
    published === null ? `The draft is as in ${number} again` : `Restored ${number} as publication ${published}`,
    ...(setAside === null ? [] : [`The draft before it is kept as ${setAside}`]),
    ...(waiting === 0 ? [] : [`${sayCount(waiting, "report")} waits for a second person`]),
  ];
  throw await redirectSaying("/staff/publications", parts.join(". "));
});

export default function RestorePublication() {
  const { entry, shown, changes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const isPublished = entry.state === "published";
  const verb = isPublished ? "Restore the publication" : "Bring back the draft";
  return (
    <StaffBody>
      <Form>
        <FormErrors errors={sent?.errors} />
        <input type="hidden" name="shown" value={shown} />
        <DialogPage
          title={isPublished ? `Restore publication ${entry.number}?` : `Bring back draft ${entry.number}?`}
          actions={
            <>
              <ButtonLink to={`/staff/publications/${entry.number}`}>Keep</ButtonLink>
              <Button variant="negative">{verb}</Button>
            </>
          }
        >
          <p>
            {isPublished
              ? "Visitors see it again at once, as a new publication, and the draft becomes the same. A report that differs from what visitors see now waits for a second person."
              : "The draft becomes what it was then. Visitors see no change before you publish it."}
          </p>
          <p>
            What staff have entered since is kept in the history as a draft that was set aside. Controls, reports and
            certifications that are newer leave the page and stay in their lists; newer subprocessors and letters are in
            the history only. Documents, updates and answers stay as they are.
          </p>
        </DialogPage>
      </Form>
      {changes.length > 0 && (
        <StaffSection
          id="changes"
          title={isPublished ? "What would change for visitors" : "What would change in the draft"}
        >
          <ChangeList changes={changes} />
        </StaffSection>
      )}
    </StaffBody>
  );
}

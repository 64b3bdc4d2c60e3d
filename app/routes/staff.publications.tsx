import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import { discardPath } from "#app/domain/trust-page/fact-changes.ts";
import { publicationForm, publishTrustPage } from "#app/domain/trust-page/publish.server.ts";
import { listPublications } from "#app/domain/trust-page/publications.server.ts";
import { ChangeList, StatusChangeNote } from "#app/domain/trust-page/ui/change-list.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { PublicationTable } from "#app/domain/trust-page/ui/publication-table.tsx";
import { PublishForm, SecondPersonNote } from "#app/domain/trust-page/ui/publish-form.tsx";
import { getUnpublishedChanges } from "#app/domain/trust-page/unpublished-changes.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Publish" }];

export const loader = forStaff("any", async ({ db, staff }) => {
  const { changes, ...standing } = await getUnpublishedChanges(db, { staff, now: new Date() });
  const mayEdit = staff.role !== "sales";
  return {
    ...standing,
    mayEdit,
    changes: changes.map((change) => ({ ...change, discardPath: mayEdit ? discardPath(change) : null })),
    history: await listPublications(db),
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, publicationForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const published = await attempt(() => publishTrustPage(db, staff, form.value));
  if (!published.ok) return json({ errors: published.errors, typed: { note: form.value.note } }, { status: 409 });
  const waiting = published.value.waiting.length;
  const rest = waiting > 0 ? `. ${sayCount(waiting, "report")} waits for a second person` : "";
  throw await redirectSaying("/staff/publications", `Published the trust page${rest}`);
});

export default function Publications() {
  const { changes, history, mayEdit, ...page } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>());
  const then = page.toConfirm.some(({ waits }) => waits) ? "Once all is confirmed" : "They would read";
  return (
    <>
      <StaffHeader
        title="Publish"
        meta={changes.length > 0 ? sayCount(changes.length, "unpublished change") : "All is published"}
      >
        <ButtonLink size="small" href="/staff/publications/preview">
          Preview the draft
        </ButtonLink>
        <ButtonLink size="small" href="/">
          View as visitor
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <StaffSection
          id="changes"
          title="Unpublished changes"
          intro="What staff enter is a draft. Visitors see it once it is published, all at once. Documents, updates and public answers have their own pages and are not part of this."
        >
          {changes.length === 0 && <EmptyState title="Nothing would change for visitors" />}
          {page.status && <StatusChangeNote change={page.status} heads={{ from: "Visitors read now", to: then }} />}
          {(changes.length > 0 || page.toConfirm.length > 0) && (
            <SecondPersonNote rule={page.rule} reports={page.toConfirm} mayEdit={mayEdit} />
          )}
          <ChangeList changes={changes} />
          {mayEdit && page.canPublish && <PublishForm shown={page.shown} state={state} isFirst={page.isFirst} />}
        </StaffSection>
        <StaffSection id="history" title="History" intro="Each publication stays as it was, and can be restored.">
          {history.length > 0 ? (
            <PublicationTable publications={history} />
          ) : (
            <EmptyState title="Nothing has been published yet">
              <p>Until then visitors read that this trust center is being set up.</p>
            </EmptyState>
          )}
        </StaffSection>
      </StaffBody>
    </>
  );
}

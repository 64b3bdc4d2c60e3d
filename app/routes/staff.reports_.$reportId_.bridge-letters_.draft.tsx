import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { checkLetterDraft, getLetterDefaults } from "#app/domain/trust-page/bridge-letter-draft.server.ts";
import { letterDraftForm } from "#app/domain/trust-page/bridge-letter-draft.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { getReportOverview } from "#app/domain/trust-page/report-overview.server.ts";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { LetterDraftForm, LetterReady } from "#app/domain/trust-page/ui/letter-draft-form.tsx";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Draw up a bridge letter" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const reportId = idFrom(params, "reportId");
  const today = dayOf(new Date());
  const { title } = await getReportOverview(db, { reportId, today });
  return { reportId, title, typed: await getLetterDefaults(db, { reportId, today }) };
});

export const action = forStaff(["security", "admin"], async ({ db, request, params }) => {
  const reportId = idFrom(params, "reportId");
  const form = await parseForm(request, letterDraftForm);
  if (!form.ok) return refusal(form.errors, form.typed);
  const typed = typedFrom(form.value);
  const checked = await attempt(() => checkLetterDraft(db, { reportId, draft: form.value, today: dayOf(new Date()) }));
  if (!checked.ok) return refusal(checked.errors, typed);
  return json({ errors: {} as FieldErrors, typed, ready: checked.value });
});

const refusal = (errors: FieldErrors, typed: Record<string, string>) =>
  json({ errors, typed, ready: null }, { status: 422 });

export default function DrawUpBridgeLetter() {
  const { reportId, title, typed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader
        title="Draw up a bridge letter"
        back={{ to: `/staff/reports/${reportId}`, label: title }}
        meta="Management’s statement for the days after the period; no auditor has looked at them"
      />
      <StaffBody>
        {sent?.ready && <LetterReady draft={sent.typed} {...sent.ready} reportId={reportId} />}
        <StaffSection id="draft" title={sent?.ready ? "Change the draft" : "The draft"}>
          <LetterDraftForm state={formState(sent, typed)} reportId={reportId} />
        </StaffSection>
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addDays, dayOf } from "#app/domain/trust-page/days.ts";
import { getReportOverview } from "#app/domain/trust-page/report-overview.server.ts";
import { bridgeLetterForm } from "#app/domain/trust-page/reports.ts";
import { BridgeLetterForm } from "#app/domain/trust-page/ui/bridge-letter-form.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a bridge letter" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const reportId = idFrom(params, "reportId");
  const { report, title } = await getReportOverview(db, { reportId, today: dayOf(new Date()) });
  const documents = (await listDocuments(db)).map((document) => ({ id: document.id, title: document.title }));
  return { reportId, title, documents, typed: { coversFrom: report.periodEnd ? addDays(report.periodEnd, 1) : "" } };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const reportId = idFrom(params, "reportId");
  const form = await parseForm(request, bridgeLetterForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addBridgeLetter(db, staff, { reportId, details: form.value }));
  if (!added.ok) return json({ errors: added.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/reports/${reportId}`, "Added the bridge letter");
});

export default function NewBridgeLetter() {
  const { reportId, title, documents, typed } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), typed);
  return (
    <>
      <StaffHeader title="Add a bridge letter" back={{ to: `/staff/reports/${reportId}`, label: title }} />
      <StaffBody>
        <BridgeLetterForm state={state} documents={documents} reportId={reportId} />
      </StaffBody>
    </>
  );
}

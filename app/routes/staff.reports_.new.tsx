import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { addReport } from "#app/domain/trust-page/reports.server.ts";
import { categoryBox, reportForm, typedReport } from "#app/domain/trust-page/reports.ts";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { ReportForm } from "#app/domain/trust-page/ui/report-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a report" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => ({ documents: await listDocuments(db) }));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, reportForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addReport(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedReport(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/reports/${added.value}`, "Added the report. It is not on the trust page yet");
});

const blank = { kind: "soc2-type2", [categoryBox("security")]: "yes" };

export default function NewReport() {
  const { documents } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader title="Add a report" back={{ to: "/staff/reports", label: "Reports" }} />
      <StaffBody>
        <ReportForm state={formState(sent, blank)} documents={documents} button="Add the report" />
      </StaffBody>
    </>
  );
}

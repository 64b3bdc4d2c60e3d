import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Banner } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { getReportOverview } from "#app/domain/trust-page/report-overview.server.ts";
import { changeReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm, typedReport } from "#app/domain/trust-page/reports.ts";
import { BridgeLetterSection } from "#app/domain/trust-page/ui/bridge-letter-section.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { ReportForm } from "#app/domain/trust-page/ui/report-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Report" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const reportId = idFrom(params, "reportId");
  const { report, ...overview } = await getReportOverview(db, { reportId, today: dayOf(new Date()) });
  const documents = (await listDocuments(db)).map(({ id, title }) => ({ id, title }));
  return { ...overview, documents, reportId, published: report.published, typed: typedReport(report) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const reportId = idFrom(params, "reportId");
  const form = await parseForm(request, reportForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeReport(db, staff, { reportId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedReport(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/reports/${reportId}`, "Saved the report. Visitors see it once it is published");
});

export default function Report() {
  const { reportId, title, state, warnings, published, typed, ...rest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader
        title={title}
        back={{ to: "/staff/reports", label: "Reports" }}
        meta={
          <>
            <Status tone={state.tone} word={state.word} />, {published ? "on the page" : "not on the page"}
          </>
        }
      >
        <Form method="post" action={`/staff/reports/${reportId}/${published ? "unpublication" : "publication"}`}>
          <Button variant={published ? "negative" : "alternative"} size="small">
            {published ? "Take it off the page" : "Put it on the page"}
          </Button>
        </Form>
      </StaffHeader>
      <StaffBody>
        {warnings.length > 0 && (
          <Banner tone="ageing" title="Check this.">
            {warnings.join(" ")}
          </Banner>
        )}
        <BridgeLetterSection reportId={reportId} {...rest} />
        <StaffSection id="record" title="The record" intro="What the trust page says follows from these dates.">
          <ReportForm state={formState(sent, typed)} documents={rest.documents} button="Save the report" />
        </StaffSection>
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Hash } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { getTrace } from "#app/domain/access/copy-traces.server.ts";
import { listIssuedCopies } from "#app/domain/access/issued-copies.server.ts";
import { mentionedIn } from "#app/domain/access/trace-report.ts";
import { TraceProgress } from "#app/domain/access/ui/trace-progress.tsx";
import { TraceReportView } from "#app/domain/access/ui/trace-report-view.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Trace" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const trace = await getTrace(db, staff, idFrom(params, "traceId"));
  return { trace, copies: await listIssuedCopies(db, staff, trace.report ? mentionedIn(trace.report) : []) };
});

export default function Trace() {
  const { trace, copies } = useLoaderData<typeof loader>();
  const here = `/staff/traces/${trace.id}`;
  return (
    <>
      <StaffHeader title={trace.fileName} back={{ to: "/staff/traces", label: "Trace a copy" }} />
      <StaffBody>
        {trace.finishedAt === null && <TraceProgress here={here} />}
        {trace.problem && (
          <Note tone="lapsed" title="Not looked at">
            {trace.problem}
          </Note>
        )}
        {trace.report && <TraceReportView report={trace.report} copies={copies} />}
        <Facts>
          <Fact term="File">
            {trace.fileName} <Hash value={trace.sha256} kind="sha256" />
          </Fact>
          <Fact term="Asked">
            <DateTime date={trace.askedAt} /> by {trace.askedByName}
          </Fact>
        </Facts>
        {trace.report && (
          <ButtonRow>
            <ButtonLink href={`${here}/report.json`}>Report as JSON</ButtonLink>
          </ButtonRow>
        )}
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { askForTrace, listTraces } from "#app/domain/access/copy-traces.server.ts";
import { copyIdFrom, listIssuedCopies } from "#app/domain/access/issued-copies.server.ts";
import { namedIn } from "#app/domain/access/trace-report.ts";
import { traceForm } from "#app/domain/access/traces.ts";
import { CopyIdForm, TraceForm } from "#app/domain/access/ui/trace-forms.tsx";
import { CopyTable } from "#app/domain/access/ui/trace-report-view.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Trace a copy" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, url }) => {
  const typed = (url.searchParams.get("copy") ?? "").slice(0, 40);
  const copyId = copyIdFrom(typed);
  return {
    typed,
    copies: await listIssuedCopies(db, staff, copyId ? [copyId] : []),
    documents: (await listDocuments(db)).map(({ id, title }) => ({ id, title })),
    traces: (await listTraces(db, staff)).map(({ report, ...trace }) => ({
      ...trace,
      named: report ? namedIn(report) : [],
    })),
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, traceForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { file, documentId } = form.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const asked = await attempt(() => askForTrace(db, staff, { fileName: file.name, bytes, documentId }));
  if (!asked.ok) {
    return json(
      { errors: { file: asked.errors.form ?? [] }, typed: { documentId: documentId ?? "" } },
      { status: 422 },
    );
  }
  throw await redirectSaying(`/staff/traces/${asked.value.id}`, "The file is in");
});

export default function Traces() {
  const { typed, copies, documents, traces } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const again: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="Trace a copy" />
      <StaffBody>
        <p className="max-w-2xl">
          Every copy of a document carries the name of its holder where it can be read, and marks that cannot be seen. A
          file that turned up somewhere else tells whose copy it was made from.
        </p>
        <StaffSection id="file" title="From a file">
          <TraceForm documents={documents} errors={errors} documentId={again.documentId} />
        </StaffSection>
        <StaffSection id="copy-id" title="From a copy id" intro="It stands on every page, also of a photograph.">
          <CopyIdForm typed={typed} />
          {copies.length > 0 && <CopyTable caption={`Copy ${typed}`} copies={copies} />}
          {typed !== "" && copies.length === 0 && (
            <Note title="No such copy">No copy was given out under the id “{typed}”.</Note>
          )}
        </StaffSection>
        <StaffSection id="traces" title="Files looked at">
          <TraceTable traces={traces} />
        </StaffSection>
      </StaffBody>
    </>
  );
}

type Trace = ReturnType<typeof useLoaderData<typeof loader>>["traces"][number];

function TraceTable({ traces }: { traces: Trace[] }) {
  if (traces.length === 0) return <EmptyState title="No file was traced yet" />;
  return (
    <DataTable
      caption="Files looked at"
      columns={[
        { key: "file", label: "File" },
        { key: "finding", label: "Finding" },
        { key: "asked", label: "Asked" },
      ]}
    >
      {traces.map((trace) => (
        <tr key={trace.id}>
          <RowHead>
            <Link to={`/staff/traces/${trace.id}`}>{trace.fileName}</Link>
          </RowHead>
          <Cell label="Finding">
            {trace.finishedAt === null ? "Being looked at" : trace.named.join(", ") || "No finding"}
          </Cell>
          <Cell label="Asked">
            <DateTime date={trace.askedAt} /> by {trace.askedByName}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { ReadFileForm } from "#app/components/read-file-form.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { startImport } from "#app/domain/knowledge-base/import-answers.server.ts";
import { importFileForm } from "#app/domain/knowledge-base/imported-rows.ts";
import { readAnswerRows } from "#app/domain/questionnaires/answers-file.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Import answers" }];

export const loader = forStaff(["security", "admin"], async () => null);

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, importFileForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const { file } = form.value;
  const started = await attempt(async () => {
    const rows = await readAnswerRows(file.name, Buffer.from(await file.arrayBuffer()));
    return startImport(db, staff, { name: file.name.slice(0, 160), rows });
  });
  if (!started.ok) return json({ errors: { file: started.errors.form! } as FieldErrors }, { status: 422 });
  throw redirect(`/staff/answers/import/${started.value.id}`);
});

export default function ImportAnswers() {
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader
        title="Import answers"
        back={{ to: "/staff/answers", label: "Knowledge base" }}
        meta="You see what would be taken and skipped before anything is added"
      />
      <StaffBody>
        <ReadFileForm
          accept=".csv,.tsv,.xlsx,.xlsm,.jsonl"
          hint="CSV, XLSX or JSONL, up to 10 MiB and 10,000 rows."
          errors={sent?.errors}
        />
        <StaffSection id="shape" title="How the file should look">
          <p className="max-w-prose">
            A table names its columns in its first row: <b>question</b> and <b>answer</b>, and if you have them{" "}
            <b>short</b>, <b>section</b>, <b>tags</b> and <b>audience</b> (public, on-request, nda or internal). The
            first sheet of a workbook is read. JSONL has an answer a line:
          </p>
          <pre className="id overflow-x-auto" tabIndex={0}>
            {
              '{"question": "Do you …?", "answer": "Yes. We …", "answer_short": "Yes", "section": "Access", "tags": ["sso"]}'
            }
          </pre>
        </StaffSection>
      </StaffBody>
    </>
  );
}

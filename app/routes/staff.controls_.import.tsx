import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { ReadFileForm } from "#app/components/read-file-form.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { readTableRows } from "#app/domain/questionnaires/table-rows.server.ts";
import { readControlFile } from "#app/domain/trust-page/control-file.server.ts";
import { startControlImport } from "#app/domain/trust-page/import-controls.server.ts";
import { controlFileForm } from "#app/domain/trust-page/imported-controls.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Import controls" }];

export const loader = forStaff(["security", "admin"], async () => null);

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, controlFileForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const { file } = form.value;
  const started = await attempt(async () => {
    const bytes = Buffer.from(await file.arrayBuffer());
    const rows = await readControlFile({ name: file.name, bytes }, readTableRows);
    return startControlImport(db, staff, { name: file.name.slice(0, 160), rows });
  });
  if (!started.ok) return json({ errors: { file: started.errors.form! } as FieldErrors }, { status: 422 });
  throw redirect(`/staff/controls/import/${started.value}`);
});

export default function ImportControls() {
  const sent = useActionData<typeof action>();
  return (
    <>
      <StaffHeader
        title="Import controls"
        back={{ to: "/staff/controls", label: "Controls" }}
        meta="You see what would be added, changed and skipped before anything is"
      />
      <StaffBody>
        <ReadFileForm
          accept=".csv,.tsv,.xlsx,.xlsm,.json"
          hint="CSV, XLSX or an OSCAL component definition in JSON, up to 5 MiB and 2,000 controls."
          errors={sent?.errors}
        />
        <StaffSection id="shape" title="How the file should look">
          <p className="max-w-prose">
            A table names its columns in its first row: <b>id</b> and <b>title</b>, and if you have them{" "}
            <b>description</b>, <b>status</b> (implemented, in-progress or planned), <b>criteria</b> (such as CC6.1
            CC6.3), <b>owner</b> and <b>public</b> (yes or no). The first sheet of a workbook is read.
          </p>
          <p className="max-w-prose">
            An OSCAL component definition of version 1.0 to 1.2 has a control for each id that it implements. Ids that
            are criteria, such as CC6.1, are mapped to them.
          </p>
          <p className="max-w-prose">
            A control with an id that is here already is changed where the file says something else, and keeps the rest.
            Nothing is removed.
          </p>
        </StaffSection>
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, SelectField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { controlStatuses, controlStatusNames } from "#app/domain/trust-page/controls.ts";
import {
  carefulChoices,
  confirmControlImport,
  confirmControlsForm,
  getControlImport,
} from "#app/domain/trust-page/import-controls.server.ts";
import { ControlImportLines } from "#app/domain/trust-page/ui/control-import-lines.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Import controls" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, params }) => ({
  ...(await getControlImport(db, staff, idFrom(params, "importId"))),
  careful: carefulChoices,
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "importId");
  const form = await parseForm(request, confirmControlsForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const confirmed = await attempt(() => confirmControlImport(db, staff, { id, choices: form.value }));
  if (!confirmed.ok) return json({ errors: confirmed.errors, typed: null }, { status: 409 });
  const { added, changed, skipped } = confirmed.value;
  const said = `Added ${countOf(added.length, "control")}, changed ${changed.length}, skipped ${skipped.length}`;
  throw await redirectSaying(`/staff/controls/import/${id}`, said);
});

export default function ControlImportPreview() {
  const { fileName, isDone, report, careful } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const toDo = report.added.length + report.changed.length;
  return (
    <>
      <StaffHeader
        title={isDone ? `Imported from ${fileName}` : `Import ${fileName}`}
        back={{ to: "/staff/controls", label: "Controls" }}
        meta={isDone ? "This is the report of the import" : "Nothing is changed yet"}
      />
      <StaffBody>
        {!isDone && toDo > 0 && (
          <Form className="max-w-2xl">
            <FormErrors errors={sent?.errors} />
            {report.added.length > 0 && (
              <>
                <SelectField
                  label="Status of new controls for which the file names none"
                  name="status"
                  defaultValue={sent?.typed?.status ?? careful.status}
                  options={controlStatuses.map((value) => ({ value, label: controlStatusNames[value] }))}
                  errors={sent?.errors.status}
                />
                <CheckboxField
                  label="New controls are public"
                  name="public"
                  value="yes"
                  defaultChecked={sent?.typed?.public === "yes"}
                  hint="Where the file says yes or no, that counts"
                />
              </>
            )}
            {report.added.length === 0 && <input type="hidden" name="status" value={careful.status} />}
            <ButtonRow>
              <Button variant="primary">{doneBy(report.added.length, report.changed.length)}</Button>
              <ButtonLink variant="quiet" to="/staff/controls/import">
                Choose another file
              </ButtonLink>
            </ButtonRow>
          </Form>
        )}
        {!isDone && toDo === 0 && <p>No row can be taken. See why below, mend the file and upload it again.</p>}
        <ControlImportLines report={report} isDone={isDone} />
      </StaffBody>
    </>
  );
}

function doneBy(added: number, changed: number): string {
  if (changed === 0) return `Add ${countOf(added, "control")}`;
  return added === 0 ? `Change ${countOf(changed, "control")}` : `Add ${added} and change ${changed}`;
}

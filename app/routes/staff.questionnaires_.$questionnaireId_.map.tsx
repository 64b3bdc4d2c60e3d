import { json, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonRow } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { TabLinks } from "#app/components/filter-links.tsx";
import { Counts } from "#app/components/facts.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { FormRow } from "#app/components/form.tsx";
import { Hash } from "#app/components/mono.tsx";
import { countOf, formatBytes } from "#app/components/numbers.ts";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { PaneLayout } from "#app/components/pane-layout.tsx";
import { countsSentence, sheetRoles } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { layoutForm, mapKindOf } from "#app/domain/questionnaires/layout-choice.ts";
import { changeLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { findLayoutSource } from "#app/domain/questionnaires/learned-layouts.server.ts";
import { MapEvidence } from "#app/domain/questionnaires/ui/map-evidence.tsx";
import { SheetMap } from "#app/domain/questionnaires/ui/sheet-map.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "File map: check before filling" }];

export const loader = forStaff(["security", "admin"], async ({ db, params, url }) => {
  const id = idFrom(params, "questionnaireId");
  const { inspection, state, ...file } = await getFileMap(db, id);
  if (state !== "mapping") throw redirect(`/staff/questionnaires/${id}`);
  const { sheets } = inspection;
  const asked = sheets[Number(url.searchParams.get("sheet") ?? -1)];
  const sheet = asked ?? sheets.find(({ questions }) => questions.length > 0) ?? sheets[0]!;
  return {
    file,
    kind: mapKindOf(inspection),
    sentence: countsSentence(inspection),
    learned: await findLayoutSource(db, id),
    sheet,
    at: sheets.indexOf(sheet),
    sheets: sheets.map(({ name, hidden, role, questions }) => ({ name, hidden, role, questions: questions.length })),
    counts: {
      questions: sheets.reduce((sum, one) => sum + one.questions.length, 0),
      ignored: sheets.reduce((sum, one) => sum + one.ignored.length, 0),
      blocked: sheets.flatMap((one) => one.questions).filter(({ blocked }) => blocked !== null).length,
    },
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "questionnaireId");
  const form = await parseForm(request, layoutForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const changed = await attempt(() => changeLayout(db, staff, { id, form: form.value }));
  if (!changed.ok) return json({ errors: changed.errors }, { status: 409 });
  throw await redirectSaying(
    `/staff/questionnaires/${id}/map?sheet=${form.value.sheet}`,
    "Read the file again as you said",
  );
});

const roleWords: Record<(typeof sheetRoles)[number], string> = {
  questions: "Questions",
  instructions: "Instructions",
  "change-log": "Change log",
  lists: "Lists of allowed values",
  other: "Something else",
};

export default function FileMap() {
  const { file, kind, sentence, learned, sheet, at, sheets, counts } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const here = `/staff/questionnaires/${file.id}`;
  return (
    <>
      <StaffHeader
        title={`${file.title}: check before filling`}
        back={{ to: "/staff/questionnaires", label: "Questionnaires" }}
        meta={
          <>
            {file.fileName}, {formatBytes(file.size)}, from {file.senderName ?? "nobody known"}.{" "}
            <Hash value={file.fileSha256} kind="sha256" />
          </>
        }
      />
      <PaneLayout workLabel="File map" evidence={<MapEvidence {...{ sheet, kind }} />} evidenceLabel="Before filling">
        <Counts
          counts={[
            { label: "questions", count: counts.questions },
            { label: "to check", count: counts.ignored },
            { label: "without a place", count: counts.blocked },
          ]}
        />
        <p>{sentence}</p>
        {learned && (
          <Note tone="none" title="Read as the last file of this make">
            {learned.name} said so for “{learned.title}”. Change what is different here.
          </Note>
        )}
        {sheets.length > 1 && (
          <TabLinks
            label="Sheets"
            tabs={sheets.map((one, index) => ({
              to: `${here}/map?sheet=${index}`,
              label: one.hidden ? `${one.name} (hidden)` : one.name,
              count: one.questions || undefined,
              current: index === at,
            }))}
          />
        )}
        <Form method="post" action={`${here}/map`} key={at} className="form">
          <FormErrors errors={sent?.errors} />
          <input type="hidden" name="sheet" value={at} />
          <button className="hidden">Read again</button>
          <FormRow>
            <SelectField
              label={kind === "table" ? "What this sheet is" : "What this document is"}
              name="role"
              defaultValue={sheet.role}
              options={sheetRoles.map((value) => ({ value, label: roleWords[value] }))}
            />
            {kind === "table" ? (
              <TextField
                label="Header row"
                name="headerRow"
                inputMode="numeric"
                defaultValue={sheet.headerRow ?? ""}
                hint="Empty if there is none"
                errors={sent?.errors.headerRow}
              />
            ) : (
              <input type="hidden" name="headerRow" value="" />
            )}
          </FormRow>
          <SheetMap sheet={sheet} columnsAreFixed={kind !== "table"} />
          <p className="hint">
            Filling writes nothing into the file; you review first. The rows to check are left out unless you ask them.
            What you change here is remembered for the next file of this make.
          </p>
          <ButtonRow>
            <Button variant="primary" formAction={`${here}/filling`}>
              Fill {countOf(counts.questions, "question")}
            </Button>
            {kind === "table" && <Button>Read again with these columns</Button>}
          </ButtonRow>
        </Form>
      </PaneLayout>
    </>
  );
}

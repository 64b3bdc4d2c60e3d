import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, DateField, SelectField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { answerAudiences, audienceWords } from "#app/domain/knowledge-base/answers.ts";
import { confirmImport, confirmImportForm, getImport } from "#app/domain/knowledge-base/import-answers.server.ts";
import { ImportRows } from "#app/domain/knowledge-base/ui/import-report.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Import answers" }];

export const loader = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const { fileName, verdicts, report } = await getImport(db, staff, idFrom(params, "importId"));
  const nextReview = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  if (report)
    return {
      fileName,
      nextReview,
      done: true,
      approved: report.approved,
      taken: report.taken,
      skipped: report.skipped,
    };
  const taken = (verdicts ?? []).flatMap(({ take, row: { place, question, text } }) =>
    take ? [{ place, question, text: text.length > 160 ? `${text.slice(0, 160)}…` : text }] : [],
  );
  const skipped = (verdicts ?? []).flatMap((verdict) =>
    verdict.take
      ? []
      : [{ place: verdict.row.place, question: verdict.row.question.slice(0, 160), reason: verdict.reason }],
  );
  return { fileName, nextReview, done: false, approved: false, taken, skipped };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "importId");
  const form = await parseForm(request, confirmImportForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const confirmed = await attempt(() => confirmImport(db, staff, { ...form.value, id }));
  if (!confirmed.ok) return json({ errors: confirmed.errors }, { status: 409 });
  const { taken, skipped, approved } = confirmed.value;
  const said = `Added ${countOf(taken.length, approved ? "approved answer" : "draft")}, skipped ${countOf(skipped.length, "row")}`;
  throw await redirectSaying(`/staff/answers/import/${id}`, said);
});

export default function ImportPreview() {
  const { fileName, nextReview, done, approved, taken, skipped } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const words = done ? `Imported ${approved ? "as approved answers" : "as drafts"}` : "Nothing is added yet";
  return (
    <>
      <StaffHeader
        title={done ? `Imported from ${fileName}` : `Import ${fileName}`}
        back={{ to: "/staff/answers", label: "Knowledge base" }}
        meta={words}
      />
      <StaffBody>
        {!done && taken.length > 0 && (
          <Form className="max-w-2xl">
            <FormErrors errors={sent?.errors} />
            <SelectField
              label="Audience of rows that name none"
              name="audience"
              defaultValue="internal"
              options={answerAudiences.map((value) => ({ value, label: audienceWords[value] }))}
            />
            <CheckboxField
              label="These are approved answers"
              name="approved"
              value="yes"
              hint="Otherwise they come in as drafts. You are recorded as the one who approved them"
            />
            <DateField
              label="Next review, if approved"
              name="reviewBy"
              defaultValue={nextReview}
              errors={sent?.errors.reviewBy}
            />
            <ButtonRow>
              <Button variant="primary">Add {countOf(taken.length, "answer")}</Button>
              <ButtonLink variant="quiet" to="/staff/answers/import">
                Choose another file
              </ButtonLink>
            </ButtonRow>
          </Form>
        )}
        <ImportRows taken={taken} skipped={skipped} done={done} />
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxGroup, DateField, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listCompanyAccounts } from "#app/domain/accounts/company-accounts.server.ts";
import { acceptedFiles, receiveForm, uploadHint } from "#app/domain/questionnaires/questionnaires.ts";
import { takeInPastedQuestions, takeInQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { contentOf } from "#app/http/multipart.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Take in a questionnaire" }];

export const loader = forStaff(["security", "admin"], async ({ db, url }) => ({
  accounts: (await listCompanyAccounts(db)).map(({ id, name }) => ({ id, name })),
  products: (await getCompanyProfile(db)).products,
  accountId: url.searchParams.get("account") ?? "",
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, receiveForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { file, pasted, ...arrival } = form.value;
  const taken = await attempt(async () =>
    file
      ? takeInQuestionnaire(db, staff, {
          ...arrival,
          fileName: file.name,
          content: await contentOf(file),
        })
      : takeInPastedQuestions(db, staff, { ...arrival, pasted }),
  );
  const typed: Record<string, string> = { title: arrival.title, pasted };
  if (!taken.ok) return json({ errors: { [file ? "file" : "pasted"]: taken.errors.form! }, typed }, { status: 422 });
  throw await redirectSaying(`/staff/questionnaires/${taken.value.id}`, `Took in ${file?.name ?? "what you pasted"}`);
});

export default function NewQuestionnaire() {
  const { accounts, products, accountId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string[] | undefined> = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="Take in a questionnaire" back={{ to: "/staff/questionnaires", label: "Questionnaires" }} />
      <StaffBody>
        <Form className="max-w-2xl" encType="multipart/form-data">
          <FormErrors errors={errors} />
          <FileDrop
            label="Choose the customer’s file, or drop it here"
            {...{ name: "file", accept: acceptedFiles, hint: uploadHint, errors: errors.file }}
          />
          <TextArea
            label="Or paste questions, a line each"
            name="pasted"
            rows={6}
            defaultValue={typed.pasted}
            hint="Numbers in front are kept. A line that ends in a colon heads the lines below it"
            errors={errors.pasted}
            optional
          />
          <SelectField
            label="Account"
            name="companyAccountId"
            defaultValue={typed.companyAccountId ?? accountId}
            options={[{ value: "", label: "None" }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
            hint="Decides which answers may be used. Without an account: public ones only"
            errors={errors.companyAccountId}
          />
          <FormRow>
            <TextField
              label="Title"
              name="title"
              defaultValue={typed.title}
              hint="The file’s name if left empty"
              errors={errors.title}
              optional
            />
            <DateField label="Due" name="dueOn" defaultValue={typed.dueOn} errors={errors.dueOn} optional />
          </FormRow>
          {products.length > 0 && (
            <CheckboxGroup
              label="About which products"
              name="products[]"
              hint="None ticked means all of them"
              options={products.map((value) => ({ value, label: value }))}
            />
          )}
          <ButtonRow>
            <Button variant="primary">Take it in</Button>
            <ButtonLink variant="quiet" to="/staff/questionnaires">
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}

import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { DateField, TextField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { listOwnQuestionnaires } from "#app/domain/questionnaires/questionnaires.server.ts";
import { acceptedFiles, sendForm, uploadHint } from "#app/domain/questionnaires/questionnaires.ts";
import { sendQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { OwnQuestionnaires } from "#app/domain/questionnaires/ui/own-questionnaires.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Questionnaires" }, { name: "robots", content: "noindex" }];

export const loader = forProspect(async ({ db, prospect }) => ({
  company: prospect.companyName,
  questionnaires: await listOwnQuestionnaires(db, prospect),
}));

export const action = forProspect(async ({ db, prospect, client, request }) => {
  const form = await parseForm(request, sendForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { file, title, dueOn } = form.value;
  const sent = await attempt(async () => {
    const bytes = Buffer.from(await file.arrayBuffer());
    return sendQuestionnaire(db, prospect, { title, dueOn, fileName: file.name, bytes, client });
  });
  const typed: Record<string, string> = { title };
  if (!sent.ok) return json({ errors: { file: sent.errors.form! }, typed }, { status: 422 });
  throw await redirectSaying("/portal/questionnaires", `Sent ${file.name}`);
});

export default function PortalQuestionnaires() {
  const { company, questionnaires } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string[] | undefined> = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <PageHeader
        title="Questionnaires"
        lead="Send your security questionnaire. You get your own file back, filled from answers that our security team approved."
      />
      <Section id="send" title="Send a questionnaire" intro="Each answer is read by a person before you get it.">
        <Form className="max-w-xl" encType="multipart/form-data">
          <FormErrors errors={errors} />
          <FileDrop
            label="Choose your file, or drop it here"
            {...{ name: "file", accept: acceptedFiles, hint: uploadHint, errors: errors.file, required: true }}
          />
          <FormRow>
            <TextField
              label="What we should call it"
              name="title"
              defaultValue={typed.title}
              hint="The file’s name if left empty"
              errors={errors.title}
              optional
            />
            <DateField label="Needed by" name="dueOn" defaultValue={typed.dueOn} errors={errors.dueOn} optional />
          </FormRow>
          <Button variant="primary">Send the questionnaire</Button>
        </Form>
      </Section>
      <Section id="sent" title="Sent" intro={`All of ${company} see these.`}>
        <OwnQuestionnaires questionnaires={questionnaires} />
      </Section>
    </>
  );
}

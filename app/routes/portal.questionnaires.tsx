import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { DateField, TextField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { listOwnCorrections } from "#app/domain/questionnaires/corrections.server.ts";
import { listOwnQuestionnaires } from "#app/domain/questionnaires/questionnaires.server.ts";
import { acceptedFiles, sendForm } from "#app/domain/questionnaires/questionnaires.ts";
import { sendQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { OwnCorrections } from "#app/domain/questionnaires/ui/own-corrections.tsx";
import { OwnQuestionnaires } from "#app/domain/questionnaires/ui/own-questionnaires.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { contentOf } from "#app/http/multipart.server.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.questionnaires.pageTitle);

export const loader = forProspect(async ({ db, prospect }) => ({
  company: prospect.companyName,
  questionnaires: await listOwnQuestionnaires(db, prospect),
  corrections: await listOwnCorrections(db, prospect),
}));

export const action = forProspect(async ({ db, prospect, client, request, words }) => {
  const form = await parseForm(request, sendForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { file, title, dueOn } = form.value;
  const sent = await attempt(async () => {
    const content = await contentOf(file);
    return sendQuestionnaire(db, prospect, { title, dueOn, fileName: file.name, content, client });
  });
  const typed: Record<string, string> = { title };
  if (!sent.ok) return json({ errors: { file: sent.errors.form! }, typed }, { status: 422 });
  throw await redirectSaying("/portal/questionnaires", words.questionnaires.sentFile(file.name));
});

export default function PortalQuestionnaires() {
  const { company, questionnaires, corrections } = useLoaderData<typeof loader>();
  const said = useWords().questionnaires;
  const sent = useActionData<typeof action>();
  const errors: Record<string, string[] | undefined> = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <PageHeader title={said.pageTitle} lead={said.lead} />
      <Section id="send" title={said.send} intro={said.sendIntro}>
        <Form className="max-w-xl" encType="multipart/form-data">
          <FormErrors errors={errors} />
          <FileDrop
            label={said.file}
            {...{ name: "file", accept: acceptedFiles, hint: said.fileHint, errors: errors.file, required: true }}
          />
          <FormRow>
            <TextField
              label={said.name}
              name="title"
              defaultValue={typed.title}
              hint={said.nameHint}
              errors={errors.title}
              optional
            />
            <DateField label={said.dueOn} name="dueOn" defaultValue={typed.dueOn} errors={errors.dueOn} optional />
          </FormRow>
          <Button variant="primary">{said.sendIt}</Button>
        </Form>
      </Section>
      <Section id="sent" title={said.sent} intro={said.allSee(company)}>
        <OwnQuestionnaires questionnaires={questionnaires} />
      </Section>
      {corrections.length > 0 && (
        <Section id="corrections" title={said.corrections} intro={said.correctionsIntro}>
          <OwnCorrections corrections={corrections} />
        </Section>
      )}
    </>
  );
}

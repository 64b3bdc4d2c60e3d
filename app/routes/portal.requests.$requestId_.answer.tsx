import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { getOwnRequest } from "#app/domain/access/own-requests.server.ts";
import { giveMoreInfo } from "#app/domain/access/requests.server.ts";
import { answerForm } from "#app/domain/access/requests.ts";
import { AnswerForm } from "#app/domain/access/ui/answer-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.portal.answer.pageTitle);

export const loader = forProspect(async ({ db, params, prospect }) => {
  const { id, reference, message } = await getOwnRequest(db, prospect, idFrom(params, "requestId"));
  return { id, reference, message };
});

export const action = forProspect(async ({ db, request, params, prospect, words }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, answerForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.answer }, { status: 422 });
  const { answer } = form.value;
  const given = await attempt(() => giveMoreInfo(db, prospect, { requestId, answer }));
  if (!given.ok) return json({ errors: given.errors, typed: answer }, { status: 409 });
  throw await redirectSaying(`/portal/requests/${requestId}`, words.portal.answer.sent);
});

export default function Answer() {
  const { id, reference, message } = useLoaderData<typeof loader>();
  const said = useWords().portal.answer;
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHeader eyebrow={said.eyebrow(reference)} title={said.pageTitle} lead={message} />
      <AnswerForm action={`/portal/requests/${id}/answer`} errors={sent?.errors} typed={sent?.typed} />
    </>
  );
}

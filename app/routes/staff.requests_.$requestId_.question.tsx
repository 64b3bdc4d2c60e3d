import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForMoreInfo } from "#app/domain/access/decisions.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { questionForm } from "#app/domain/access/requests.ts";
import { ReasonPage } from "#app/domain/access/ui/reason-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Ask for more information" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name, reason } = await getRequest(db, idFrom(params, "requestId"));
  return { id, name, reason };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, questionForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.question }, { status: 422 });
  const { question } = form.value;
  const asked = await attempt(() => askForMoreInfo(db, staff, { requestId, question }));
  if (!asked.ok) return json({ errors: asked.errors, typed: question }, { status: 409 });
  throw await redirectSaying(`/staff/requests/${requestId}`, "Asked for more information");
});

export default function AskForMore() {
  const { id, name, reason } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ReasonPage
      title={`Ask ${name} for more information`}
      field={{ name: "question", label: "Question", hint: "The prospect reads it, in the mail and on their page." }}
      verb="Ask"
      keepTo={`/staff/requests/${id}`}
      errors={sent?.errors}
      typed={sent?.typed}
    >
      <p>They wrote: “{reason}” The request leaves the queue until they answer.</p>
    </ReasonPage>
  );
}

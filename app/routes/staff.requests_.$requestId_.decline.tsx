import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RadioGroup } from "#app/components/field.tsx";
import { declineRequest } from "#app/domain/access/decisions.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { standardDecline } from "#app/domain/access/decline-words.ts";
import { declineForm } from "#app/domain/access/requests.ts";
import { ReasonPage } from "#app/domain/access/ui/reason-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Decline a request" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name, companyName, documents } = await getRequest(db, idFrom(params, "requestId"));
  return { id, name, companyName, documents: documents.map((document) => document.title) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, declineForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.reason }, { status: 422 });
  const { reason } = form.value;
  const declined = await attempt(() => declineRequest(db, staff, { requestId, reason }));
  if (!declined.ok) return json({ errors: declined.errors, typed: reason ?? "" }, { status: 409 });
  throw await redirectSaying(`/staff/requests/${requestId}`, "Declined the request");
});

export default function Decline() {
  const { id, name, companyName, documents } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ReasonPage
      title={`Decline the request of ${name}, ${companyName}?`}
      field={{ name: "reason", label: "Reason", hint: "The prospect reads it, in the mail and on their page." }}
      verb="Decline"
      optional
      negative
      keepTo={`/staff/requests/${id}`}
      errors={sent?.errors}
      typed={sent?.typed}
    >
      <p>Nothing opens: {documents.join(", ")}. They can ask again.</p>
      <RadioGroup
        label="What they read"
        name="say"
        defaultValue="own"
        options={[
          { value: "own", label: "The reason below" },
          { value: "standard", label: `“${standardDecline}”` },
          { value: "nothing", label: "No reason" },
        ]}
      />
    </ReasonPage>
  );
}

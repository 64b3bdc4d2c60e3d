import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getGrant, revokeGrant } from "#app/domain/access/grants.server.ts";
import { revocationForm } from "#app/domain/access/requests.ts";
import { ReasonPage } from "#app/domain/access/ui/reason-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Revoke a grant" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name, title, accessRequestId } = await getGrant(db, idFrom(params, "grantId"));
  return { id, name, title, back: accessRequestId ? `/staff/requests/${accessRequestId}` : "/staff/grants" };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const grantId = idFrom(params, "grantId");
  const form = await parseForm(request, revocationForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.reason }, { status: 422 });
  const { reason } = form.value;
  const revoked = await attempt(() => revokeGrant(db, staff, { grantId, reason }));
  if (!revoked.ok) return json({ errors: revoked.errors, typed: reason }, { status: 409 });
  const { title, name } = await getGrant(db, grantId);
  throw await redirectSaying("/staff/grants", `Revoked ${title} for ${name}`);
});

export default function Revocation() {
  const { name, title, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ReasonPage
      title={`Revoke ${name}’s grant?`}
      field={{ name: "reason", label: "Reason", hint: "The prospect reads it, in the mail and on their page." }}
      verb="Revoke"
      negative
      keepTo={back}
      errors={sent?.errors}
      typed={sent?.typed}
    >
      <p>
        {title} closes for {name} now. Copies that were taken stay on record, and so does the NDA acceptance.
      </p>
    </ReasonPage>
  );
}

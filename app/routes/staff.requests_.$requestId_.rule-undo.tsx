import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { revocationForm } from "#app/domain/access/requests.ts";
import { findRuleDecision, undoRuleDecision } from "#app/domain/access/rules/undo.server.ts";
import { ReasonPage } from "#app/domain/access/ui/reason-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Undo what a rule did" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name } = await getRequest(db, idFrom(params, "requestId"));
  return { id, name, rule: (await findRuleDecision(db, id))?.ruleName ?? "" };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, revocationForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.reason }, { status: 422 });
  const { reason } = form.value;
  const undone = await attempt(() => undoRuleDecision(db, staff, { requestId, reason }));
  if (!undone.ok) return json({ errors: undone.errors, typed: reason }, { status: 409 });
  throw await redirectSaying(`/staff/requests/${requestId}`, "Undid it. The request waits for a person");
});

export default function UndoRule() {
  const { id, name, rule } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ReasonPage
      title={`Undo what the rule “${rule}” did?`}
      field={{ name: "reason", label: "Reason", hint: "The prospect reads it where a grant of theirs ends." }}
      verb="Undo"
      negative
      keepTo={`/staff/requests/${id}`}
      errors={sent?.errors}
      typed={sent?.typed}
    >
      <p>What the rule granted to {name} closes now, and the request waits for a person. Copies stay on record.</p>
    </ReasonPage>
  );
}

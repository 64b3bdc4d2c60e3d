import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { askForMore, requestAccess } from "#app/domain/access/requests.server.ts";
import { accessRequestForm, furtherRequestForm } from "#app/domain/access/requests.ts";
import {
  type ChoosableDocument,
  DocumentChoice,
  PersonFields,
  ReasonField,
} from "#app/domain/access/ui/request-fields.tsx";
import { listRequestableDocuments } from "#app/domain/documents/documents.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { newBrowserToken } from "#app/http/cookies.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.access.request.pageTitle);

export const loader = forAnyone(async ({ db, url, viewer }) => {
  const documents = (await listRequestableDocuments(db)).map(({ id, title, audience }) => ({ id, title, audience }));
  const chosen = [...url.searchParams.getAll("documents[]"), ...url.searchParams.getAll("document")];
  return {
    documents: documents as ChoosableDocument[],
    chosen,
    signedInAs: viewer.kind === "prospect" ? viewer.email : null,
  };
});

export const action = forAnyone(async ({ db, request, viewer, client, words }) => {
  if (viewer.kind === "prospect") {
    const form = await parseForm(request, furtherRequestForm);
    if (!form.ok) return json(form, { status: 422 });
    const asked = await attempt(() => askForMore(db, viewer, form.value));
    if (!asked.ok) return json({ errors: asked.errors, typed: { reason: form.value.reason } }, { status: 409 });
    const held = asked.value.alreadyHeld.map((document) => document.title).join(", ");
    throw await redirectSaying(`/portal/requests/${asked.value.requestId}`, words.access.request.sent(held));
  }
  const form = await parseForm(request, accessRequestForm);
  if (!form.ok) return json(form, { status: 422 });
  const { browserToken, cookie } = await newBrowserToken();
  const asked = await attempt(() => requestAccess(db, { form: form.value, browserToken, client }));
  if (!asked.ok) {
    const { email, name, title = "", company, reason } = form.value;
    return json({ errors: asked.errors, typed: { email: email.typed, name, title, company, reason } }, { status: 422 });
  }
  throw redirect("/sign-in/code", { headers: { "Set-Cookie": cookie } });
});

export default function AskForDocuments() {
  const { documents, chosen, signedInAs } = useLoaderData<typeof loader>();
  const said = useWords().access.request;
  const sent = useActionData<typeof action>() as
    { errors?: Record<string, string[]>; typed?: Record<string, string> } | undefined;
  const [errors, typed] = [sent?.errors ?? {}, sent?.typed ?? {}];
  return (
    <PlainLayout
      brand={useBrand()}
      wide
      title={said.pageTitle}
      lead={<p>{signedInAs ? said.asYou(signedInAs) : said.lead}</p>}
    >
      {documents.length === 0 ? (
        <EmptyState title={said.nothing}>
          <p>{said.openOnes}</p>
        </EmptyState>
      ) : (
        <Form action="/request">
          <FormErrors errors={errors} />
          {!signedInAs && <PersonFields typed={typed} errors={errors} />}
          <DocumentChoice documents={documents} chosen={chosen} errors={errors.documents} />
          <ReasonField typed={typed} errors={errors} />
          <div>
            <Button variant="primary">{signedInAs ? said.send : said.continue}</Button>
          </div>
        </Form>
      )}
    </PlainLayout>
  );
}

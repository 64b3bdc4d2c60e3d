import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { acceptNda } from "#app/domain/access/acceptances.server.ts";
import { acceptanceForm } from "#app/domain/access/acceptances.ts";
import { getOfferedVersion } from "#app/domain/access/nda.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { NdaAcceptance } from "#app/domain/access/ui/nda-acceptance.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { idFrom } from "#app/http/params.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.agreement.pageTitle);

export const loader = forProspect(async ({ db, params, prospect, sessionHash }) => {
  const version = await getOfferedVersion(db, prospect, idFrom(params, "ndaVersionId"));
  const presented = await presentNda(db, prospect, { ndaVersionId: version.id, sessionHash });
  return { nda: { ...version, presented }, signer: prospect };
});

export const action = forProspect(async ({ db, request, params, client, context, prospect, words, ...proof }) => {
  const ndaVersionId = idFrom(params, "ndaVersionId");
  const form = await parseForm(request, acceptanceForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { sessionHash, provedBy } = proof;
  const evidence = { ndaVersionId, form: form.value, client, sessionHash, provedBy, httpRequestId: context.requestId };
  const accepted = await attempt(() => acceptNda(db, prospect, evidence));
  if (!accepted.ok) return json({ errors: accepted.errors, typed: { ...form.value } }, { status: 409 });
  throw await redirectSaying(nextPage(form.value.next, "/portal"), words.agreement.accepted);
});

export default function AcceptTheNda() {
  const { nda, signer } = useLoaderData<typeof loader>();
  const said = useWords().agreement;
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <PageHeader title={said.pageTitle} lead={said.lead} />
      <Section id="nda" title={said.title} intro={said.intro}>
        <NdaAcceptance nda={nda} signer={signer} next={nextPage(typed.next, "/portal")} errors={errors} typed={typed} />
      </Section>
    </>
  );
}

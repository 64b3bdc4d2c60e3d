import { useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/markdown.tsx";
import { Hash } from "#app/components/mono.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { getAcceptance } from "#app/domain/access/acceptance-record.server.ts";
import { idFrom } from "#app/http/params.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.agreement.asAccepted);

export const loader = forProspect(async ({ db, params, prospect }) => {
  const acceptance = await getAcceptance(db, prospect, idFrom(params, "acceptanceId"));
  const { id, ndaTitle, ndaNumber, ndaBody, ndaFormat, ndaSha256, acceptedAt, company } = acceptance;
  return { id, ndaTitle, ndaNumber, ndaBody, ndaFormat, ndaSha256, acceptedAt, company };
});

export default function AcceptedAgreement() {
  const nda = useLoaderData<typeof loader>();
  const said = useWords().agreement;
  return (
    <>
      <PageHeader
        eyebrow={said.acceptedOn(nda.acceptedAt, nda.company)}
        title={`${nda.ndaTitle}, ${said.version(nda.ndaNumber)}`}
      />
      <Section id="text" title={said.theText} intro={<Hash kind="sha256" value={nda.ndaSha256} />}>
        {nda.ndaFormat === "pdf" ? (
          <p>
            The agreement is a PDF. It is in the <a href={`/portal/acceptances/${nda.id}/evidence`}>evidence</a> of your
            acceptance, as you accepted it.
          </p>
        ) : (
          <Markdown text={nda.ndaBody} />
        )}
      </Section>
    </>
  );
}

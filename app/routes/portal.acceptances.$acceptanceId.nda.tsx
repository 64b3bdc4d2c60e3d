import { useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/markdown.tsx";
import { Hash } from "#app/components/mono.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { DateTime } from "#app/components/time.tsx";
import { getAcceptance } from "#app/domain/access/acceptance-record.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "The agreement as you accepted it" }, { name: "robots", content: "noindex" }];

export const loader = forProspect(async ({ db, params, prospect }) => {
  const acceptance = await getAcceptance(db, prospect, idFrom(params, "acceptanceId"));
  const { ndaTitle, ndaNumber, ndaBody, ndaSha256, acceptedAt, company } = acceptance;
  return { ndaTitle, ndaNumber, ndaBody, ndaSha256, acceptedAt, company };
});

export default function AcceptedAgreement() {
  const nda = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            Accepted <DateTime date={nda.acceptedAt} /> for {nda.company}
          </>
        }
        title={`${nda.ndaTitle}, version ${nda.ndaNumber}`}
      />
      <Section id="text" title="The text" intro={<Hash kind="sha256" value={nda.ndaSha256} />}>
        <Markdown text={nda.ndaBody} />
      </Section>
    </>
  );
}

import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Note } from "#app/components/note.tsx";
import { Section } from "#app/components/section.tsx";
import { Trail } from "#app/components/trail.tsx";
import { detailOf, saidToProspect } from "#app/domain/access/happenings.ts";
import { getNdaVersion, listNdasToAccept } from "#app/domain/access/nda.server.ts";
import { getOwnRequest } from "#app/domain/access/own-requests.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { listRequestHappenings } from "#app/domain/access/timeline.server.ts";
import { AcceptanceNote } from "#app/domain/access/ui/acceptance-note.tsx";
import { AnswerForm } from "#app/domain/access/ui/answer-form.tsx";
import { DecisionList } from "#app/domain/access/ui/decision-list.tsx";
import { NdaAcceptance } from "#app/domain/access/ui/nda-acceptance.tsx";
import { OwnDocuments } from "#app/domain/access/ui/own-documents.tsx";
import { RequestHeader, titleOf } from "#app/domain/access/ui/request-header.tsx";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, params, prospect, sessionHash }) => {
  const request = await getOwnRequest(db, prospect, idFrom(params, "requestId"));
  const [waiting] = await listNdasToAccept(db, prospect.id, { requestId: request.id });
  const nda = waiting && {
    ...(await getNdaVersion(db, waiting.ndaVersionId)),
    presented: await presentNda(db, prospect, { ndaVersionId: waiting.ndaVersionId, sessionHash }),
  };
  const happenings = await listRequestHappenings(db, request.id);
  return { request, nda: nda ?? null, happenings, signer: prospect };
});

export const meta = ({ data }: { data?: { request: Parameters<typeof titleOf>[0] & { reference: string } } }) => [
  { title: data ? `Request ${data.request.reference}: ${titleOf(data.request)}` : "Request" },
  { name: "robots", content: "noindex" },
];

export default function RequestStatus() {
  const { request, nda, happenings, signer } = useLoaderData<typeof loader>();
  const path = `/portal/requests/${request.id}`;
  const waits = request.status === "pending" || request.status === "more-info";
  const ndaNumbers = new Set(request.decisions.map((decision) => decision.ndaNumber));
  const accepted = request.acceptances.filter((acceptance) => ndaNumbers.has(acceptance.ndaNumber));
  return (
    <>
      <RequestHeader request={request} />
      {request.status === "more-info" && (
        <Section id="question" title="The question" intro="From the security team.">
          <blockquote className="max-w-[66ch] border-l-3 border-accent py-0.5 pl-4">{request.message}</blockquote>
          <AnswerForm action={`${path}/answer`} />
        </Section>
      )}
      <Section
        id="decision"
        title={waits ? "What you asked for" : "The decision"}
        intro={waits ? `Reason: “${request.reason}”` : `By ${request.sharedBy ?? "the security team"}.`}
      >
        <DecisionList documents={request.decisions} />
        {!waits && request.message && (
          <Note tone={request.status === "declined" ? "lapsed" : undefined} title="What Security says">
            “{request.message}”
          </Note>
        )}
        {waits && (
          <Form method="post" action={`${path}/withdrawal`}>
            <Button variant="quiet">Withdraw this request</Button>
          </Form>
        )}
      </Section>
      {(nda || accepted.length > 0) && (
        <Section
          id="nda"
          title="The NDA"
          intro={nda ? "Read it to the end, then accept below. You get a copy and a certificate at once." : undefined}
        >
          {accepted.map((acceptance) => (
            <AcceptanceNote key={acceptance.id} acceptance={acceptance} />
          ))}
          {nda && <NdaAcceptance nda={nda} signer={signer} next={path} />}
        </Section>
      )}
      {request.documents.length > 0 && (
        <Section
          id="documents"
          title="Your documents"
          intro="Each PDF is stamped on every page with your name, e-mail, company, the time and a copy id."
        >
          <OwnDocuments documents={request.documents} />
        </Section>
      )}
      <Section id="happenings" title="What happened">
        <Trail events={happenings.map((one) => ({ at: one.at, what: saidToProspect(one), detail: detailOf(one) }))} />
      </Section>
    </>
  );
}

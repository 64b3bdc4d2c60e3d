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
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { useAddress, useWords } from "#app/messages/speech.ts";

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

type Shown = { request: Parameters<typeof titleOf>[0] & { reference: string } };

export const meta = privatePage<Shown>((words, data) => {
  const said = words.portal.request;
  return data ? said.pageTitle(data.request.reference, titleOf(data.request, words)) : said.anyTitle;
});

export default function RequestStatus() {
  const { request, nda, happenings, signer } = useLoaderData<typeof loader>();
  const [words, address] = [useWords(), useAddress()];
  const said = words.portal.request;
  const path = `/portal/requests/${request.id}`;
  const waits = request.status === "pending" || request.status === "more-info";
  const ndaNumbers = new Set(request.decisions.map((decision) => decision.ndaNumber));
  const accepted = request.acceptances.filter((acceptance) => ndaNumbers.has(acceptance.ndaNumber));
  return (
    <>
      <RequestHeader request={request} />
      {request.status === "more-info" && (
        <Section id="question" title={said.question} intro={said.fromSecurity}>
          <blockquote className="max-w-[66ch] border-l-3 border-accent py-0.5 pl-4">{request.message}</blockquote>
          <AnswerForm action={`${path}/answer`} />
        </Section>
      )}
      <Section
        id="decision"
        title={waits ? said.asked : said.decision}
        intro={waits ? said.reason(request.reason) : said.decidedBy(request.sharedBy)}
      >
        <DecisionList documents={request.decisions} />
        {!waits && request.message && (
          <Note tone={request.status === "declined" ? "lapsed" : undefined} title={said.securitySays}>
            {said.quoted(request.message)}
          </Note>
        )}
        {waits && (
          <Form method="post" action={address(`${path}/withdrawal`)}>
            <Button variant="quiet">{said.withdraw}</Button>
          </Form>
        )}
      </Section>
      {(nda || accepted.length > 0) && (
        <Section id="nda" title={said.nda} intro={nda ? said.ndaIntro : undefined}>
          {accepted.map((acceptance) => (
            <AcceptanceNote key={acceptance.id} acceptance={acceptance} />
          ))}
          {nda && <NdaAcceptance nda={nda} signer={signer} next={path} />}
        </Section>
      )}
      {request.documents.length > 0 && (
        <Section id="documents" title={said.documents} intro={words.portal.home.stamped}>
          <OwnDocuments documents={request.documents} />
        </Section>
      )}
      <Section id="happenings" title={said.happenings}>
        <Trail
          events={happenings.map((one) => ({
            at: one.at,
            what: saidToProspect(one, words),
            detail: detailOf(one, words),
          }))}
        />
      </Section>
    </>
  );
}

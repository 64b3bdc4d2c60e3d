import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { Section } from "#app/components/section.tsx";
import { listAcceptances } from "#app/domain/access/acceptance-record.server.ts";
import { listNdasToAccept } from "#app/domain/access/nda.server.ts";
import { listOwnDocuments, listOwnRequests } from "#app/domain/access/own-requests.server.ts";
import { AcceptanceNote } from "#app/domain/access/ui/acceptance-note.tsx";
import { OwnDocuments } from "#app/domain/access/ui/own-documents.tsx";
import { OwnRequests } from "#app/domain/access/ui/own-requests.tsx";
import { forProspect } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const loader = forProspect(async ({ db, prospect }) => ({
  requests: await listOwnRequests(db, prospect),
  documents: await listOwnDocuments(db, prospect),
  acceptances: await listAcceptances(db, { personId: prospect.id }),
  ndas: await listNdasToAccept(db, prospect.id),
}));

export default function Portal() {
  const { requests, documents, acceptances, ndas } = useLoaderData<typeof loader>();
  const said = useWords().portal.home;
  const open = documents.filter((document) => document.state === "open").length;
  const ndaPath = ndas[0] && `/portal/nda/${ndas[0].ndaVersionId}`;
  return (
    <>
      <PageHeader
        title={open > 0 ? said.openToYou(open) : said.title}
        lead={ndaPath ? said.opensWithNda : undefined}
        actions={
          <>
            {ndaPath && (
              <ButtonLink variant="primary" to={ndaPath}>
                {said.readNda}
              </ButtonLink>
            )}
            <ButtonLink to="/request">{said.ask}</ButtonLink>
          </>
        }
      />
      <Section id="documents" title={said.documents} intro={said.stamped}>
        {documents.length > 0 ? (
          <OwnDocuments documents={documents} ndaPath={ndaPath} />
        ) : (
          <EmptyState title={said.nothingOpen}>
            <p>{said.whatStandsHere}</p>
          </EmptyState>
        )}
      </Section>
      <Section id="requests" title={said.requests}>
        {requests.length > 0 ? (
          <OwnRequests requests={requests} />
        ) : (
          <EmptyState title={said.nothingAsked} action={<ButtonLink to="/request">{said.askShort}</ButtonLink>} />
        )}
      </Section>
      {acceptances.length > 0 && (
        <Section id="agreements" title={said.agreements} intro={said.agreementsIntro}>
          {acceptances.map((acceptance) => (
            <AcceptanceNote key={acceptance.id} acceptance={acceptance} />
          ))}
        </Section>
      )}
      <Section id="questionnaires" title={said.questionnaires}>
        <p>
          {said.upload((words) => (
            <PageLink to="/portal/questionnaires">{words}</PageLink>
          ))}
        </p>
      </Section>
    </>
  );
}

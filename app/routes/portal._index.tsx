import { Link, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/section.tsx";
import { listAcceptances } from "#app/domain/access/acceptance-record.server.ts";
import { listNdasToAccept } from "#app/domain/access/nda.server.ts";
import { listOwnDocuments, listOwnRequests } from "#app/domain/access/own-requests.server.ts";
import { AcceptanceNote } from "#app/domain/access/ui/acceptance-note.tsx";
import { OwnDocuments } from "#app/domain/access/ui/own-documents.tsx";
import { OwnRequests } from "#app/domain/access/ui/own-requests.tsx";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, prospect }) => ({
  requests: await listOwnRequests(db, prospect),
  documents: await listOwnDocuments(db, prospect),
  acceptances: await listAcceptances(db, { personId: prospect.id }),
  ndas: await listNdasToAccept(db, prospect.id),
}));

export default function Portal() {
  const { requests, documents, acceptances, ndas } = useLoaderData<typeof loader>();
  const open = documents.filter((document) => document.state === "open").length;
  const ndaPath = ndas[0] && `/portal/nda/${ndas[0].ndaVersionId}`;
  return (
    <>
      <PageHeader
        title={open > 0 ? `${countOf(open, "document")} open to you` : "Your requests and documents"}
        lead={ndaPath ? "Some documents open when you accept the NDA." : undefined}
        actions={
          <>
            {ndaPath && (
              <ButtonLink variant="primary" to={ndaPath}>
                Read the NDA
              </ButtonLink>
            )}
            <ButtonLink to="/request">Ask for documents</ButtonLink>
          </>
        }
      />
      <Section
        id="documents"
        title="Documents"
        intro="Each PDF is stamped on every page with your name, e-mail, company, the time and a copy id."
      >
        {documents.length > 0 ? (
          <OwnDocuments documents={documents} ndaPath={ndaPath} />
        ) : (
          <EmptyState title="Nothing is open to you yet">
            <p>What is approved for you stands here, with the day until which it is open.</p>
          </EmptyState>
        )}
      </Section>
      <Section id="requests" title="Requests">
        {requests.length > 0 ? (
          <OwnRequests requests={requests} />
        ) : (
          <EmptyState title="You have not asked for anything yet" action={<ButtonLink to="/request">Ask</ButtonLink>} />
        )}
      </Section>
      {acceptances.length > 0 && (
        <Section id="agreements" title="Agreements" intro="What you accepted stays on record and can be fetched here.">
          {acceptances.map((acceptance) => (
            <AcceptanceNote key={acceptance.id} acceptance={acceptance} />
          ))}
        </Section>
      )}
      <Section id="questionnaires" title="Questionnaires">
        <p>
          Do you have a security questionnaire for us? <Link to="/portal/questionnaires">Upload it</Link>, and get your
          own file back filled.
        </p>
      </Section>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listAcceptances } from "#app/domain/access/acceptance-record.server.ts";
import { decides } from "#app/domain/access/deciders.ts";
import { listNdaVersions } from "#app/domain/access/nda.server.ts";
import { AcceptanceTable, NdaVersionTable } from "#app/domain/access/ui/nda-tables.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "NDA" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  versions: await listNdaVersions(db),
  acceptances: await listAcceptances(db),
  mayPublish: decides(staff),
}));

export default function Nda() {
  const { versions, acceptances, mayPublish } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title="NDA" meta={versions[0] ? `Version ${versions[0].number} is in force` : "There is no NDA yet"}>
        {mayPublish && (
          <ButtonLink variant="primary" size="small" icon={Plus} to="/staff/nda/new">
            Publish a version
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        <StaffSection
          id="versions"
          title="Versions"
          intro="A version is never changed. A grant asks for the version that was in force when it was made."
        >
          {versions.length > 0 ? (
            <NdaVersionTable versions={versions} />
          ) : (
            <EmptyState title="No version yet">
              <p>Documents under NDA can be approved once the first version is published.</p>
            </EmptyState>
          )}
        </StaffSection>
        <StaffSection
          id="acceptances"
          title="Acceptances"
          intro={`${countOf(acceptances.length, "acceptance")}, newest first. They stay when access is revoked.`}
        >
          {acceptances.length > 0 ? <AcceptanceTable acceptances={acceptances} /> : <p>Nobody has accepted it yet.</p>}
        </StaffSection>
      </StaffBody>
    </>
  );
}

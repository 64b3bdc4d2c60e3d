import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listCertificationOverview } from "#app/domain/trust-page/certifications.server.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { CertificationTable, FrameworkTable } from "#app/domain/trust-page/ui/certification-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Certifications" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  ...(await listCertificationOverview(db, dayOf(new Date()))),
  mayEdit: staff.role !== "sales",
}));

export default function Certifications() {
  const { certifications, frameworks, mayEdit } = useLoaderData<typeof loader>();
  const all = [...certifications, ...frameworks];
  const published = all.filter((entry) => entry.published).length;
  return (
    <>
      <StaffHeader title="Certifications" meta={`${published} of ${all.length} on the trust page`}>
        <ButtonLink size="small" href="/#certifications">
          View as visitor
        </ButtonLink>
        {mayEdit && (
          <>
            <ButtonLink to="/staff/certifications/new?kind=framework" size="small" icon={Plus}>
              Add a framework
            </ButtonLink>
            <ButtonLink to="/staff/certifications/new" variant="primary" size="small" icon={Plus}>
              Add a certification
            </ButtonLink>
          </>
        )}
      </StaffHeader>
      <StaffBody>
        <StaffSection
          id="certifications"
          title="Certifications"
          intro="Issued by another body, with the days on which they are valid. What the trust page says follows from these days."
        >
          {certifications.length === 0 ? (
            <EmptyState title="No certification yet">
              One in preparation may be added too: without days of validity the trust page says that nothing is issued.
            </EmptyState>
          ) : (
            <CertificationTable entries={certifications} mayEdit={mayEdit} />
          )}
        </StaffSection>
        <StaffSection
          id="frameworks"
          title="Frameworks"
          intro="Laws and frameworks that nobody issues anything for. You state where you stand, with the day of the statement."
        >
          {frameworks.length === 0 ? (
            <EmptyState title="No framework yet">For example GDPR, with who assessed it and when.</EmptyState>
          ) : (
            <FrameworkTable entries={frameworks} mayEdit={mayEdit} />
          )}
        </StaffSection>
      </StaffBody>
    </>
  );
}

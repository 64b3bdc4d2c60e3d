import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { decides } from "#app/domain/access/deciders.ts";
import { listGrants } from "#app/domain/access/grants.server.ts";
import { GrantTable } from "#app/domain/access/ui/grant-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Grants" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  grants: await listGrants(db),
  decides: decides(staff),
}));

export default function Grants() {
  const { grants, decides: mayRevoke } = useLoaderData<typeof loader>();
  const open = grants.filter((grant) => grant.state === "open").length;
  return (
    <>
      <StaffHeader title="Grants" meta={`${countOf(open, "open grant")} of ${grants.length}`} />
      <StaffBody>
        {grants.length > 0 ? (
          <GrantTable grants={grants} mayRevoke={mayRevoke} />
        ) : (
          <EmptyState title="Nobody has been given a document yet">
            <p>Grants come from approved requests and from share links.</p>
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listShareLinks } from "#app/domain/access/share-links.server.ts";
import { ShareLinkTable } from "#app/domain/access/ui/share-link-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Share links" }];

export const loader = forStaff("any", async ({ db }) => ({ links: await listShareLinks(db) }));

export default function ShareLinks() {
  const { links } = useLoaderData<typeof loader>();
  const open = links.filter((link) => link.state === "open").length;
  return (
    <>
      <StaffHeader title="Share links" meta={`${countOf(open, "link")} open`}>
        <ButtonLink variant="primary" size="small" icon={Plus} to="/staff/share-links/new">
          Make a link
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        {links.length > 0 ? (
          <ShareLinkTable links={links} />
        ) : (
          <EmptyState title="No link yet">
            <p>
              A share link gives one account documents that you approve beforehand. Whoever follows it proves a work
              address of that account first.
            </p>
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}

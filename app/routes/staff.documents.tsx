import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { keepsDocuments } from "#app/domain/documents/document-words.ts";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { DocumentTable } from "#app/domain/documents/ui/document-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Documents" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  documents: await listDocuments(db),
  mayChange: keepsDocuments(staff.role),
}));

export default function Documents() {
  const { documents, mayChange } = useLoaderData<typeof loader>();
  const add = mayChange && (
    <ButtonLink variant="primary" size="small" icon={Plus} to="/staff/documents/new">
      Add a document
    </ButtonLink>
  );
  return (
    <>
      <StaffHeader title="Documents" meta={countOf(documents.length, "document")}>
        {add}
      </StaffHeader>
      <StaffBody>
        {documents.length > 0 ? (
          <DocumentTable documents={documents} />
        ) : (
          <EmptyState title="No document yet">
            <p>The SOC 2 report, letters and policies stand here, each with its audience and its versions.</p>
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}

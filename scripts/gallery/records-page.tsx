import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Id } from "#app/components/mono.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { Audience, Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { StaffFrame } from "#scripts/gallery/staff-frame.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

function Records() {
  return (
    <StaffFrame>
      <StaffHeader title="Documents" meta="6 documents, 2 of them public">
        <ButtonLink to="/staff/documents/new" variant="primary" size="small" icon={Plus}>
          Add a document
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <StaffSection id="held" title="What we hold" intro="The newest version of each is what people get.">
          <DataTable
            caption="Documents"
            columns={[
              { key: "title", label: "Document", sort: { to: "?sort=title", direction: "ascending" } },
              { key: "audience", label: "Audience" },
              { key: "version", label: "Version", sort: { to: "?sort=version" } },
              { key: "state", label: "State" },
              { key: "size", label: "Size", align: "end" },
            ]}
          >
            <tr aria-current="true">
              <RowHead detail="SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026">SOC 2 Type II report 2026</RowHead>
              <Cell label="Audience">
                <Audience audience="nda" />
              </Cell>
              <Cell label="Version">
                <DateText date="2026-08-21" />
              </Cell>
              <Cell label="State">
                <Status tone="current" word="Current" />
              </Cell>
              <Cell label="Size" align="end">
                2.1 MB
              </Cell>
            </tr>
            <tr>
              <RowHead>
                Penetration test <Id>PT-7</Id>
              </RowHead>
              <Cell label="Audience">
                <Audience audience="internal" />
              </Cell>
              <Cell label="Version">
                <DateText date="2026-04-09" />
              </Cell>
              <Cell label="State">
                <Status tone="ageing" word="Ageing" />
              </Cell>
              <Cell label="Size" align="end">
                640 kB
              </Cell>
            </tr>
          </DataTable>
          <Pagination range="1 – 2 of 6" older="?before=2" />
        </StaffSection>
        <StaffSection id="none" title="Share links">
          <EmptyState title="No share link is open">The last one ran out on 2 Sep 2026.</EmptyState>
        </StaffSection>
      </StaffBody>
    </StaffFrame>
  );
}

export const recordsPage: GalleryPage = { title: "Documents", path: "/staff/documents", element: <Records /> };

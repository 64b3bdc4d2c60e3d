import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { StaffSection } from "#app/components/section.tsx";

const kindWords = {
  control: "Control",
  criterion: "Criterion",
  document: "Document",
  report: "Report",
  subprocessor: "Subprocessor",
} as const;

export interface CitationTableProps {
  citations: { kind: keyof typeof kindWords; ref: string; title: string }[];
}

export function CitationTable({ citations }: CitationTableProps) {
  if (citations.length === 0) return null;
  return (
    <StaffSection id="citations" title="Rests on">
      <DataTable
        caption="What this answer rests on"
        columns={[
          { key: "cited", label: "Cited" },
          { key: "kind", label: "Kind" },
        ]}
      >
        {citations.map(({ kind, ref, title }) => (
          <tr key={kind + ref}>
            <RowHead>
              {(kind === "control" || kind === "criterion") && (
                <>
                  <Id>{ref}</Id>{" "}
                </>
              )}
              {title}
            </RowHead>
            <Cell label="Kind" quiet>
              {kindWords[kind]}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </StaffSection>
  );
}

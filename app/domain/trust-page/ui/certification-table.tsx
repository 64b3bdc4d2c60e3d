import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Status } from "#app/components/status.tsx";
import type { CertificationWords } from "#app/domain/trust-page/certification-status.ts";

type Row = { id: string; name: string; published: boolean };
type Certification = Row & CertificationWords & { issuer: string };
type Framework = Row & { statement: string; statedOn: string | null; isToCome: boolean };

const certificationColumns = [
  { key: "name", label: "Certification" },
  { key: "status", label: "Status" },
  { key: "issuer", label: "Issuer" },
  { key: "page", label: "Trust page" },
];

export function CertificationTable({ entries, mayEdit }: { entries: Certification[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Certifications" columns={certificationColumns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>
            <Name entry={entry} mayEdit={mayEdit} />
          </RowHead>
          <Cell label="Status">
            <Status tone={entry.tone} word={entry.word} detail={entry.sentence} />
          </Cell>
          <Cell label="Issuer">{entry.issuer || "–"}</Cell>
          <Cell label="Trust page">{entry.published ? "Published" : "Not published"}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

const frameworkColumns = [
  { key: "name", label: "Framework" },
  { key: "statement", label: "Own statement" },
  { key: "stated", label: "Stated on" },
  { key: "page", label: "Trust page" },
];

export function FrameworkTable({ entries, mayEdit }: { entries: Framework[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Frameworks" columns={frameworkColumns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>
            <Name entry={entry} mayEdit={mayEdit} />
          </RowHead>
          <Cell label="Own statement">{entry.statement}</Cell>
          <Cell label="Stated on">{entry.statedOn}</Cell>
          <Cell label="Trust page">
            {!entry.published ? "Not published" : entry.isToCome ? "From that day on" : "Published"}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

const Name = ({ entry: { id, name }, mayEdit }: { entry: Row; mayEdit: boolean }) =>
  mayEdit ? <Link to={`/staff/certifications/${id}`}>{name}</Link> : <>{name}</>;

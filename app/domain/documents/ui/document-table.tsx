import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { countOf } from "#app/components/numbers.ts";
import { Audience as AudienceMark, Status, Tag } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { type Audience, type DocumentKind, kindNames } from "../document-words.ts";

export type DocumentRow = {
  id: string;
  title: string;
  kind: DocumentKind;
  audience: Audience;
  version: { number: number; fileName: string; pages: number | null; uploadedAt: string } | null;
};

const columns = [
  { key: "title", label: "Document" },
  { key: "kind", label: "Kind" },
  { key: "audience", label: "Audience" },
  { key: "version", label: "Version" },
  { key: "uploaded", label: "Uploaded" },
];

export function DocumentTable({ documents }: { documents: DocumentRow[] }) {
  return (
    <DataTable caption="Documents" columns={columns}>
      {documents.map(({ id, title, kind, audience, version }) => (
        <tr key={id}>
          <RowHead detail={version && <FileFacts version={version} />}>
            <Link to={`/staff/documents/${id}`}>{title}</Link>
          </RowHead>
          <Cell label="Kind">
            <Tag>{kindNames[kind]}</Tag>
          </Cell>
          <Cell label="Audience">
            <AudienceMark audience={audience} />
          </Cell>
          <Cell label="Version">{version ? version.number : <NoFile audience={audience} />}</Cell>
          <Cell label="Uploaded">{version ? <DateText date={version.uploadedAt} /> : "–"}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function FileFacts({ version }: { version: NonNullable<DocumentRow["version"]> }) {
  return (
    <>
      {version.fileName}
      {version.pages !== null && `, ${countOf(version.pages, "page")}`}
    </>
  );
}

function NoFile({ audience }: { audience: Audience }) {
  const soFar = audience === "public" ? "It is not on the trust page yet" : "Nobody can ask for it yet";
  return <Status tone="none" word="No file" detail={audience !== "internal" && soFar} />;
}

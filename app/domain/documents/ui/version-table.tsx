import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Hash } from "#app/components/mono.tsx";
import { formatBytes } from "#app/components/numbers.ts";
import { Status } from "#app/components/status.tsx";
import { DateTime } from "#app/components/time.tsx";

export type VersionRow = {
  id: string;
  number: number;
  sha256: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number | null;
  stampable: boolean;
  note: string;
  uploadedAt: string;
  uploadedByName: string | null;
};

const columns = [
  { key: "number", label: "Version" },
  { key: "file", label: "File" },
  { key: "size", label: "Size" },
  { key: "stamp", label: "Stamp" },
  { key: "uploaded", label: "Uploaded" },
  { key: "hash", label: "SHA-256" },
];

export function VersionTable({ versions }: { versions: VersionRow[] }) {
  return (
    <DataTable caption="Versions" columns={columns}>
      {versions.map((version, at) => (
        <tr key={version.id}>
          <RowHead detail={at === 0 ? "Current" : "Replaced"}>{version.number}</RowHead>
          <Cell label="File">
            {version.fileName}
            {version.note && <small className="block text-ink2">{version.note}</small>}
          </Cell>
          <Cell label="Size">
            <span className="whitespace-nowrap">{formatBytes(version.sizeBytes)}</span>
            {version.pages !== null && <small className="block text-ink2">{version.pages} pages</small>}
          </Cell>
          <Cell label="Stamp">
            <Stampable {...version} />
          </Cell>
          <Cell label="Uploaded">
            <DateTime date={version.uploadedAt} />
            {version.uploadedByName && <small className="block text-ink2">{version.uploadedByName}</small>}
          </Cell>
          <Cell label="SHA-256">
            <Hash value={version.sha256} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Stampable({ stampable, mediaType }: VersionRow) {
  if (stampable) return <Status tone="current" word="Can be stamped" />;
  return <Status tone="none" word={mediaType === "application/pdf" ? "Cannot be stamped" : "Only a PDF can be"} />;
}

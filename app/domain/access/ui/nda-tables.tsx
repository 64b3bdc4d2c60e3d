import { Link } from "@remix-run/react";
import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Hash } from "#app/components/mono.tsx";
import { DateText, DateTime } from "#app/components/time.tsx";

export type NdaVersionRow = {
  id: string;
  number: number;
  title: string;
  sha256: string;
  effectiveFrom: string;
  publishedByName: string | null;
  format: "markdown" | "pdf";
  material: boolean;
  acceptances: string | number | null;
};

const versionColumns = [
  { key: "version", label: "Version" },
  { key: "from", label: "In force from" },
  { key: "by", label: "Published by" },
  { key: "hash", label: "SHA-256 of the text" },
  { key: "acceptances", label: "Acceptances", align: "end" as const },
];

export function NdaVersionTable({ versions }: { versions: NdaVersionRow[] }) {
  return (
    <DataTable caption="Versions of the NDA" columns={versionColumns}>
      {versions.map((version) => (
        <tr key={version.id}>
          <RowHead>
            <Link to={`/staff/nda/${version.id}`}>
              {version.title}, version {version.number}
            </Link>
            {version.material && " (material change)"}
            {version.format === "pdf" && ", PDF"}
          </RowHead>
          <Cell label="In force from">
            <DateText date={version.effectiveFrom} />
          </Cell>
          <Cell label="Published by">{version.publishedByName ?? "–"}</Cell>
          <Cell label="SHA-256">
            <Hash value={version.sha256} />
          </Cell>
          <Cell label="Acceptances" align="end">
            {version.acceptances}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

export type AcceptanceRow = {
  id: string;
  fullName: string;
  email: string;
  title: string;
  company: string;
  ndaNumber: number;
  acceptedAt: string;
  seal: string;
};

const acceptanceColumns = [
  { key: "who", label: "Who" },
  { key: "company", label: "For" },
  { key: "version", label: "Version" },
  { key: "at", label: "Accepted" },
  { key: "seal", label: "Seal" },
  { key: "certificate", label: "Certificate", hidden: true, align: "end" as const },
];

export function AcceptanceTable({ acceptances }: { acceptances: AcceptanceRow[] }) {
  return (
    <DataTable caption="Acceptances" columns={acceptanceColumns}>
      {acceptances.map((acceptance) => (
        <tr key={acceptance.id}>
          <RowHead detail={acceptance.email}>
            {acceptance.fullName}, {acceptance.title}
          </RowHead>
          <Cell label="For">{acceptance.company}</Cell>
          <Cell label="Version">{acceptance.ndaNumber}</Cell>
          <Cell label="Accepted">
            <DateTime date={acceptance.acceptedAt} />
          </Cell>
          <Cell label="Seal">
            <Hash value={acceptance.seal} />
          </Cell>
          <Cell align="end" whole>
            <ButtonLink
              className="mr-2"
              size="small"
              icon={Download}
              href={`/staff/nda/acceptances/${acceptance.id}/certificate`}
            >
              Certificate<span className="sr-only"> of {acceptance.fullName}</span>
            </ButtonLink>
            <ButtonLink size="small" icon={Download} href={`/staff/nda/acceptances/${acceptance.id}/evidence`}>
              Evidence<span className="sr-only"> of {acceptance.fullName}</span>
            </ButtonLink>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

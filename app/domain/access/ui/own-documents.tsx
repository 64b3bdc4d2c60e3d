import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { formatDateTime } from "#app/components/dates.ts";
import { Id } from "#app/components/mono.tsx";
import { countOf, formatBytes } from "#app/components/numbers.ts";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { GrantState } from "../grants.ts";
import { grantStateWords } from "../request-words.ts";

export type OwnDocumentRow = {
  grantId: string;
  id: string;
  title: string;
  state: GrantState;
  expiresAt: string | null;
  revokeReason: string | null;
  accessRequestId: string | null;
  pages: number | null;
  sizeBytes: number;
  copies: { copyId: string; at: string }[];
};

const columns = [
  { key: "document", label: "Document" },
  { key: "open", label: "Open", className: "w-56" },
  { key: "copies", label: "Your copies", className: "w-56" },
  { key: "get", label: "Get it", hidden: true, align: "end" as const },
];

export function OwnDocuments({ documents, ndaPath }: { documents: OwnDocumentRow[]; ndaPath?: string }) {
  return (
    <DataTable caption="Your documents" columns={columns}>
      {documents.map((document) => (
        <tr key={document.grantId}>
          <RowHead detail={aboutFile(document)}>{document.title}</RowHead>
          <Cell label="Open">
            <OpenState document={document} />
          </Cell>
          <Cell label="Your copies" quiet>
            <Copies copies={document.copies} />
          </Cell>
          <Cell align="end" whole>
            <GetIt document={document} ndaPath={ndaPath} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

const aboutFile = ({ pages, sizeBytes }: OwnDocumentRow) =>
  ["PDF", pages && countOf(pages, "page"), formatBytes(sizeBytes)].filter(Boolean).join(", ");

function OpenState({ document: { state, expiresAt, revokeReason } }: { document: OwnDocumentRow }) {
  const { tone, word } = grantStateWords[state];
  if (state === "waits-for-nda") return <Status tone={tone} word={word} detail="until you accept the NDA" />;
  if (state === "revoked") return <Status tone={tone} word={word} detail={`“${revokeReason ?? ""}”`} />;
  if (state === "closed") return <Status tone={tone} word={word} detail="We no longer give this document" />;
  return (
    <Status
      tone={tone}
      word={word}
      detail={
        expiresAt && (
          <>
            {state === "open" ? "until " : "on "}
            <DateText date={expiresAt} />
          </>
        )
      }
    />
  );
}

function Copies({ copies }: { copies: OwnDocumentRow["copies"] }) {
  const newest = copies[0];
  if (!newest) return <>none yet</>;
  return (
    <>
      {copies.length}, last {formatDateTime(newest.at)}
      <br />
      <Id>{newest.copyId}</Id>
    </>
  );
}

function GetIt({ document, ndaPath }: { document: OwnDocumentRow; ndaPath?: string }) {
  if (document.state === "open") {
    return (
      <ButtonLink icon={Download} href={`/documents/${document.id}/file`}>
        Download<span className="sr-only"> {document.title}</span>
      </ButtonLink>
    );
  }
  if (document.state === "waits-for-nda") {
    return ndaPath ? (
      <ButtonLink to={ndaPath}>
        Read the NDA<span className="sr-only"> for {document.title}</span>
      </ButtonLink>
    ) : (
      <span className="text-ink2">Opens on acceptance</span>
    );
  }
  if (document.state === "closed") return null;
  return (
    <ButtonLink variant="quiet" to={`/request?documents%5B%5D=${document.id}`}>
      Ask again<span className="sr-only"> for {document.title}</span>
    </ButtonLink>
  );
}

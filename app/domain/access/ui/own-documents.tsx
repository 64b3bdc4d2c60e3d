import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
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

export function OwnDocuments({ documents, ndaPath }: { documents: OwnDocumentRow[]; ndaPath?: string }) {
  const words = useWords();
  const said = words.portal.documents;
  const columns = [
    { key: "document", label: said.columns.document },
    { key: "open", label: said.columns.open, className: "w-56" },
    { key: "copies", label: said.columns.copies, className: "w-56" },
    { key: "get", label: said.columns.get, hidden: true, align: "end" as const },
  ];
  return (
    <DataTable caption={said.caption} columns={columns}>
      {documents.map((document) => (
        <tr key={document.grantId}>
          <RowHead detail={aboutFile(document, words)}>{document.title}</RowHead>
          <Cell label={said.columns.open}>
            <OpenState document={document} />
          </Cell>
          <Cell label={said.columns.copies} quiet>
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

const aboutFile = ({ pages, sizeBytes }: OwnDocumentRow, { portal, size }: Words) =>
  ["PDF", pages && portal.documents.pages(pages), size(sizeBytes)].filter(Boolean).join(", ");

function OpenState({ document: { state, expiresAt, revokeReason } }: { document: OwnDocumentRow }) {
  const { documents: said, grantState, request } = useWords().portal;
  const [tone, word] = [grantStateWords[state].tone, grantState[state]];
  if (state === "waits-for-nda") return <Status tone={tone} word={word} detail={said.untilNda} />;
  if (state === "revoked") return <Status tone={tone} word={word} detail={request.quoted(revokeReason ?? "")} />;
  if (state === "closed") return <Status tone={tone} word={word} detail={said.noLonger} />;
  return (
    <Status
      tone={tone}
      word={word}
      detail={
        expiresAt && (
          <>
            {state === "open" ? said.until : said.on} <DateText date={expiresAt} />
          </>
        )
      }
    />
  );
}

function Copies({ copies }: { copies: OwnDocumentRow["copies"] }) {
  const said = useWords().portal.documents;
  const newest = copies[0];
  if (!newest) return said.noCopies;
  return (
    <>
      {said.copies(copies.length, newest.at)}
      <br />
      <Id>{newest.copyId}</Id>
    </>
  );
}

function GetIt({ document, ndaPath }: { document: OwnDocumentRow; ndaPath?: string }) {
  const said = useWords().portal.documents;
  if (document.state === "open") {
    return (
      <ButtonLink icon={Download} href={`/documents/${document.id}/file`}>
        {said.download}
        <span className="sr-only">: {document.title}</span>
      </ButtonLink>
    );
  }
  if (document.state === "waits-for-nda") {
    return ndaPath ? (
      <ButtonLink to={ndaPath}>
        {said.readNda}
        <span className="sr-only">: {document.title}</span>
      </ButtonLink>
    ) : (
      <span className="text-ink2">{said.opensOnAcceptance}</span>
    );
  }
  if (document.state === "closed") return null;
  return (
    <ButtonLink variant="quiet" to={`/request?documents%5B%5D=${document.id}`}>
      {said.askAgain}
      <span className="sr-only">: {document.title}</span>
    </ButtonLink>
  );
}

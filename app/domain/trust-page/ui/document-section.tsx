import { Download } from "lucide-react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { KeepLanguage } from "#app/components/keep-language.tsx";
import { Section } from "#app/components/section.tsx";
import { Audience } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { PublishedDocument } from "#app/domain/trust-page/trust-page.ts";
import { useWords } from "#app/messages/speech.ts";

/** The ones to ask for first, as the table's form sends their ids to the request. */
export function DocumentSection({ documents }: { documents: PublishedDocument[] }) {
  const said = useWords().trustPage.documents;
  const columns = [
    { key: "document", label: said.columns.document },
    { key: "version", label: said.columns.version, className: "w-32" },
    { key: "audience", label: said.columns.audience, className: "w-32" },
    { key: "get", label: said.columns.get, hidden: true, align: "end" as const },
  ];
  const gated = documents.filter(({ audience }) => audience !== "public");
  const open = documents.filter(({ audience }) => audience === "public");
  const intro = gated.length > 0 ? said.intro : said.allOpen;
  return (
    <Section id="documents" title={said.title} intro={intro}>
      <form method="get" action="/request" className="documents">
        <KeepLanguage />
        <DataTable caption={said.title} columns={columns}>
          {[...gated, ...open].map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </DataTable>
        {gated.length > 0 && (
          <div className="documents-ask">
            <p>{gated.some(({ audience }) => audience === "nda") ? said.proveAndRead : said.prove}</p>
            <Button variant="primary">{said.requestTicked}</Button>
          </div>
        )}
      </form>
    </Section>
  );
}

function DocumentRow({ document: { id, title, description, audience, file } }: { document: PublishedDocument }) {
  const { size, trustPage } = useWords();
  const { get, documents: said, report } = trustPage;
  const about = [file.format, file.pages === null ? size(file.sizeBytes) : report.pages(file.pages)];
  const words = (
    <>
      {title}
      <small>{about.join(", ")}</small>
      {description && <small>{description}</small>}
    </>
  );
  return (
    <tr>
      <RowHead>
        {audience === "public" ? (
          <span className="document document-open">{words}</span>
        ) : (
          <span className="document">
            <input type="checkbox" name="documents[]" value={id} id={`document-${id}`} />
            <label htmlFor={`document-${id}`}>{words}</label>
          </span>
        )}
      </RowHead>
      <Cell label={said.columns.version}>
        <DateText date={file.uploadedOn} />
      </Cell>
      <Cell label={said.columns.audience}>
        <Audience audience={audience} />
      </Cell>
      <Cell align="end" whole className={audience === "public" ? undefined : "document-ask"}>
        {audience === "public" ? (
          <ButtonLink size="small" icon={Download} href={`/documents/${id}/file`}>
            {get.download}
            <span className="sr-only"> {title}</span>
          </ButtonLink>
        ) : (
          <ButtonLink size="small" href={`/request?documents%5B%5D=${id}`}>
            {get.request}
            <span className="sr-only"> {title}</span>
          </ButtonLink>
        )}
      </Cell>
    </tr>
  );
}

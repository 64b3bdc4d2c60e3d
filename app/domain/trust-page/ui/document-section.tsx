import { Download } from "lucide-react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { formatBytes } from "#app/components/numbers.ts";
import { Section } from "#app/components/section.tsx";
import { Audience } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { PublishedDocument } from "#app/domain/trust-page/trust-page.ts";

const columns = [
  { key: "document", label: "Document" },
  { key: "version", label: "Version", className: "w-32" },
  { key: "audience", label: "Audience", className: "w-32" },
  { key: "get", label: "Get it", hidden: true, align: "end" as const },
];

/** The ones to ask for first, as the table's form sends their ids to the request. */
export function DocumentSection({ documents }: { documents: PublishedDocument[] }) {
  const gated = documents.filter(({ audience }) => audience !== "public");
  const open = documents.filter(({ audience }) => audience === "public");
  const intro =
    gated.length > 0
      ? "Tick what you need and ask once. Files under NDA are stamped with your name on each page."
      : "All of them are open to everyone.";
  return (
    <Section id="documents" title="Documents" intro={intro}>
      <form method="get" action="/request" className="documents">
        <DataTable caption="Documents" columns={columns}>
          {[...gated, ...open].map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </DataTable>
        {gated.length > 0 && (
          <div className="documents-ask">
            <p>
              {gated.some(({ audience }) => audience === "nda")
                ? "You prove your work address, and read our NDA before you accept it."
                : "You prove your work address."}
            </p>
            <Button variant="primary">Request the ticked documents</Button>
          </div>
        )}
      </form>
    </Section>
  );
}

function DocumentRow({ document: { id, title, description, audience, file } }: { document: PublishedDocument }) {
  const about = [file.format, file.pages === null ? formatBytes(file.sizeBytes) : sayCount(file.pages, "page")];
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
      <Cell label="Version">
        <DateText date={file.uploadedOn} />
      </Cell>
      <Cell label="Audience">
        <Audience audience={audience} />
      </Cell>
      <Cell align="end" whole className={audience === "public" ? undefined : "document-ask"}>
        {audience === "public" ? (
          <ButtonLink size="small" icon={Download} href={`/documents/${id}/file`}>
            Download<span className="sr-only"> {title}</span>
          </ButtonLink>
        ) : (
          <ButtonLink size="small" href={`/request?documents%5B%5D=${id}`}>
            Request<span className="sr-only"> {title}</span>
          </ButtonLink>
        )}
      </Cell>
    </tr>
  );
}

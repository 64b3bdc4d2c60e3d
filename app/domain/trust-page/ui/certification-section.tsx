import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { PublishedCertification, PublishedFramework } from "#app/domain/trust-page/certifications.ts";
import type { TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";

type Shown = Pick<TrustPage, "certifications" | "frameworks">;

const issued = "An independent body issues a certification.";
const stated = "For a framework we state ourselves where we stand; nobody has issued anything.";

export function CertificationSection({ page: { certifications, frameworks } }: { page: Shown }) {
  const [hasIssued, hasStated] = [certifications.length > 0, frameworks.length > 0];
  const title = [hasIssued && "Certifications", hasStated && "frameworks"].filter(Boolean).join(" and ");
  return (
    <Section
      id="certifications"
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      intro={[hasIssued && issued, hasStated && stated].filter(Boolean).join(" ")}
    >
      {hasIssued && <Certifications entries={certifications} />}
      {hasStated && <Frameworks entries={frameworks} />}
    </Section>
  );
}

const certificationColumns = [
  { key: "name", label: "Certification" },
  { key: "status", label: "Status" },
  { key: "issuer", label: "Issuer" },
  { key: "see", label: "See it", hidden: true, align: "end" as const },
];

function Certifications({ entries }: { entries: PublishedCertification[] }) {
  return (
    <DataTable caption="Certifications" columns={certificationColumns}>
      {entries.map(({ status, ...entry }) => (
        <tr key={entry.id}>
          <RowHead>
            {entry.name}
            {entry.scope && <small>Scope: {entry.scope}</small>}
          </RowHead>
          <Cell label="Status">
            <Status tone={status.tone} word={status.word} detail={keepTogether(status.sentence)} />
            {entry.statement && <small>{entry.statement}</small>}
          </Cell>
          <Cell label="Issuer" quiet={!entry.issuer}>
            {entry.issuer || "–"}
            {(entry.certificateNumber || entry.link) && (
              <small>
                {entry.certificateNumber && `No. ${entry.certificateNumber}. `}
                <Elsewhere entry={entry} word="Look it up" />
              </small>
            )}
            {entry.validFrom && (
              <small>
                From <DateText date={entry.validFrom} />
              </small>
            )}
          </Cell>
          <Cell align="end" whole>
            <File entry={entry} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

const frameworkColumns = [
  { key: "name", label: "Framework" },
  { key: "statement", label: "Our own statement" },
  { key: "stated", label: "Stated on" },
  { key: "see", label: "See it", hidden: true, align: "end" as const },
];

function Frameworks({ entries }: { entries: PublishedFramework[] }) {
  return (
    <DataTable caption="Frameworks, in our own statement" columns={frameworkColumns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>{entry.name}</RowHead>
          <Cell label="Our statement">
            {entry.statement} <Elsewhere entry={entry} word="Read more" />
          </Cell>
          <Cell label="Stated on">
            <DateText date={entry.statedOn} />
          </Cell>
          <Cell align="end" whole>
            <File entry={entry} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

type Linked = Pick<PublishedFramework, "name" | "link" | "document">;

function File({ entry: { name, document } }: { entry: Linked }) {
  if (!document) return null;
  const about = <span className="sr-only">: {name}</span>;
  return document.audience === "public" ? (
    <ButtonLink size="small" icon={Download} href={`/documents/${document.id}/file`}>
      Download{about}
    </ButtonLink>
  ) : (
    <ButtonLink size="small" href={`/request?documents%5B%5D=${document.id}`}>
      Request{about}
    </ButtonLink>
  );
}

/** In the run of a text. */
function Elsewhere({ entry: { name, link }, word }: { entry: Linked; word: string }) {
  if (!link) return null;
  return (
    <a href={link} rel="noopener nofollow">
      {word}
      <span className="sr-only">: {name}</span>
    </a>
  );
}

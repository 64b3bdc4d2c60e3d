import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { PublishedCertification, PublishedFramework } from "#app/domain/trust-page/certifications.ts";
import type { TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";
import { useWords } from "#app/messages/speech.ts";

type Shown = Pick<TrustPage, "certifications" | "frameworks">;

export function CertificationSection({ page: { certifications, frameworks } }: { page: Shown }) {
  const [hasIssued, hasStated] = [certifications.length > 0, frameworks.length > 0];
  const said = useWords().trustPage.certifications;
  return (
    <Section
      id="certifications"
      title={said.title(hasIssued, hasStated)}
      intro={[hasIssued && said.issuedIntro, hasStated && said.statedIntro].filter(Boolean).join(" ")}
    >
      {hasIssued && <Certifications entries={certifications} />}
      {hasStated && <Frameworks entries={frameworks} />}
    </Section>
  );
}

function Certifications({ entries }: { entries: PublishedCertification[] }) {
  const said = useWords().trustPage.certifications;
  const columns = [
    { key: "name", label: said.certification },
    { key: "status", label: said.status },
    { key: "issuer", label: said.issuer },
    { key: "see", label: said.seeIt, hidden: true, align: "end" as const },
  ];
  return (
    <DataTable caption={said.issuedCaption} columns={columns}>
      {entries.map(({ status, ...entry }) => (
        <tr key={entry.id}>
          <RowHead>
            {entry.name}
            {entry.scope && <small>{said.scope(entry.scope)}</small>}
          </RowHead>
          <Cell label={said.status}>
            <Status tone={status.tone} word={status.word} detail={keepTogether(status.sentence)} />
            {entry.statement && <small>{entry.statement}</small>}
          </Cell>
          <Cell label={said.issuer} quiet={!entry.issuer}>
            {entry.issuer || "–"}
            {(entry.certificateNumber || entry.link) && (
              <small>
                {entry.certificateNumber && `${said.number(entry.certificateNumber)} `}
                <Elsewhere entry={entry} word={said.lookUp} />
              </small>
            )}
            {entry.validFrom && (
              <small>
                {said.from} <DateText date={entry.validFrom} />
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

function Frameworks({ entries }: { entries: PublishedFramework[] }) {
  const said = useWords().trustPage.certifications;
  const columns = [
    { key: "name", label: said.framework },
    { key: "statement", label: said.ownStatement },
    { key: "stated", label: said.statedOn },
    { key: "see", label: said.seeIt, hidden: true, align: "end" as const },
  ];
  return (
    <DataTable caption={said.statedCaption} columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <RowHead>{entry.name}</RowHead>
          <Cell label={said.ownStatement}>
            {entry.statement} <Elsewhere entry={entry} word={said.readMore} />
          </Cell>
          <Cell label={said.statedOn}>
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
  const { get } = useWords().trustPage;
  if (!document) return null;
  const about = <span className="sr-only">: {name}</span>;
  return document.audience === "public" ? (
    <ButtonLink size="small" icon={Download} href={`/documents/${document.id}/file`}>
      {get.download}
      {about}
    </ButtonLink>
  ) : (
    <ButtonLink size="small" href={`/request?documents%5B%5D=${document.id}`}>
      {get.request}
      {about}
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

import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Id } from "#app/components/mono.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import type { RecordRow } from "#app/domain/trust-page/record.ts";
import { explainOpinion } from "#app/domain/trust-page/terms.ts";
import type { ReportFacts, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";
import { useWords } from "#app/messages/speech.ts";

export function ReportSection({ page, report }: { page: TrustPage; report: ReportFacts }) {
  const said = useWords().trustPage.report;
  return (
    <Section
      id="report"
      title={said.title}
      intro={
        <p>
          {keepTogether(said.attestation)} <a href="#terms">{said.whatTermsMean}</a>
        </p>
      }
    >
      <ReportFactsList page={page} report={report} />
      {page.record.length > 0 && <RecordTable rows={page.record} />}
      <Terms />
    </Section>
  );
}

function ReportFactsList({ page: { status }, report }: { page: TrustPage; report: ReportFacts }) {
  const words = useWords();
  const said = words.trustPage.report;
  return (
    <Facts>
      <Fact term={said.status}>
        <Status tone={status.tone} word={`${keepTogether(status.word)}.`}>
          {said.workedOut}
        </Status>
      </Fact>
      <Fact term={said.type}>{keepTogether(words.terms.kinds[report.kind])}</Fact>
      <Fact term={report.asOf ? said.asOf : said.period}>{keepTogether(report.covers)}</Fact>
      {report.systemName && <Fact term={said.system}>{report.systemName}</Fact>}
      {report.products.length > 0 && <Fact term={said.products}>{report.products.join(", ")}</Fact>}
      {report.auditor && <AuditorFact report={report} />}
      {report.opinion && report.opinionTone && (
        <Fact term={said.opinion}>
          <Status tone={report.opinionTone} word={words.terms.opinions[report.opinion]} />
          <p>{explainOpinion(report.opinion, report.kind, words)}</p>
        </Fact>
      )}
      {report.isIssued && <ExceptionsFact report={report} />}
      {report.subservice.length > 0 && <SubserviceFact report={report} />}
      {report.cuecs.length > 0 && (
        <Fact term={said.yourPart}>
          <Fold variant="link" summary={said.cuecs(report.cuecs.length)}>
            <ol className="numbered">
              {report.cuecs.map((cuec) => (
                <li key={cuec}>{cuec}</li>
              ))}
            </ol>
          </Fold>
        </Fact>
      )}
      {report.pages !== null && <Fact term={said.file}>{said.pages(report.pages)}</Fact>}
    </Facts>
  );
}

function AuditorFact({ report: { auditor, auditorLicence, auditorUrl } }: { report: ReportFacts }) {
  const said = useWords().trustPage.report;
  return (
    <Fact term={said.auditor}>
      {auditor}
      {auditorLicence && `, ${auditorLicence}`}.{" "}
      {auditorUrl && (
        <a href={auditorUrl} rel="noopener nofollow">
          {said.register}
        </a>
      )}
    </Fact>
  );
}

/** Not folded: bad news is no harder to find than good. */
function ExceptionsFact({ report: { exceptions, controlsTested } }: { report: ReportFacts }) {
  const said = useWords().trustPage.report;
  const tested = controlsTested === null ? "" : `, ${said.tested(controlsTested)}`;
  return (
    <Fact term={said.exceptions}>
      {said.noted(exceptions.length)}
      {tested}
      {exceptions.length > 0 && (
        <ol className="numbered">
          {exceptions.map(({ control, finding, response }) => (
            <li key={control + finding}>
              <Id>{control}</Id> {finding} {response && <span className="quiet">{said.response(response)}</span>}
            </li>
          ))}
        </ol>
      )}
    </Fact>
  );
}

function SubserviceFact({ report: { subservice } }: { report: ReportFacts }) {
  const said = useWords().trustPage.report;
  return (
    <Fact term={said.subservice}>
      <ul className="stacked">
        {subservice.map(({ name, service, method }) => (
          <li key={name}>
            {name}: {service}. <span className="quiet">{method === "carve-out" ? said.carvedOut : said.inclusive}</span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function RecordTable({ rows }: { rows: RecordRow[] }) {
  const { record, columns: heads } = useWords().trustPage.report;
  const columns = (["what", "covers", "issued", "opinion", "now"] as const).map((key) => ({ key, label: heads[key] }));
  return (
    <DataTable caption={record} captionVisible columns={columns} className="record">
      {rows.map((row) => (
        <tr key={row.key} data-tone={row.isGap ? "lapsed" : undefined}>
          <RowHead className={row.isGap ? "gap-head" : undefined}>{keepTogether(row.what)}</RowHead>
          <Cell label={heads.covers}>{keepTogether(row.covers)}</Cell>
          <Cell label={heads.issued}>{row.issued ? keepTogether(row.issued) : "–"}</Cell>
          <Cell label={heads.opinion} quiet={!row.opinion}>
            {row.opinion ? <OpinionWords opinion={row.opinion} /> : (row.opinionNote ?? "–")}
          </Cell>
          <Cell label={heads.now} quiet={!row.nowTone}>
            {row.nowTone ? <Status tone={row.nowTone} word={keepTogether(row.now)} /> : row.now}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function OpinionWords({ opinion: { is, word, tone, detail } }: { opinion: NonNullable<RecordRow["opinion"]> }) {
  if (is === "unqualified") return [word, detail].filter(Boolean).join(", ");
  return (
    <Status tone={tone} word={detail ? `${word},` : word}>
      {detail}
    </Status>
  );
}

function Terms() {
  const { glossary, trustPage } = useWords();
  return (
    <Fold variant="link" summary={trustPage.report.whatTermsMean} id="terms">
      <Facts>
        {glossary.map(({ word, meaning }) => (
          <Fact key={word} term={keepTogether(word)}>
            {keepTogether(meaning)}
          </Fact>
        ))}
      </Facts>
    </Fold>
  );
}

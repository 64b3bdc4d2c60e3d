import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Id } from "#app/components/mono.tsx";
import { Section } from "#app/components/section.tsx";
import { Status } from "#app/components/status.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { RecordRow } from "#app/domain/trust-page/record.ts";
import { explainOpinion, kindNames, opinionNames, terms } from "#app/domain/trust-page/terms.ts";
import type { ReportFacts, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";

export function ReportSection({ page, report }: { page: TrustPage; report: ReportFacts }) {
  return (
    <Section
      id="report"
      title="The report"
      intro={
        <p>
          SOC&nbsp;2 is an attestation: an independent CPA firm examines the system and gives its opinion. It is not a
          certification. <a href="#terms">What each term means</a>
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
  return (
    <Facts>
      <Fact term="Status">
        <Status tone={status.tone} word={`${keepTogether(status.word)}.`}>
          Worked out today from the dates below.
        </Status>
      </Fact>
      <Fact term="Type">{keepTogether(kindNames[report.kind])}</Fact>
      <Fact term={report.asOf ? "As-of date" : "Period"}>{keepTogether(report.covers)}</Fact>
      {report.systemName && <Fact term="System">{report.systemName}</Fact>}
      {report.products.length > 0 && <Fact term="Products in scope">{report.products.join(", ")}</Fact>}
      {report.auditor && <AuditorFact report={report} />}
      {report.opinion && report.opinionTone && (
        <Fact term="Opinion">
          <Status tone={report.opinionTone} word={opinionNames[report.opinion]} />
          <p>{explainOpinion(report.opinion, report.kind)}</p>
        </Fact>
      )}
      {report.isIssued && <ExceptionsFact report={report} />}
      {report.subservice.length > 0 && <SubserviceFact report={report} />}
      {report.cuecs.length > 0 && (
        <Fact term="Your part">
          <Fold
            variant="link"
            summary={`${report.cuecs.length} complementary user entity controls (CUECs): what you do for ours to work`}
          >
            <ol className="numbered">
              {report.cuecs.map((cuec) => (
                <li key={cuec}>{cuec}</li>
              ))}
            </ol>
          </Fold>
        </Fact>
      )}
      {report.pages !== null && <Fact term="File">{sayCount(report.pages, "page")}</Fact>}
    </Facts>
  );
}

function AuditorFact({ report: { auditor, auditorLicence, auditorUrl } }: { report: ReportFacts }) {
  return (
    <Fact term="Auditor">
      {auditor}
      {auditorLicence && `, ${auditorLicence}`}.{" "}
      {auditorUrl && (
        <a href={auditorUrl} rel="noopener nofollow">
          Licence register
        </a>
      )}
    </Fact>
  );
}

/** Not folded: bad news is no harder to find than good. */
function ExceptionsFact({ report: { exceptions, controlsTested } }: { report: ReportFacts }) {
  const noted = exceptions.length === 0 ? "None" : `${exceptions.length} noted`;
  const tested = controlsTested === null ? "" : `, ${sayCount(controlsTested, "control")} tested`;
  return (
    <Fact term="Exceptions">
      {noted}
      {tested}
      {exceptions.length > 0 && (
        <ol className="numbered">
          {exceptions.map(({ control, finding, response }) => (
            <li key={control + finding}>
              <Id>{control}</Id> {finding}{" "}
              {response && <span className="quiet">Management’s response: {response}</span>}
            </li>
          ))}
        </ol>
      )}
    </Fact>
  );
}

function SubserviceFact({ report: { subservice } }: { report: ReportFacts }) {
  return (
    <Fact term="Subservice organizations">
      <ul className="stacked">
        {subservice.map(({ name, service, method }) => (
          <li key={name}>
            {name}: {service}.{" "}
            <span className="quiet">
              {method === "carve-out"
                ? "Carved out: its controls are in its own report."
                : "Inclusive: the auditor examined its controls too."}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

const recordColumns = [
  { key: "what", label: "What" },
  { key: "covers", label: "Covers" },
  { key: "issued", label: "Issued" },
  { key: "opinion", label: "Opinion" },
  { key: "now", label: "Now" },
];

function RecordTable({ rows }: { rows: RecordRow[] }) {
  return (
    <DataTable caption="The record, newest first" captionVisible columns={recordColumns} className="record">
      {rows.map((row) => (
        <tr key={row.key} data-tone={row.isGap ? "lapsed" : undefined}>
          <RowHead className={row.isGap ? "gap-head" : undefined}>{keepTogether(row.what)}</RowHead>
          <Cell label="Covers">{keepTogether(row.covers)}</Cell>
          <Cell label="Issued">{row.issued ? keepTogether(row.issued) : "–"}</Cell>
          <Cell label="Opinion" quiet={!row.opinion}>
            {row.opinion ? <OpinionWords opinion={row.opinion} /> : (row.opinionNote ?? "–")}
          </Cell>
          <Cell label="Now" quiet={!row.nowTone}>
            {row.nowTone ? <Status tone={row.nowTone} word={keepTogether(row.now)} /> : row.now}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function OpinionWords({ opinion: { word, tone, detail } }: { opinion: NonNullable<RecordRow["opinion"]> }) {
  if (word === opinionNames.unqualified) return [word, detail].filter(Boolean).join(", ");
  return (
    <Status tone={tone} word={detail ? `${word},` : word}>
      {detail}
    </Status>
  );
}

function Terms() {
  return (
    <Fold variant="link" summary="What each term means" id="terms">
      <Facts>
        {terms.map(({ word, meaning }) => (
          <Fact key={word} term={keepTogether(word)}>
            {keepTogether(meaning)}
          </Fact>
        ))}
      </Facts>
    </Fold>
  );
}

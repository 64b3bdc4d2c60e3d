import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Language } from "#app/messages/languages.ts";
import { SpeechContext, useWords } from "#app/messages/speech.ts";
import { type Words, wordsIn } from "#app/messages/words.ts";
import { controlStatuses, unmappedGroup } from "./controls.ts";
import { criteriaGroupTitle } from "./criteria.ts";
import { cut, Fact, Heading, Rest, restOf, Row, styles } from "./summary-parts-pdf.server.tsx";
import { explainOpinion } from "./terms.ts";
import type { ReportFacts, TrustPage } from "./trust-page.ts";

/** Two pages hold this many of each; the rest is counted, and stands on the page. */
const most = {
  record: 6,
  exceptions: 3,
  subservice: 4,
  groups: 22,
  documents: 8,
  subprocessors: 10,
  certifications: 5,
};

/** The trust page on two sheets of paper: the same facts, worked out at the same moment, and no others. */
export async function trustSummaryPdf(page: TrustPage, address: string, language: Language = "en"): Promise<Buffer> {
  const words = wordsIn(language);
  return renderToBuffer(
    <Document
      title={words.trustPage.summary.title(page.company.name, page.today)}
      author={page.company.name}
      language={language}
    >
      <SpeechContext.Provider value={{ language, words, chosen: null, others: [] }}>
        <TrustSummary page={page} address={address} />
      </SpeechContext.Provider>
    </Document>,
  );
}

function TrustSummary({ page, address }: { page: TrustPage; address: string }) {
  const said = useWords().trustPage.summary;
  const { company, status, report } = page;
  const contacts = [company.securityEmail, company.contactEmail, company.website].filter((one) => one !== "");
  return (
    <>
      <Sheet page={page} address={address}>
        <Text style={styles.company}>{company.legalName || company.name}</Text>
        <Text style={styles.title}>{status.title}</Text>
        <Text style={styles.lead}>
          {status.word}. {status.sentence}
        </Text>
        {company.description !== "" && <Text style={styles.text}>{cut(company.description, 400)}</Text>}
        {report && <ReportPart report={report} />}
        <RecordPart page={page} />
        <DocumentPart page={page} />
      </Sheet>
      <Sheet page={page} address={address}>
        <CertificationPart page={page} />
        <ControlPart page={page} />
        <SubprocessorPart page={page} />
        {contacts.length > 0 && <Heading>{said.contact}</Heading>}
        <Text style={styles.text}>{contacts.join("   ")}</Text>
      </Sheet>
    </>
  );
}

function Sheet({ page, address, children }: { page: TrustPage; address: string; children: ReactNode }) {
  const said = useWords().trustPage.summary;
  const foot = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    said.foot({ day: page.today, page: pageNumber, pages: totalPages, address });
  return (
    <Page size="A4" style={styles.page}>
      {children}
      <Text style={styles.foot} render={foot} fixed />
    </Page>
  );
}

function ReportPart({ report }: { report: ReportFacts }) {
  const words = useWords();
  const { calendar, terms } = words;
  const { report: said, hero, summary } = words.trustPage;
  const { exceptions, subservice, opinion } = report;
  const tested = report.controlsTested === null ? "" : `, ${said.tested(report.controlsTested)}`;
  return (
    <View>
      <Heading>{said.title}</Heading>
      <Fact term={said.type}>{terms.kinds[report.kind]}</Fact>
      <Fact term={report.asOf ? said.asOf : said.period}>{report.covers}</Fact>
      {report.issuedOn && <Fact term={summary.issued}>{calendar.day(report.issuedOn)}</Fact>}
      {report.expected && <Fact term={summary.expected}>{report.expected}</Fact>}
      <Fact term={hero.categories}>{report.categories.map((category) => terms.categories[category]).join(", ")}</Fact>
      {report.systemName !== "" && <Fact term={said.system}>{report.systemName}</Fact>}
      {report.products.length > 0 && <Fact term={summary.products}>{report.products.join(", ")}</Fact>}
      {report.auditor !== "" && (
        <Fact term={said.auditor}>
          {[report.auditor, report.auditorLicence].filter((one) => one !== "").join(", ")}
        </Fact>
      )}
      {opinion && (
        <Fact term={said.opinion}>
          {terms.opinions[opinion]}. {explainOpinion(opinion, report.kind, words)}
        </Fact>
      )}
      {report.isIssued && (
        <Fact term={said.exceptions}>
          {said.noted(exceptions.length)}
          {tested}.
          {exceptions
            .slice(0, most.exceptions)
            .map(
              ({ control, finding, response }) =>
                `\n${control}: ${cut(finding)} ${summary.response} ${cut(response) || summary.noResponse}`,
            )
            .join("")}
          {restOf(exceptions, most.exceptions, summary)}
        </Fact>
      )}
      {subservice.length > 0 && (
        <Fact term={said.subservice}>
          {subservice
            .slice(0, most.subservice)
            .map(({ name, service, method }) => `${name} (${service}, ${summary.method[method]})`)
            .join("; ")}
          {restOf(subservice, most.subservice, summary)}
        </Fact>
      )}
      {report.cuecs.length > 0 && <Fact term={said.yourPart}>{summary.cuecs(report.cuecs.length)}</Fact>}
    </View>
  );
}

function RecordPart({ page: { record } }: { page: TrustPage }) {
  const said = useWords().timeline;
  if (record.length === 0) return null;
  return (
    <View>
      <Heading>{said.title}</Heading>
      {record.slice(0, most.record).map((row) => (
        <Row key={row.key} cells={[row.what, row.covers, row.opinion?.word ?? row.opinionNote ?? "", row.now]} />
      ))}
      <Rest of={record} most={most.record} />
    </View>
  );
}

function ControlPart({ page: { controls } }: { page: TrustPage }) {
  const words = useWords();
  const { controls: said, summary } = words.trustPage;
  const { total, published } = controls;
  if (published === 0) return null;
  const groups = controls.groups.filter(({ total }) => sum(total) > 0);
  return (
    <View>
      <Heading>{said.title}</Heading>
      <Text style={styles.text}>
        {summary.controls(published)} {statusCounts(total, words)}. {summary.ownStatement}
      </Text>
      {groups.slice(0, most.groups).map(({ id, total: own }) => (
        <Row key={id} cells={[id, groupTitle(id, words), statusCounts(own, words)]} wide={1} />
      ))}
      <Rest of={groups} most={most.groups} />
    </View>
  );
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

function statusCounts(counts: TrustPage["controls"]["total"], { terms, trustPage }: Words): string {
  return trustPage.controls.tally(
    controlStatuses
      .filter((status) => counts[status] > 0)
      .map((status) => ({ status: terms.controlStatuses[status], count: counts[status] })),
  );
}

const groupTitle = (id: string, words: Words) =>
  id === unmappedGroup ? words.trustPage.controls.unmappedGroup : criteriaGroupTitle(id, words);

function CertificationPart({ page: { certifications, frameworks } }: { page: TrustPage }) {
  const { certifications: said, summary } = useWords().trustPage;
  const rows = [
    ...certifications.map(({ id, name, issuer, status }) => ({ id, cells: [name, issuer, status.sentence] })),
    ...frameworks.map(({ id, name, statement }) => ({ id, cells: [name, summary.ownStatementShort, cut(statement)] })),
  ];
  if (rows.length === 0) return null;
  return (
    <View>
      <Heading>{said.title(true, true)}</Heading>
      {rows.slice(0, most.certifications).map(({ id, cells }) => (
        <Row key={id} cells={cells} />
      ))}
      <Rest of={rows} most={most.certifications} />
    </View>
  );
}

function SubprocessorPart({ page }: { page: TrustPage }) {
  const { terms, trustPage } = useWords();
  const shown = page.subprocessors.filter(({ state }) => state !== "removed");
  if (shown.length === 0) return null;
  return (
    <View>
      <Heading>{trustPage.subprocessors.title}</Heading>
      {shown.slice(0, most.subprocessors).map(({ id, name, service, region, state, objectUntil }) => {
        const until = state === "planned" && objectUntil ? `, ${trustPage.summary.objectUntil(objectUntil)}` : "";
        return <Row key={id} cells={[name, service, region, `${terms.subprocessorStates[state]}${until}`]} />;
      })}
      <Rest of={shown} most={most.subprocessors} />
    </View>
  );
}

function DocumentPart({ page: { documents } }: { page: TrustPage }) {
  const { layout, trustPage } = useWords();
  const audiences = { ...layout.audiences, nda: trustPage.summary.underNda };
  if (documents.length === 0) return null;
  return (
    <View>
      <Heading>{trustPage.documents.title}</Heading>
      {documents.slice(0, most.documents).map(({ id, title, audience, file }) => (
        <Row
          key={id}
          cells={[title, audiences[audience], file.pages ? trustPage.report.pages(file.pages) : ""]}
          wide={0}
        />
      ))}
      <Rest of={documents} most={most.documents} />
    </View>
  );
}

import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { controlStatusNames } from "./controls.ts";
import { categoryNames } from "./criteria.ts";
import { sayCount, sayDay } from "./days.ts";
import { cut, Fact, Heading, Rest, restOf, Row, styles } from "./summary-parts-pdf.server.tsx";
import { subprocessorStateNames } from "./subprocessors.ts";
import { explainOpinion, kindNames, opinionNames } from "./terms.ts";
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
export async function trustSummaryPdf(page: TrustPage, address: string): Promise<Buffer> {
  return renderToBuffer(<TrustSummary page={page} address={address} />);
}

function TrustSummary({ page, address }: { page: TrustPage; address: string }) {
  const { company, status, report } = page;
  const contacts = [company.securityEmail, company.contactEmail, company.website].filter((one) => one !== "");
  return (
    <Document title={`${company.name}: trust summary of ${sayDay(page.today)}`} author={company.name} language="en">
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
        {contacts.length > 0 && <Heading>Contact</Heading>}
        <Text style={styles.text}>{contacts.join("   ")}</Text>
      </Sheet>
    </Document>
  );
}

function Sheet({ page, address, children }: { page: TrustPage; address: string; children: ReactNode }) {
  const foot = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    `Worked out on ${sayDay(page.today)} (UTC), page ${pageNumber} of ${totalPages}. Today’s state: ${address}`;
  return (
    <Page size="A4" style={styles.page}>
      {children}
      <Text style={styles.foot} render={foot} fixed />
    </Page>
  );
}

function ReportPart({ report }: { report: ReportFacts }) {
  const { exceptions, subservice, opinion } = report;
  const tested = report.controlsTested === null ? "" : `, ${sayCount(report.controlsTested, "control")} tested`;
  return (
    <View>
      <Heading>The report</Heading>
      <Fact term="Type">{kindNames[report.kind]}</Fact>
      <Fact term={report.asOf ? "As-of date" : "Period"}>{report.covers}</Fact>
      {report.issuedOn && <Fact term="Issued">{sayDay(report.issuedOn)}</Fact>}
      {report.expected && <Fact term="Expected">{report.expected}</Fact>}
      <Fact term="Categories">{report.categories.map((category) => categoryNames[category]).join(", ")}</Fact>
      {report.systemName !== "" && <Fact term="System">{report.systemName}</Fact>}
      {report.products.length > 0 && <Fact term="Products">{report.products.join(", ")}</Fact>}
      {report.auditor !== "" && (
        <Fact term="Auditor">{[report.auditor, report.auditorLicence].filter((one) => one !== "").join(", ")}</Fact>
      )}
      {opinion && (
        <Fact term="Opinion">
          {opinionNames[opinion]}. {explainOpinion(opinion, report.kind)}
        </Fact>
      )}
      {report.isIssued && (
        <Fact term="Exceptions">
          {exceptions.length === 0 ? "None" : `${exceptions.length} noted`}
          {tested}.
          {exceptions
            .slice(0, most.exceptions)
            .map(
              ({ control, finding, response }) => `\n${control}: ${cut(finding)} Response: ${cut(response) || "none"}`,
            )
            .join("")}
          {restOf(exceptions, most.exceptions)}
        </Fact>
      )}
      {subservice.length > 0 && (
        <Fact term="Subservice organizations">
          {subservice
            .slice(0, most.subservice)
            .map(({ name, service, method }) => `${name} (${service}, ${method})`)
            .join("; ")}
          {restOf(subservice, most.subservice)}
        </Fact>
      )}
      {report.cuecs.length > 0 && (
        <Fact term="Your part">{sayCount(report.cuecs.length, "complementary user entity control")}</Fact>
      )}
    </View>
  );
}

function RecordPart({ page: { record } }: { page: TrustPage }) {
  if (record.length === 0) return null;
  return (
    <View>
      <Heading>What the reports cover</Heading>
      {record.slice(0, most.record).map((row) => (
        <Row key={row.key} cells={[row.what, row.covers, row.opinion?.word ?? row.opinionNote ?? "", row.now]} />
      ))}
      <Rest of={record} most={most.record} />
    </View>
  );
}

function ControlPart({ page: { controls } }: { page: TrustPage }) {
  const { total, published } = controls;
  if (published === 0) return null;
  const groups = controls.groups.filter(({ total }) => sum(total) > 0);
  return (
    <View>
      <Heading>Controls</Heading>
      <Text style={styles.text}>
        {sayCount(published, "control")}: {total.implemented} implemented, {total["in-progress"]} in progress,{" "}
        {total.planned} planned. Our own statement, mapped to the criteria.
      </Text>
      {groups.slice(0, most.groups).map(({ id, title, total: own }) => (
        <Row key={id} cells={[id, title, statusCounts(own)]} wide={1} />
      ))}
      <Rest of={groups} most={most.groups} />
    </View>
  );
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

function statusCounts(counts: TrustPage["controls"]["total"]): string {
  return (["implemented", "in-progress", "planned"] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${controlStatusNames[status].toLowerCase()}`)
    .join(", ");
}

function CertificationPart({ page: { certifications, frameworks } }: { page: TrustPage }) {
  const rows = [
    ...certifications.map(({ id, name, issuer, status }) => ({ id, cells: [name, issuer, status.sentence] })),
    ...frameworks.map(({ id, name, statement }) => ({ id, cells: [name, "Own statement", cut(statement)] })),
  ];
  if (rows.length === 0) return null;
  return (
    <View>
      <Heading>Certifications and frameworks</Heading>
      {rows.slice(0, most.certifications).map(({ id, cells }) => (
        <Row key={id} cells={cells} />
      ))}
      <Rest of={rows} most={most.certifications} />
    </View>
  );
}

function SubprocessorPart({ page }: { page: TrustPage }) {
  const shown = page.subprocessors.filter(({ state }) => state !== "removed");
  if (shown.length === 0) return null;
  return (
    <View>
      <Heading>Subprocessors</Heading>
      {shown.slice(0, most.subprocessors).map(({ id, name, service, region, state, objectUntil }) => {
        const until = state === "planned" && objectUntil ? `, objections until ${sayDay(objectUntil)}` : "";
        return <Row key={id} cells={[name, service, region, `${subprocessorStateNames[state]}${until}`]} />;
      })}
      <Rest of={shown} most={most.subprocessors} />
    </View>
  );
}

const audienceWords = { public: "Public", "on-request": "On request", nda: "Under NDA" };

function DocumentPart({ page: { documents } }: { page: TrustPage }) {
  if (documents.length === 0) return null;
  return (
    <View>
      <Heading>Documents</Heading>
      {documents.slice(0, most.documents).map(({ id, title, audience, file }) => (
        <Row
          key={id}
          cells={[title, audienceWords[audience], file.pages ? sayCount(file.pages, "page") : ""]}
          wide={0}
        />
      ))}
      <Rest of={documents} most={most.documents} />
    </View>
  );
}

import type { OfferedDocument, PublishedCertification, PublishedFramework } from "../certifications.ts";
import { criteriaGroups } from "../criteria.ts";
import { noticeDays, objectionWindow } from "../subprocessors.ts";
import { explainOpinion } from "../terms.ts";
import type { PublicAnswer, PublishedSubprocessor, ReportFacts, TrustPage } from "../trust-page.ts";
import { recordEntries, type RecordFacts } from "./record-facts.ts";
import { trustJsonVersion, type TrustJson } from "./trust-schema.ts";

export type Published = { page: TrustPage; answers: PublicAnswer[]; facts: RecordFacts; origin: string };

/** What the page says, member by member in the schema's order: what a new field holds stays inside until it is named. */
export function trustJson({ page, answers, facts, origin }: Published): TrustJson {
  const at = (path: string) => `${origin}${path}`;
  const { code, word, title, sentence } = { code: page.status.is, ...page.status };
  return {
    $schema: at("/trust.schema.json"),
    version: trustJsonVersion,
    generatedAt: page.workedOutAt,
    day: page.today,
    page: at("/"),
    company: companyOf(page.company),
    status: { code, word, title, sentence },
    report: page.report && reportOf(page.report, documentOf(page, at)),
    record: page.report ? recordEntries(page.record, facts) : [],
    certifications: page.certifications.map((entry) => certificationOf(entry, at)),
    frameworks: page.frameworks.map((entry) => frameworkOf(entry, at)),
    controls: controlsOf(page.controls),
    documents: page.documents.map(({ id, title, audience }) => ({
      title,
      audience,
      url: at(pathOf({ id, audience })),
    })),
    subprocessorTerms: { noticeDays: page.company.noticeDays, objectionDays: page.company.objectionDays },
    subprocessors: page.subprocessors.map((entry) => subprocessorOf(entry, page.today)),
    updates: page.updates.map(({ id, topic, title, body, publishedAt }) => ({
      topic,
      title,
      body: orNone(body),
      publishedOn: publishedAt.slice(0, 10),
      url: at(`/#update-${id}`),
    })),
    questions: answers.map((answer) => questionOf(answer, at)),
  };
}

/** As it is sent and signed. */
export const writtenJson = (value: TrustJson): string => `${JSON.stringify(value, null, 2)}\n`;

const orNone = (text: string | null): string | null => text || null;

export const pathOf = ({ id, audience }: { id: string; audience: string }): string =>
  audience === "public" ? `/documents/${id}/file` : `/request?documents%5B%5D=${id}`;

function companyOf(company: TrustPage["company"]): TrustJson["company"] {
  const { name, legalName, website, description, products, securityEmail, contactEmail } = company;
  return {
    name,
    legalName: orNone(legalName),
    website: orNone(website),
    description: orNone(description),
    products,
    securityEmail: orNone(securityEmail),
    contactEmail: orNone(contactEmail),
  };
}

type ReportDocument = NonNullable<TrustJson["report"]>["document"];

function documentOf({ reportDocument, report }: TrustPage, at: Addressed): ReportDocument {
  if (!reportDocument) return null;
  return { audience: reportDocument.audience, pages: report?.pages ?? null, url: at(pathOf(reportDocument)) };
}

function reportOf(report: ReportFacts, document: ReportDocument): TrustJson["report"] {
  const { kind, isIssued, asOf, periodStart: start, periodEnd: end, issuedOn, opinion, categories } = report;
  const { auditor: name, auditorLicence, auditorUrl, exceptions, subservice } = report;
  return {
    kind,
    issued: isIssued,
    asOf,
    period: start && end ? { start, end } : null,
    issuedOn,
    expectedIn: monthFrom(report.expected),
    auditor: name ? { name, licence: orNone(auditorLicence), url: orNone(auditorUrl) } : null,
    opinion,
    opinionMeaning: opinion && explainOpinion(opinion, kind),
    categories,
    system: orNone(report.systemName),
    products: report.products,
    controlsTested: report.controlsTested,
    exceptions: isIssued ? exceptionsOf(exceptions) : null,
    subserviceOrganizations: subservice.map(({ name, service, method }) => ({ name, service, method })),
    cuecs: report.cuecs,
    document,
  };
}

const exceptionsOf = (exceptions: ReportFacts["exceptions"]) => ({
  count: exceptions.length,
  list: exceptions.map(({ control, finding, response }) => ({ control, finding, response: orNone(response) })),
});

/** "Aug 2027", as the page says it, as "2027-08". */
const monthFrom = (said: string | null): string | null =>
  said && new Date(`1 ${said} 00:00 UTC`).toISOString().slice(0, 7);

type Addressed = (path: string) => string;

const offeredOf = (document: OfferedDocument, at: Addressed) =>
  document && { audience: document.audience, url: at(pathOf(document)) };

function certificationOf(entry: PublishedCertification, at: Addressed): TrustJson["certifications"][number] {
  const { is: code, word, sentence } = entry.status;
  return {
    name: entry.name,
    status: { code, word, sentence },
    issuer: orNone(entry.issuer),
    certificateNumber: orNone(entry.certificateNumber),
    scope: orNone(entry.scope),
    validFrom: entry.validFrom,
    validUntil: entry.validUntil,
    expectedIn: entry.expectedOn?.slice(0, 7) ?? null,
    statement: orNone(entry.statement),
    link: orNone(entry.link),
    document: offeredOf(entry.document, at),
  };
}

function frameworkOf(entry: PublishedFramework, at: Addressed): TrustJson["frameworks"][number] {
  const { name, statement, statedOn, link, document } = entry;
  return { name, statement, statedOn, link: orNone(link), document: offeredOf(document, at) };
}

/** The page puts a control under each of its criteria; here it stands once, and criteria point to it. */
function controlsOf({ groups, total, published, all }: TrustPage["controls"]): TrustJson["controls"] {
  const shown = groups.flatMap((group) => group.criteria);
  const distinct = new Map(shown.flatMap(({ controls }) => controls.map((control) => [control.code, control])));
  const mapped = shown.filter(({ criterion }) => criterion.id !== "");
  return {
    published,
    all: published > 0 ? all : null,
    implemented: total.implemented,
    inProgress: total["in-progress"],
    planned: total.planned,
    byCriterion: mapped.map(({ criterion, controls }) => ({
      criterion: criterion.id,
      title: criterion.title,
      controls: controls.map(({ code }) => code),
    })),
    list: [...distinct.values()].sort(byCode).map(({ code, title, description, status, criteria }) => ({
      reference: code,
      title,
      description: orNone(description),
      status,
      criteria: inOrder(criteria),
    })),
  };
}

const byCode = (one: { code: string }, other: { code: string }) => (one.code < other.code ? -1 : 1);

const criterionOrder = criteriaGroups.flatMap((group) => group.criteria.map(({ id }) => id));
const inOrder = (criteria: string[]) => criterionOrder.filter((id) => criteria.includes(id));

function subprocessorOf(entry: PublishedSubprocessor, today: string): TrustJson["subprocessors"][number] {
  const window = objectionWindow(entry, today);
  return {
    name: entry.name,
    state: entry.state,
    service: entry.service,
    purpose: orNone(entry.purpose),
    dataCategories: orNone(entry.dataCategories),
    region: orNone(entry.region),
    transferBasis: orNone(entry.transferBasis),
    dpaUrl: orNone(entry.dpaUrl),
    announcedOn: entry.announcedOn,
    noticeDays: noticeDays(entry),
    objection: window && { lastDay: window.lastDay, days: window.days, open: window.isOpen },
    addedOn: entry.addedOn,
    removedOn: entry.removedOn,
  };
}

function questionOf(answer: PublicAnswer, at: Addressed): TrustJson["questions"][number] {
  const { id, question, short, text, section, reviewedOn, reviewBy } = answer;
  const url = at(`/#question-${id}`);
  return { question, short: orNone(short), answer: text, section: orNone(section), reviewedOn, reviewBy, url };
}

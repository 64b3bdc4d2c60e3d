import { listDocuments, type ListedDocument } from "#app/domain/documents/documents.server.ts";
import type { Db } from "#db/client.server.ts";
import { listBridgeLetters } from "./bridge-letters.server.ts";
import { listCertifications } from "./certifications.server.ts";
import { publishedCertifications } from "./certifications.ts";
import { getCompanyProfile } from "./company-profile.server.ts";
import { countControls, listPublishedControls } from "./controls.server.ts";
import { groupControls, tallyControls, type ControlFilter } from "./controls.ts";
import { dayOf } from "./days.ts";
import { coversText, recordRows } from "./record.ts";
import { listPublishedReports, type Report } from "./reports.server.ts";
import { isIssued, soc2Status } from "./soc2-status.ts";
import { describeStatus, expectedText, opinionTones, type StatusWords } from "./status-words.ts";
import { listSubprocessorsByState } from "./subprocessors.server.ts";
import { coverageTimeline } from "./timeline.ts";
import type { PublishedDocument, ReportFacts, TrustPage } from "./trust-page.ts";
import { listPublishedUpdates } from "./updates.server.ts";

const updatesShown = 20;

const notSetUp: StatusWords = {
  title: "This trust center is being set up",
  word: "Not set up",
  sentence: "Nobody has named the company yet. An admin does so under Company.",
  tone: "prep",
};

/** What anyone may see at `now`; every status is worked out from its dates here and now. */
export async function getTrustPage(db: Db, { now, filter }: { now: Date; filter: ControlFilter }): Promise<TrustPage> {
  const today = dayOf(now);
  const { address: _address, hasLogo: _hasLogo, updatedAt: _updatedAt, ...company } = await getCompanyProfile(db);
  const reports = await listPublishedReports(db);
  const setting = { letters: await lettersOf(db, reports), today };
  const status = soc2Status(reports, setting);
  const report = status.is === "none" ? null : reports.find(({ id }) => id === status.report.id)!;
  const documents = await listDocuments(db);
  const controls = await listPublishedControls(db);

  return {
    company,
    workedOutAt: now.toISOString(),
    today,
    status: {
      is: status.is,
      ...(company.isSetUp
        ? describeStatus(status, { company: company.name, today, hasControls: controls.length > 0 })
        : notSetUp),
    },
    report: report && factsOf(report, { issued: isIssued(status), documents }),
    reportDocument: report && isIssued(status) ? documentOf(report, documents) : null,
    record: recordRows(reports, setting),
    timeline: coverageTimeline(reports, setting),
    ...publishedCertifications(await listCertifications(db), {
      today,
      documentOf: (entry) => documentOf(entry, documents),
    }),
    controls: {
      groups: groupControls(controls, filter),
      total: tallyControls(controls),
      published: controls.length,
      all: await countControls(db),
    },
    filter,
    documents: documents.flatMap(publishedDocument),
    subprocessors: await listSubprocessorsByState(db, today),
    updates: (await listPublishedUpdates(db, updatesShown)).map((update) => ({
      ...update,
      publishedAt: update.publishedAt.toISOString(),
    })),
  };
}

async function lettersOf(db: Db, reports: Report[]) {
  const letters = await listBridgeLetters(db);
  return letters.filter((letter) => reports.some(({ id }) => id === letter.reportId));
}

/** Named one by one, so that a new column stays inside until someone decides otherwise. */
function factsOf(report: Report, { issued, documents }: { issued: boolean; documents: ListedDocument[] }): ReportFacts {
  return {
    kind: report.kind,
    isIssued: issued,
    covers: coversText(report),
    asOf: report.asOf,
    periodStart: report.periodStart,
    periodEnd: report.periodEnd,
    issuedOn: issued ? report.issuedOn : null,
    expected: issued ? null : expectedText(report),
    auditor: report.auditor,
    auditorLicence: report.auditorLicence,
    auditorUrl: report.auditorUrl,
    opinion: issued ? report.opinion : null,
    opinionTone: issued && report.opinion ? opinionTones[report.opinion] : null,
    categories: report.categories,
    systemName: report.systemName,
    products: report.products,
    controlsTested: issued ? report.controlsTested : null,
    exceptions: issued ? report.exceptions : [],
    subservice: report.subservice,
    cuecs: report.cuecs,
    pages: documentOf(report, documents) ? pagesOf(report, documents) : null,
  };
}

const pagesOf = (report: Report, documents: ListedDocument[]) =>
  documents.find(({ id }) => id === report.documentId)?.version?.pages ?? null;

type WithDocument = { documentId: string | null };

function documentOf({ documentId }: WithDocument, documents: ListedDocument[]): TrustPage["reportDocument"] {
  const document = documents.find(({ id }) => id === documentId);
  if (!document?.version || document.audience === "internal") return null;
  return { id: document.id, audience: document.audience };
}

function publishedDocument({ id, title, description, audience, version }: ListedDocument): PublishedDocument[] {
  if (audience === "internal" || !version) return [];
  const { pages, sizeBytes, fileName, uploadedAt } = version;
  const format = fileName.includes(".") ? fileName.split(".").at(-1)!.toUpperCase() : "File";
  return [{ id, title, description, audience, file: { format, pages, sizeBytes, uploadedOn: dayOf(uploadedAt) } }];
}

import { en, type Words } from "#app/messages/en.ts";
import type { ListedDocument } from "#app/domain/documents/documents.server.ts";
import { publishedCertifications } from "./certifications.ts";
import { groupControls, tallyControls, type ControlFilter } from "./controls.ts";
import { dayOf } from "./days.ts";
import type { PublicFacts, PublicReport } from "./facts.ts";
import { coversText, recordRows } from "./record.ts";
import { isIssued, soc2Status } from "./soc2-status.ts";
import { describeStatus, expectedText, opinionTones, type StatusWords } from "./status-words.ts";
import { byState } from "./subprocessors.ts";
import { coverageTimeline } from "./timeline.ts";
import type { PublishedDocument, PublishedUpdate, ReportFacts, TrustPage } from "./trust-page.ts";

/** What is shown as it is now, whenever the rest was published. */
export type LiveParts = { documents: ListedDocument[]; updates: PublishedUpdate[] };
export type Asked = { now: Date; filter: ControlFilter; words?: Words };

const notSetUp = ({ status }: Words): StatusWords => ({ ...status.notSetUp, tone: "prep" });

/** What a visitor reads at `now`; every status is worked out from its dates here and now. */
export function pageFromFacts(facts: PublicFacts, live: LiveParts, { now, filter, words = en }: Asked): TrustPage {
  const today = dayOf(now);
  const { logo: _logo, ...company } = facts.company;
  const { reports, letters, controls } = facts;
  const { documents } = live;
  const setting = { letters, today };
  const status = soc2Status(reports, setting);
  const report = status.is === "none" ? null : reports.find(({ id }) => id === status.report.id)!;
  const certifications = facts.certifications.map((entry) => ({ ...entry, published: true }));
  const hasControls = controls.length > 0;

  return {
    company,
    workedOutAt: now.toISOString(),
    today,
    status: {
      is: status.is,
      ...(company.isSetUp
        ? describeStatus(status, { company: company.name, today, hasControls, words })
        : notSetUp(words)),
    },
    report: report && factsOf(report, { issued: isIssued(status), documents, words }),
    reportDocument: report && isIssued(status) ? documentOf(report, filesOf(report, documents)) : null,
    record: recordRows(reports, setting, words),
    timeline: coverageTimeline(reports, setting, words),
    ...publishedCertifications(certifications, {
      today,
      words,
      documentOf: (entry) => documentOf(entry, documents),
    }),
    controls: {
      groups: groupControls(controls, filter, words),
      total: tallyControls(controls),
      published: controls.length,
      all: facts.controlsInAll,
    },
    filter,
    documents: documents.flatMap(publishedDocument),
    subprocessors: byState(facts.subprocessors, today),
    updates: live.updates,
  };
}

/** Named one by one, so that a new column stays inside until someone decides otherwise. */
function factsOf(
  report: PublicReport,
  { issued, documents, words }: { issued: boolean; documents: ListedDocument[]; words: Words },
): ReportFacts {
  return {
    kind: report.kind,
    isIssued: issued,
    covers: coversText(report, words),
    asOf: report.asOf,
    periodStart: report.periodStart,
    periodEnd: report.periodEnd,
    issuedOn: issued ? report.issuedOn : null,
    expected: issued ? null : expectedText(report, words),
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
    pages: pagesOf(report, filesOf(report, documents)),
  };
}

/** Without the report's own file, once that is another than the one that was published with it. */
const filesOf = (report: PublicReport, documents: ListedDocument[]) =>
  documents.filter(({ id, version }) => id === report.documentId && version?.number === report.documentVersion);

function pagesOf(report: PublicReport, files: ListedDocument[]): number | null {
  return documentOf(report, files) ? (files[0]?.version?.pages ?? null) : null;
}

function documentOf(
  { documentId }: { documentId: string | null },
  documents: ListedDocument[],
): TrustPage["reportDocument"] {
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

import { controlsInPreviousReport, controlsInReport } from "./content/controls.ts";
import { documents } from "./content/documents.ts";
import { currentReport, nextReport, previousReport } from "./content/reports.ts";
import type { DemoDocument } from "./content/shapes.ts";
import {
  bridgeLetterPaper,
  continuityPaper,
  customerResponsibilitiesPaper,
  penetrationTestPaper,
} from "./files/assurance-papers.ts";
import { dataProcessingAgreementPaper, subprocessorListPaper } from "./files/data-papers.ts";
import { accessReviewPaper, securityOverviewPaper } from "./files/overview-papers.ts";
import { renderPaper } from "./files/paper-pdf.server.tsx";
import type { Paper } from "./files/paper.ts";
import { incidentPolicyPaper, securityPolicyPaper } from "./files/policy-papers.ts";
import { soc2ReportPaper } from "./files/soc2-report-text.ts";

export type DemoFile = { key: string; fileName: string; mediaType: string; bytes: Uint8Array };

const papers: Record<string, (today: Date, document: DemoDocument) => Paper> = {
  "soc2-report": (today) => soc2ReportPaper(currentReport(today), controlsInReport, nextReport(today)),
  "soc2-report-previous": (today) =>
    soc2ReportPaper(previousReport(today), controlsInPreviousReport, currentReport(today)),
  "bridge-letter": bridgeLetterPaper,
  "penetration-test": penetrationTestPaper,
  "security-overview": securityOverviewPaper,
  "customer-responsibilities": customerResponsibilitiesPaper,
  "information-security-policy": (_today, document) => securityPolicyPaper(document),
  "incident-response-policy": (_today, document) => incidentPolicyPaper(document),
  "continuity-overview": continuityPaper,
  "data-processing-agreement": dataProcessingAgreementPaper,
  "subprocessor-list": subprocessorListPaper,
  "access-review-record": (_today, document) => accessReviewPaper(document),
};

/** The file of each entry of `documents(today)`, as PDF, marked as a sample on every page. */
export async function makeDemoDocuments(today: Date): Promise<DemoFile[]> {
  const files: DemoFile[] = [];
  for (const document of documents(today)) {
    const bytes = await renderPaper(papers[document.key]!(today, document));
    files.push({ key: document.key, fileName: document.fileName, mediaType: "application/pdf", bytes });
  }
  return files;
}

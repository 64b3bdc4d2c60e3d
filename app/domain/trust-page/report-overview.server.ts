import type { Db } from "#db/client.server.ts";
import { listBridgeLetters } from "./bridge-letters.server.ts";
import type { CalendarDay } from "./days.ts";
import { coversText, recordRows, type RecordRow } from "./record.ts";
import { getReport, listReports } from "./reports.server.ts";
import { warningsAbout } from "./reports.ts";
import { isIssued, reportStatus } from "./soc2-status.ts";
import { toneOf, unissuedWords, wordFor, type StatusTone } from "./status-words.ts";
import { kindNames } from "./terms.ts";

export type ListedReport = RecordRow & { published: boolean; warnings: string[]; letters: number };

/** Every report for staff, the newest cover first, published or not. */
export async function listReportOverview(db: Db, today: CalendarDay): Promise<ListedReport[]> {
  const reports = await listReports(db);
  const letters = await listBridgeLetters(db);
  const rows = recordRows(reports, { letters, today });
  return rows.flatMap((row) => {
    const report = reports.find(({ id }) => id === row.key);
    if (!report) return [];
    const own = letters.filter(({ reportId }) => reportId === report.id);
    return [{ ...row, published: report.published, warnings: warningsAbout(report, own), letters: own.length }];
  });
}

export type ReportState = { word: string; tone: StatusTone };

export async function getReportOverview(db: Db, { reportId, today }: { reportId: string; today: CalendarDay }) {
  const report = await getReport(db, reportId);
  const letters = await listBridgeLetters(db, reportId);
  const status = reportStatus(report, { letters, today });
  const state: ReportState = {
    word: isIssued(status) ? wordFor(status) : unissuedWords[status.is],
    tone: toneOf(status),
  };
  return {
    report,
    letters,
    state,
    title: `${kindNames[report.kind]}, ${coversText(report)}`,
    warnings: warningsAbout(report, letters),
    takesLetters: report.periodEnd !== null && report.issuedOn !== null,
  };
}

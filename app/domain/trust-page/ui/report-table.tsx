import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Status } from "#app/components/status.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { RecordRow } from "#app/domain/trust-page/record.ts";

export type ReportRow = RecordRow & { published: boolean; warnings: string[]; letters: number };

const columns = [
  { key: "report", label: "Report" },
  { key: "status", label: "Status" },
  { key: "issued", label: "Issued" },
  { key: "opinion", label: "Opinion" },
  { key: "letters", label: "Bridge letters" },
  { key: "page", label: "Trust page" },
];

export function ReportTable({ reports, mayEdit }: { reports: ReportRow[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Reports" columns={columns}>
      {reports.map((report) => (
        <tr key={report.key}>
          <RowHead detail={report.covers}>
            {mayEdit ? <Link to={`/staff/reports/${report.key}`}>{report.what}</Link> : report.what}
            {report.warnings.map((warning) => (
              <small key={warning}>
                <Status tone="ageing" word="Check:" /> {warning}
              </small>
            ))}
          </RowHead>
          <Cell label="Status" quiet={!report.nowTone}>
            {report.nowTone ? <Status tone={report.nowTone} word={report.now} /> : report.now}
          </Cell>
          <Cell label="Issued">{report.issued ?? "–"}</Cell>
          <Cell label="Opinion" quiet={!report.opinion}>
            {report.opinion ? (
              <Status tone={report.opinion.tone} word={report.opinion.word} detail={report.opinion.detail} />
            ) : (
              report.opinionNote
            )}
          </Cell>
          <Cell label="Bridge letters">{report.letters === 0 ? "–" : sayCount(report.letters, "letter")}</Cell>
          <Cell label="Trust page">{report.published ? "On the page" : "Not on the page"}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

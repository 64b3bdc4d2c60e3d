import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Counts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { StaffSection } from "#app/components/section.tsx";
import type { ControlImportLine, ControlImportReport } from "#app/domain/trust-page/imported-controls.ts";

type Props = { report: ControlImportReport; isDone: boolean };

const shown = 500;

/** What an import comes to, row by row: before it is confirmed, or afterwards. */
export function ControlImportLines({ report, isDone }: Props) {
  const { added, changed, skipped } = report;
  const titles = isDone
    ? { added: "Added", changed: "Changed", skipped: "Skipped" }
    : { added: "Will be added", changed: "Will be changed", skipped: "Will be skipped" };
  return (
    <>
      <Counts
        counts={[
          { label: isDone ? "added" : "to add", count: added.length },
          { label: isDone ? "changed" : "to change", count: changed.length },
          { label: isDone ? "skipped" : "to skip", count: skipped.length },
        ]}
      />
      <Lines id="skipped" title={titles.skipped} lines={skipped} words="Why" />
      <Lines id="changed" title={titles.changed} lines={changed} words="What changes" />
      <Lines id="added" title={titles.added} lines={added} words="To know" />
    </>
  );
}

function Lines({ id, title, lines, words }: { id: string; title: string; lines: ControlImportLine[]; words: string }) {
  if (lines.length === 0) return null;
  const columns = [
    { key: "control", label: "Control" },
    { key: "place", label: "Where" },
    { key: "words", label: words },
  ];
  return (
    <StaffSection id={id} title={title} intro={lines.length > shown ? `The first ${shown} of ${lines.length}.` : ""}>
      <DataTable caption={title} columns={columns}>
        {lines.slice(0, shown).map((line, at) => (
          <tr key={at}>
            <RowHead>
              <Id>{line.reference || "–"}</Id> {line.title}
            </RowHead>
            <Cell label="Where" quiet>
              {line.place}
            </Cell>
            <Cell label={words}>
              {line.words.length === 0 ? "–" : line.words.map((sentence) => <p key={sentence}>{sentence}</p>)}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </StaffSection>
  );
}

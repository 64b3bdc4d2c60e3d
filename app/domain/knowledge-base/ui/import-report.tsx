import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Counts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { StaffSection } from "#app/components/section.tsx";

export interface TakenRow {
  place: string;
  question: string;
  /** The text before it is confirmed, the new key afterwards. */
  text?: string;
  key?: string;
}

export interface ImportRowsProps {
  taken: TakenRow[];
  skipped: { place: string; question: string; reason: string }[];
  done: boolean;
}

const shown = 500;

export function ImportRows({ taken, skipped, done }: ImportRowsProps) {
  return (
    <>
      <Counts
        counts={[
          { label: "rows", count: taken.length + skipped.length },
          { label: done ? "taken" : "to take", count: taken.length },
          { label: done ? "skipped" : "to skip", count: skipped.length },
        ]}
      />
      {skipped.length > 0 && (
        <StaffSection id="skipped" title={done ? "Skipped" : "Will be skipped"} intro={more(skipped.length)}>
          <DataTable
            caption="Rows that are left out, and why"
            columns={[
              { key: "place", label: "Where" },
              { key: "reason", label: "Why" },
              { key: "question", label: "Question" },
            ]}
          >
            {skipped.slice(0, shown).map(({ place, question, reason }) => (
              <tr key={place}>
                <RowHead>{place}</RowHead>
                <Cell label="Why">{reason}</Cell>
                <Cell label="Question" quiet>
                  {question || "–"}
                </Cell>
              </tr>
            ))}
          </DataTable>
        </StaffSection>
      )}
      {taken.length > 0 && (
        <StaffSection id="taken" title={done ? "Taken" : "Will be taken"} intro={more(taken.length)}>
          <DataTable
            caption="Rows that become answers"
            columns={[
              { key: "place", label: "Where" },
              { key: "question", label: "Question" },
              { key: "text", label: done ? "Key" : "Answer" },
            ]}
          >
            {taken.slice(0, shown).map(({ place, question, text, key }) => (
              <tr key={place}>
                <RowHead>{place}</RowHead>
                <Cell label="Question">{question}</Cell>
                <Cell label={done ? "Key" : "Answer"} quiet>
                  {key ? <Id>{key}</Id> : text}
                </Cell>
              </tr>
            ))}
          </DataTable>
        </StaffSection>
      )}
    </>
  );
}

const more = (count: number) => (count > shown ? `The first ${shown} of ${count}.` : undefined);

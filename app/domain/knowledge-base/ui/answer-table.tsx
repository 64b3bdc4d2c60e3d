import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { Audience } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { Audience as AudienceName } from "#app/domain/knowledge-base/answers.ts";
import { type AnswerStanding, AnswerStatus } from "#app/domain/knowledge-base/ui/answer-state.tsx";

export interface AnswerRow extends AnswerStanding {
  id: string;
  key: string;
  question: string;
  short: string | null;
  section: string;
  audience: AudienceName;
  reviewBy: string | null;
  ownerName: string | null;
}

export function AnswerTable({ answers }: { answers: AnswerRow[] }) {
  return (
    <DataTable
      caption="Answers"
      columns={[
        { key: "question", label: "Question" },
        { key: "short", label: "Short" },
        { key: "audience", label: "Audience" },
        { key: "state", label: "State" },
        { key: "review", label: "Review by" },
        { key: "owner", label: "Owner" },
      ]}
    >
      {answers.map((answer) => (
        <tr key={answer.id}>
          <RowHead
            detail={
              <>
                <Id>{answer.key}</Id> {answer.section}
              </>
            }
          >
            <Link to={`/staff/answers/${answer.id}`}>{answer.question}</Link>
          </RowHead>
          <Cell label="Short">{answer.short ?? "–"}</Cell>
          <Cell label="Audience">
            <Audience audience={answer.audience} />
          </Cell>
          <Cell label="State">
            <AnswerStatus standing={answer} />
          </Cell>
          <Cell label="Review by">{answer.reviewBy ? <DateText date={answer.reviewBy} /> : "–"}</Cell>
          <Cell label="Owner" quiet>
            {answer.ownerName ?? "Nobody"}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

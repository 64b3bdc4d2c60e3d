import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { deskAddress } from "#app/domain/questionnaires/shown-questions.ts";

export interface ReleasedQuestion {
  id: string;
  ref: string;
  question: string;
}

export interface LeavingRow extends ReleasedQuestion {
  /** The cell is null in a document of our own. */
  cells: { cell: string | null; text: string }[];
  commentReason: string | null;
  source: string;
}

export interface ReleaseListProps {
  questionnaireId: string;
  leaving: LeavingRow[];
  blank: (ReleasedQuestion & { why: string })[];
  blocking: (ReleasedQuestion & { problem: string })[];
}

export function ReleaseList({ questionnaireId, leaving, blank, blocking }: ReleaseListProps) {
  const at = (id: string) => deskAddress(questionnaireId, { show: "all", question: id });
  return (
    <>
      {blocking.length > 0 && (
        <Note tone="lapsed" title="These stand in the way">
          <ul>
            {blocking.map(({ id, ref, problem }) => (
              <li key={id}>
                <Link to={at(id)}>{ref}</Link>: {problem} Decide it anew, or write the answer yourself.
              </li>
            ))}
          </ul>
        </Note>
      )}
      <StaffSection id="leaving" title="What will leave" intro="Each cell, word for word.">
        {leaving.length === 0 ? (
          <p>No answer is accepted yet, so nothing would leave.</p>
        ) : (
          <DataTable
            caption="Answers that will be written"
            columns={[
              { key: "question", label: "Question" },
              { key: "cells", label: "Written" },
              { key: "source", label: "From" },
            ]}
          >
            {leaving.map(({ id, ref, question, cells, commentReason, source }) => (
              <tr key={id}>
                <RowHead detail={question}>
                  <Link to={at(id)}>{ref}</Link>
                </RowHead>
                <Cell label="Written">
                  {cells.map(({ cell, text }) => (
                    <p key={cell ?? ""} className="whitespace-pre-wrap">
                      {cell !== null && <Id>{cell}</Id>} {text}
                    </p>
                  ))}
                  {commentReason && <p className="text-13 text-ink2">The text stays out: {commentReason}</p>}
                </Cell>
                <Cell label="From" quiet>
                  {source}
                </Cell>
              </tr>
            ))}
          </DataTable>
        )}
      </StaffSection>
      {blank.length > 0 && (
        <StaffSection id="blank" title="What stays blank">
          <DataTable
            caption="Questions that stay blank, and why"
            columns={[
              { key: "question", label: "Question" },
              { key: "why", label: "Why" },
            ]}
          >
            {blank.map(({ id, ref, question, why }) => (
              <tr key={id}>
                <RowHead detail={question}>
                  <Link to={at(id)}>{ref}</Link>
                </RowHead>
                <Cell label="Why">{why}</Cell>
              </tr>
            ))}
          </DataTable>
        </StaffSection>
      )}
    </>
  );
}

import { Link } from "@remix-run/react";
import { ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { DateRange, DateText } from "#app/components/time.tsx";
import { daysInRange, sayCount } from "#app/domain/trust-page/days.ts";

type Letter = { id: string; coversFrom: string; coversUntil: string; signedOn: string; documentId: string | null };
type Props = { reportId: string; letters: Letter[]; documents: { id: string; title: string }[]; takesLetters: boolean };

const columns = [
  { key: "covers", label: "Covers" },
  { key: "signed", label: "Signed" },
  { key: "file", label: "File" },
  { key: "act", label: "What to do", hidden: true, align: "end" as const },
];

export function BridgeLetterSection({ reportId, letters, documents, takesLetters }: Props) {
  const base = `/staff/reports/${reportId}/bridge-letters`;
  return (
    <StaffSection
      id="letters"
      title="Bridge letters"
      intro="Management’s statement for the days after the period. It is not audited, and covers at most about 3 months."
      aside={
        takesLetters && (
          <ButtonRow>
            <ButtonLink size="small" to={`${base}/draft`}>
              Draw up a letter
            </ButtonLink>
            <ButtonLink size="small" to={base}>
              Add a signed letter
            </ButtonLink>
          </ButtonRow>
        )
      }
    >
      {letters.length === 0 ? (
        <p className="text-sm">
          {takesLetters ? "There is none." : "A letter can follow the period of an issued report."}
        </p>
      ) : (
        <DataTable caption="Bridge letters" columns={columns}>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <RowHead detail={sayCount(daysInRange(letter.coversFrom, letter.coversUntil), "day")}>
                <DateRange start={letter.coversFrom} end={letter.coversUntil} />
              </RowHead>
              <Cell label="Signed">
                <DateText date={letter.signedOn} />
              </Cell>
              <Cell label="File">{documents.find(({ id }) => id === letter.documentId)?.title ?? "–"}</Cell>
              <Cell align="end" whole>
                <Link to={`${base}/${letter.id}/removal`}>Remove</Link>
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </StaffSection>
  );
}

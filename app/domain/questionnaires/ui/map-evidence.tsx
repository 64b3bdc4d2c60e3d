import { Fact, Facts } from "#app/components/facts.tsx";
import { EvidenceSection } from "#app/components/pane-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { confirmBelow, type SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** What to look at before filling: the rows left out, the questions that cannot be written, how sure the columns are. */
export function MapEvidence({ sheet }: { sheet: SheetInspection }) {
  const blocked = sheet.questions.filter(({ blocked }) => blocked !== null);
  const answered = sheet.questions.filter(({ answered }) => answered !== null);
  const { id, question, answer, comment, section } = sheet.columns;
  const sure = sheet.role !== "questions" || sheet.confidence >= confirmBelow;
  return (
    <>
      <EvidenceSection title="Check these first">
        <ul className="grid gap-2 text-13">
          <li>
            {sure ? (
              <Status tone="current" word="Columns are clear" />
            ) : (
              <Status tone="ageing" word="Columns are uncertain:">
                look at each of them
              </Status>
            )}
          </li>
          {sheet.ignored.slice(0, 12).map(({ row, text, reason }) => (
            <li key={row}>
              <Status tone="ageing" word={`Row ${row}:`}>
                “{text.slice(0, 80)}” {reason}
              </Status>
            </li>
          ))}
          {sheet.ignored.length > 12 && <li>and {sheet.ignored.length - 12} more rows like these</li>}
          {blocked.length > 0 && (
            <li>
              <Status tone="ageing" word={`${blocked.length} without a place:`}>
                {blocked[0]!.blocked}
              </Status>
            </li>
          )}
          {answered.length > 0 && (
            <li>
              <Status tone="none" word={`${answered.length} answered already:`}>
                left as they are unless you decide otherwise
              </Status>
            </li>
          )}
        </ul>
      </EvidenceSection>
      <EvidenceSection title="Columns">
        <Facts compact>
          <Fact term="Id">{id ?? "None"}</Fact>
          <Fact term="Question">{question ?? "None"}</Fact>
          <Fact term="Answer">{answer.join(", ") || "None"}</Fact>
          <Fact term="Comment">{comment.join(", ") || "None"}</Fact>
          <Fact term="Section">{section ?? "None"}</Fact>
        </Facts>
        <p className="mt-2 text-13 text-ink2">{sheet.why}</p>
      </EvidenceSection>
      <EvidenceSection title="What will change in the file">
        <p className="text-13">
          Answer and comment cells of question rows, and nothing else. Macros, formulas, hidden sheets and formats stay
          as they are, byte for byte.
        </p>
      </EvidenceSection>
    </>
  );
}

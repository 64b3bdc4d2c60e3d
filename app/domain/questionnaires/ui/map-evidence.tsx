import { Fact, Facts } from "#app/components/facts.tsx";
import { EvidenceSection } from "#app/components/pane-layout.tsx";
import { Status } from "#app/components/status.tsx";
import type { MapKind } from "#app/domain/questionnaires/layout-choice.ts";
import { answersApartHint } from "#app/domain/questionnaires/questionnaires.ts";
import { confirmBelow, type SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

const changeWords: Record<MapKind, string> = {
  table:
    "Answer and comment cells of question rows, and nothing else. Macros, formulas, hidden sheets and formats stay as they are, byte for byte.",
  document: "The places for answers, and nothing else. The rest of the document stays as it is.",
  apart: `Nothing. It comes back as: ${answersApartHint}`,
};

/** What to look at before filling: the rows left out, the questions that cannot be written, how sure the columns are. */
export function MapEvidence({ sheet, kind }: { sheet: SheetInspection; kind: MapKind }) {
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
              <Status tone="current" word={kind === "table" ? "Columns are clear" : "Read without doubt"} />
            ) : (
              <Status tone="ageing" word={kind === "table" ? "Columns are uncertain:" : "Not sure of all:"}>
                {kind === "table" ? "look at each of them" : "look at each row"}
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
      <EvidenceSection title={kind === "table" ? "Columns" : "How it was read"}>
        {kind === "table" && (
          <Facts compact>
            <Fact term="Id">{id ?? "None"}</Fact>
            <Fact term="Question">{question ?? "None"}</Fact>
            <Fact term="Answer">{answer.join(", ") || "None"}</Fact>
            <Fact term="Comment">{comment.join(", ") || "None"}</Fact>
            <Fact term="Section">{section ?? "None"}</Fact>
          </Facts>
        )}
        <p className="mt-2 text-13 text-ink2">{sheet.why}</p>
      </EvidenceSection>
      <EvidenceSection title="What will change in the file">
        <p className="text-13">{changeWords[kind]}</p>
      </EvidenceSection>
    </>
  );
}

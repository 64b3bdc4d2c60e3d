import { Fold, Folds } from "#app/components/fold.tsx";
import { Markdown } from "#app/components/markdown.tsx";
import { Section } from "#app/components/section.tsx";
import { sayCount, sayDay } from "#app/domain/trust-page/days.ts";
import type { PublicAnswer } from "#app/domain/trust-page/trust-page.ts";

/** Under their sections where there are several. */
export function QuestionSection({ answers }: { answers: PublicAnswer[] }) {
  const sections = [...new Set(answers.map(({ section }) => section))];
  return (
    <Section
      id="questions"
      title="Questions"
      intro={`${sayCount(answers.length, "answer")} that Security has approved for everyone. Each is reviewed on the date it states.`}
    >
      {sections.map((section) => (
        <div key={section} className="question-group">
          {section && sections.length > 1 && <h3>{section}</h3>}
          <Folds>
            {answers
              .filter((answer) => answer.section === section)
              .map((answer) => (
                <Question key={answer.id} answer={answer} />
              ))}
          </Folds>
        </div>
      ))}
    </Section>
  );
}

const leadIn: Record<string, string> = { yes: "Yes.", no: "No.", partial: "In part.", na: "Not applicable." };

function Question({ answer: { id, question, short, text, reviewedOn, reviewBy } }: { answer: PublicAnswer }) {
  const lead = leadIn[(short ?? "").toLowerCase().replace("/", "")] ?? "";
  const saysSoItself = lead !== "" && text.toLowerCase().startsWith(lead.slice(0, -1).toLowerCase());
  const review = [
    reviewedOn && `Reviewed ${sayDay(reviewedOn)} by Security`,
    reviewBy && `next review by ${sayDay(reviewBy)}`,
  ].filter(Boolean);
  return (
    <Fold id={`question-${id}`} summary={question} aside={reviewedOn && `Reviewed ${sayDay(reviewedOn)}`}>
      {lead && !saysSoItself && <b>{lead}</b>}
      <Markdown text={text} topHeading={4} />
      {review.length > 0 && <p className="review-line">{review.join(", ")}.</p>}
    </Fold>
  );
}

import { Fold, Folds } from "#app/components/fold.tsx";
import { Markdown } from "#app/components/markdown.tsx";
import { Section } from "#app/components/section.tsx";
import type { PublicAnswer } from "#app/domain/trust-page/trust-page.ts";
import { useWords } from "#app/messages/speech.ts";

/** Under their sections where there are several. */
export function QuestionSection({ answers }: { answers: PublicAnswer[] }) {
  const said = useWords().trustPage.questions;
  const sections = [...new Set(answers.map(({ section }) => section))];
  return (
    <Section id="questions" title={said.title} intro={said.intro(answers.length)}>
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

const isShort = (text: string): text is "yes" | "no" | "partial" | "na" =>
  ["yes", "no", "partial", "na"].includes(text);

function Question({ answer: { id, question, short, text, reviewedOn, reviewBy } }: { answer: PublicAnswer }) {
  const said = useWords().trustPage.questions;
  const known = (short ?? "").toLowerCase().replace("/", "");
  const lead = isShort(known) ? said.short[known] : "";
  const saysSoItself = lead !== "" && text.toLowerCase().startsWith(lead.slice(0, -1).toLowerCase());
  const review = [reviewedOn && said.reviewedBySecurity(reviewedOn), reviewBy && said.nextReview(reviewBy)].filter(
    Boolean,
  );
  return (
    <Fold id={`question-${id}`} summary={question} aside={reviewedOn && said.reviewed(reviewedOn)}>
      {lead && !saysSoItself && <b>{lead}</b>}
      <Markdown text={text} topHeading={4} />
      {review.length > 0 && <p className="review-line">{review.join(", ")}.</p>}
    </Fold>
  );
}

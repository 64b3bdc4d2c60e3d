import { answerFormats } from "#app/domain/questionnaires/answer-document/answer-document.ts";
import { useWords } from "#app/messages/speech.ts";

/** The questions with their answers, apart from the customer's file, in each format that there is. */
export function AnswerDownloads({ at }: { at: string }) {
  const said = useWords().questionnaires;
  return (
    <p className="text-13">
      {said.asFormats}{" "}
      {answerFormats.map((format, i) => (
        <span key={format}>
          {i > 0 && (i === answerFormats.length - 1 ? ` ${said.or} ` : ", ")}
          <a href={`${at}/${format}`}>{format.toUpperCase()}</a>
        </span>
      ))}
    </p>
  );
}

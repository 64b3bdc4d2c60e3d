import { answerFormats } from "#app/domain/questionnaires/answer-document/answer-document.ts";

/** The questions with their answers, apart from the customer's file, in each format that there is. */
export function AnswerDownloads({ at }: { at: string }) {
  return (
    <p className="text-13">
      Questions and answers as{" "}
      {answerFormats.map((format, i) => (
        <span key={format}>
          {i > 0 && (i === answerFormats.length - 1 ? " or " : ", ")}
          <a href={`${at}/${format}`}>{format.toUpperCase()}</a>
        </span>
      ))}
    </p>
  );
}

import {
  type JsonQuestionnaire,
  jsonFormat,
  jsonVersion,
} from "#app/domain/questionnaires/formats/json-questionnaire.ts";
import { withShortForm } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { type AnswerDocument, numberOf } from "./answer-document.ts";

/** In our own JSON, as questionnaires in it come back. */
export function answersAsJson({ title, questions }: AnswerDocument): Buffer {
  const file: JsonQuestionnaire = {
    ...{ format: jsonFormat, version: jsonVersion, title },
    questions: questions.map((one) => ({
      id: numberOf(one),
      ...(one.section === null ? {} : { section: one.section }),
      text: one.question,
      answer: one.text === null ? null : withShortForm(one.short, one.text),
    })),
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, "utf8");
}

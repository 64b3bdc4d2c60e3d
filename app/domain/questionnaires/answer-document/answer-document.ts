/** Questions with the answers that were given to them, in the order of the questionnaire: what every export is made of. */
export type AnswerDocument = {
  /** Null where nobody said who answers. */
  vendor: string | null;
  title: string;
  account: string | null;
  /** When the answers were, or are being, released; null for a copy to look at. */
  releasedAt: Date | null;
  questions: AnsweredQuestion[];
};

export type AnsweredQuestion = {
  /** From 0. */
  position: number;
  /** The customer's own number. */
  ref: string | null;
  section: string | null;
  question: string;
  short: string | null;
  /** Null where the question stays blank. */
  text: string | null;
};

export const answerFormats = ["pdf", "xlsx", "csv", "json"] as const;
export type AnswerFormat = (typeof answerFormats)[number];

export const answerMediaTypes: Record<AnswerFormat, string> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

export const numberOf = ({ ref, position }: AnsweredQuestion): string => ref ?? String(position + 1);

/** "Number, Section, Question, Short answer, Answer": the rows of the tables, the header first. */
export function tableRows({ questions }: AnswerDocument): string[][] {
  const header = ["Number", "Section", "Question", "Short answer", "Answer"];
  const rows = questions.map((one) => [
    numberOf(one),
    one.section ?? "",
    one.question,
    one.text === null ? "" : (one.short ?? ""),
    one.text ?? "",
  ]);
  return [header, ...rows];
}

import type { ColumnType, Generated } from "kysely";
import type { Day, GeneratedJson, GeneratedTimestamp, Json, Timestamp } from "./column-types.ts";

export type QuestionnaireState = "received" | "mapping" | "filling" | "in-review" | "released" | "failed" | "withdrawn";
export type ResponseState = "proposed" | "blank" | "accepted" | "edited" | "rejected";
export type MatchMethod = "exact" | "near-exact" | "semantic" | "drafted" | "none";

export interface QuestionnaireTable {
  id: Generated<string>;
  title: string;
  state: Generated<QuestionnaireState>;
  companyAccountId: string | null;
  receivedFrom: string | null;
  fileName: string;
  fileFormat: string;
  file: Buffer;
  fileSha256: string;
  inspection: ColumnType<unknown, string | null, string | null>;
  layout: ColumnType<unknown, string | null, string | null>;
  failure: string | null;
  dueOn: Day | null;
  /** The products that it asks about; none named means any. */
  products: Generated<string[]>;
  receivedAt: GeneratedTimestamp;
  confirmedBy: string | null;
  filledAt: Timestamp | null;
  releasedAt: Timestamp | null;
  releasedBy: string | null;
  releasedFile: Buffer | null;
}

export interface QuestionTable {
  id: Generated<string>;
  questionnaireId: string;
  position: number;
  sheet: string;
  row: number;
  ref: string | null;
  section: string | null;
  text: string;
  place: ColumnType<Record<string, unknown>, string, never>;
}

/** `method` to `explanation` are what matching found and stay as they were; the rest is what a person made of it. */
export interface ResponseTable {
  questionId: string;
  questionnaireId: string;
  state: ResponseState;
  short: string | null;
  text: string;
  answerId: string | null;
  answerVersion: number | null;
  method: MatchMethod;
  confidence: number;
  reason: Generated<string>;
  alternatives: GeneratedJson<{ answerId: string; answerVersion: number; score: number }[]>;
  explanation: Json<MatchExplanation>;
  version: Generated<number>;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
}

export interface MatchExplanation {
  /** The match was put forward as the answer; else it is only the best of what there is. */
  proposed: boolean;
  /** It may be accepted together with others, unread. */
  sure: boolean;
  vetoes: { code: string; sentence: string }[];
  /** Words of the question that the answer has, and that it lacks. */
  matched: string[];
  missing: string[];
  /** Meanings that both name, and the sentences of the answer nearest to the question. */
  concepts: string[];
  sentences: string[];
  /** Why the second best came second. */
  runnerUp: string | null;
}

/** The ledger: what was told to whom; insert-only by trigger. */
export interface DeliveredAnswerTable {
  id: Generated<string>;
  questionnaireId: string;
  questionId: string;
  companyAccountId: string | null;
  questionText: string;
  short: string | null;
  text: string;
  answerId: string | null;
  answerVersion: number | null;
  deliveredAt: GeneratedTimestamp;
}

export interface QuestionnairesTables {
  questionnaire: QuestionnaireTable;
  question: QuestionTable;
  response: ResponseTable;
  deliveredAnswer: DeliveredAnswerTable;
}

import type { ColumnType, Generated } from "kysely";
import type { Day, GeneratedJson, GeneratedTimestamp, Timestamp } from "./column-types.ts";

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
  explanation: GeneratedJson<MatchExplanation>;
  version: Generated<number>;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
}

export interface MatchExplanation {
  vetoes?: { code: string; sentence: string }[];
  matched?: string[];
  missing?: string[];
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

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
  /** Where files were kept at first; a newer one lies in the file store under `fileSha256`. */
  file: Buffer | null;
  fileSha256: string;
  fileSize: number;
  /** Where what was found in the file was kept at first; newer ones have it in `packedInspection`. */
  inspection: ColumnType<unknown, string | null, string | null>;
  /** What was found in the file: gzipped JSON, which most that happens to a questionnaire need not unpack. */
  packedInspection: Buffer | null;
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
  /** Which state of the knowledge base its proposals were made from. */
  libraryVersion: string | null;
  /** The same for files of the same make: a hash of the headers. */
  layoutFingerprint: string | null;
  /** The same for files that look alike before anyone has said anything about them. */
  fileMake: string | null;
  /** The file has no place for answers: they are released as a document of their own. */
  answersApart: Generated<boolean>;
  /** What differs between the file that came and the one that was released. */
  fidelity: ColumnType<unknown, string | null, string | null>;
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
  /** What the confidence rests on, for learning from what was decided. */
  evidence: ColumnType<MatchEvidence | null, string | null, string | null>;
  draft: ColumnType<AnswerDraft | null, string | null, string | null>;
}

export interface MatchEvidence {
  score: number;
  margin: number;
  wording: number;
  vetoed: boolean;
}

/**
 * A text that a language model wrote from approved answers: a proposal to a person, never an answer by itself. Asked
 * for, then written, or refused because our check or the service did; the reason is for the reviewer.
 */
export type AnswerDraft =
  | { state: "asked" }
  | { state: "written"; text: string; short: string | null; cites: DraftCitation[]; model: string }
  | { state: "refused"; reason: string };

export interface DraftCitation {
  key: string;
  answerId: string;
  answerVersion: number;
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

/** What a person decided about an account that was told otherwise than holds now. `nowVersion` is null when retired. */
export interface AnswerCorrectionTable {
  id: Generated<string>;
  deliveredAnswerId: string;
  answerId: string;
  companyAccountId: string;
  outcome: "sent" | "dismissed";
  told: string;
  nowVersion: number | null;
  nowText: string | null;
  note: Generated<string>;
  decidedBy: string;
  decidedAt: GeneratedTimestamp;
}

/** How confidence was made from a number of decisions on; the newest counts. */
export interface MatchingCalibrationTable {
  id: Generated<string>;
  calibration: ColumnType<unknown, string, never>;
  decisions: number;
  madeAt: GeneratedTimestamp;
}

/** What a person said about files of one make, for the next of them. */
export interface LearnedLayoutTable {
  fileMake: string;
  choices: ColumnType<unknown, string, string>;
  questionnaireId: string;
  learnedBy: string;
  learnedAt: GeneratedTimestamp;
}

/** Vectors of an embedding service by the text that they are of, so that a changed text is embedded anew. */
export interface TextVectorTable {
  model: string;
  textSha256: string;
  dimensions: number;
  vector: Buffer;
  madeAt: GeneratedTimestamp;
}

export interface QuestionnairesTables {
  questionnaire: QuestionnaireTable;
  question: QuestionTable;
  response: ResponseTable;
  deliveredAnswer: DeliveredAnswerTable;
  answerCorrection: AnswerCorrectionTable;
  matchingCalibration: MatchingCalibrationTable;
  textVector: TextVectorTable;
  learnedLayout: LearnedLayoutTable;
}

import type { ColumnType, Generated } from "kysely";
import type { Day, GeneratedJson, GeneratedTimestamp, Json, Timestamp } from "./column-types.ts";
import type { Audience } from "./documents.ts";

export type AnswerState = "draft" | "in-review" | "approved" | "retired";

/** What holds now. `state` is that of the newest version; `approvedVersion` is the one that may be reused. */
export interface AnswerTable {
  id: Generated<string>;
  key: string;
  state: Generated<AnswerState>;
  version: number;
  approvedVersion: number | null;
  ownerId: string | null;
  reviewBy: Day | null;
  approvedAt: Timestamp | null;
  approvedBy: string | null;
  createdAt: GeneratedTimestamp;
  updatedAt: GeneratedTimestamp;
}

/** Rows are never changed: every edit is a new version. */
export interface AnswerVersionTable {
  answerId: string;
  number: number;
  question: string;
  text: string;
  short: string | null;
  section: Generated<string>;
  tags: Generated<string[]>;
  audience: Audience;
  products: Generated<string[]>;
  notes: Generated<string>;
  citations: GeneratedJson<Citation[]>;
  authorId: string | null;
  reason: Generated<string>;
  createdAt: GeneratedTimestamp;
}

export interface Citation {
  kind: "control" | "criterion" | "document" | "report";
  ref: string;
}

/** Rows read from a file: kept until a person has seen what would be taken and has confirmed it. */
export interface AnswerImportTable {
  id: Generated<string>;
  fileName: string;
  rows: Json<ImportedRow[]>;
  startedBy: string;
  startedAt: GeneratedTimestamp;
  confirmedAt: Timestamp | null;
  report: ColumnType<ImportReport | null, string | null, string | null>;
}

/** `place` says where in the file the row stood: "row 12". */
export interface ImportedRow {
  place: string;
  question: string;
  text: string;
  short: string;
  section: string;
  tags: string[];
  audience: string;
}

export interface ImportReport {
  approved: boolean;
  taken: { place: string; key: string; question: string }[];
  skipped: { place: string; question: string; reason: string }[];
}

/** One row: `version` rises in every transaction after which autofill could answer otherwise, by trigger at commit. */
export interface AnswerLibraryTable {
  onlyRow: Generated<boolean>;
  version: string;
  movedIn: string;
  movedAt: GeneratedTimestamp;
}

/** A wording that a reviewer approved for an answer. `layout` is the fingerprint of the questionnaire it came in. */
export interface AnswerAliasTable {
  id: Generated<string>;
  answerId: string;
  wording: string;
  layout: string | null;
  questionId: string | null;
  learnedBy: string;
  learnedAt: GeneratedTimestamp;
}

/** The operator's own words: a name and the phrases that mean the same. */
export interface OwnConceptTable {
  id: Generated<string>;
  name: string;
  phrases: Generated<string[]>;
  changedBy: string;
  changedAt: GeneratedTimestamp;
}

export interface KnowledgeBaseTables {
  answer: AnswerTable;
  answerVersion: AnswerVersionTable;
  answerImport: AnswerImportTable;
  answerLibrary: AnswerLibraryTable;
  answerAlias: AnswerAliasTable;
  ownConcept: OwnConceptTable;
}

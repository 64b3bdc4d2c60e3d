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
  /** Since when something that it rests on is otherwise; approval ends that. */
  staleSince: Timestamp | null;
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
  kind: "control" | "criterion" | "document" | "report" | "subprocessor";
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

/** Written by trigger, when what an approved answer cites changes; settled by the next approval. */
export interface AnswerStalenessTable {
  id: Generated<string>;
  answerId: string;
  kind: Exclude<Citation["kind"], "criterion">;
  ref: string;
  reason: string;
  since: GeneratedTimestamp;
  toldAt: Timestamp | null;
  settledAt: Timestamp | null;
}

/** Each control's status as the last transaction left it; written by trigger. */
export interface ControlStandingTable {
  code: string;
  status: string;
}

/** `mark` names the finding and the versions it is about: a changed answer is looked at anew. */
export interface AnswerFindingTable {
  id: Generated<string>;
  kind: string;
  answerIds: string[];
  sentence: string;
  shown: Json<string[]>;
  mark: string;
  foundAt: GeneratedTimestamp;
  dismissedAt: Timestamp | null;
  dismissedBy: string | null;
  dismissedBecause: Generated<string>;
}

/** One row: which library was looked at last, and on which day. */
export interface AnswerFindingsLookTable {
  onlyRow: Generated<boolean>;
  libraryVersion: string;
  movedIn: string;
  day: Day;
  lookedAt: GeneratedTimestamp;
}

export interface KnowledgeBaseTables {
  answer: AnswerTable;
  answerVersion: AnswerVersionTable;
  answerImport: AnswerImportTable;
  answerLibrary: AnswerLibraryTable;
  answerAlias: AnswerAliasTable;
  ownConcept: OwnConceptTable;
  answerStaleness: AnswerStalenessTable;
  controlStanding: ControlStandingTable;
  answerFinding: AnswerFindingTable;
  answerFindingsLook: AnswerFindingsLookTable;
}

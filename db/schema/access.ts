import type { ColumnType, Generated } from "kysely";
import type { Day, GeneratedTimestamp, Json, Timestamp } from "./column-types.ts";

export type AccessRequestStatus =
  "unverified" | "pending" | "more-info" | "approved" | "declined" | "withdrawn" | "expired";

export interface AccessRequestTable {
  id: Generated<string>;
  reference: string;
  status: Generated<AccessRequestStatus>;
  email: string;
  name: string;
  company: string;
  title: string | null;
  reason: string;
  challengeId: string | null;
  personId: string | null;
  companyAccountId: string | null;
  shareLinkId: string | null;
  requestedAt: GeneratedTimestamp;
  verifiedAt: Timestamp | null;
  decidedAt: Timestamp | null;
  decidedBy: string | null;
  /** What the prospect reads: the reason for a decline, or the question asked for more information. */
  message: string | null;
  /** Who on staff has it; null is whoever decides first. */
  assignedTo: string | null;
}

export interface AccessRequestDocumentTable {
  accessRequestId: string;
  documentId: string;
  decision: "approved" | "declined" | null;
}

/** Questions by staff and the prospect's answers to them. */
export interface AccessRequestMessageTable {
  id: Generated<string>;
  accessRequestId: string;
  personId: string;
  text: string;
  at: GeneratedTimestamp;
}

export type NdaFormat = "markdown" | "pdf";

/** Rows are never changed: a new text is a new version. The bytes of a PDF are in the file store under `sha256`. */
export interface NdaVersionTable {
  id: Generated<string>;
  number: number;
  title: string;
  body: string;
  sha256: string;
  effectiveFrom: Timestamp;
  publishedBy: string | null;
  publishedAt: GeneratedTimestamp;
  format: Generated<NdaFormat>;
  language: Generated<string>;
  /** Those who accepted an earlier version accept again before their next download. */
  material: Generated<boolean>;
  /** For how long its obligations last after an acceptance; null: as its text says. */
  obligationMonths: number | null;
  pages: number | null;
}

/** The server sent the file of a version to a person; insert-only by trigger. */
export interface NdaReadingTable {
  id: Generated<string>;
  ndaVersionId: string;
  personId: string;
  sessionHash: string;
  at: GeneratedTimestamp;
}

/** One person's evidence of acceptance; insert-only by trigger. */
export interface NdaAcceptanceTable {
  id: Generated<string>;
  ndaVersionId: string;
  ndaSha256: string;
  personId: string;
  companyAccountId: string | null;
  email: string;
  fullName: string;
  title: string;
  company: string;
  authorised: boolean;
  consentSentence: string;
  buttonLabel: string;
  pageSha256: string;
  events: ColumnType<{ name: string; serverTime: string; clientTime: string | null }[], string, never>;
  provedBy: string;
  ipAddress: string;
  userAgent: string;
  sessionHash: string;
  accessRequestId: string | null;
  acceptedAt: ColumnType<Date, Date | string, never>;
  seal: string;
  sealFormat: string;
  language: string | null;
  pageTemplate: string | null;
  httpRequestId: string | null;
  /** The audit event of the sign-in that proved the address. */
  proofEventId: string | null;
  provedAt: ColumnType<Date | null, Date | string | null, never>;
  purpose: string | null;
  obligationsUntil: Day | null;
  grants: ColumnType<string[] | null, string | null, never>;
  mailId: string | null;
}

export interface AccessGrantTable {
  id: Generated<string>;
  personId: string;
  documentId: string;
  accessRequestId: string | null;
  shareLinkId: string | null;
  requiresNdaVersionId: string | null;
  days: number;
  grantedBy: string;
  grantedAt: GeneratedTimestamp;
  /** Null while the grant waits for the NDA; the term starts when it is accepted. */
  startsAt: Timestamp | null;
  expiresAt: Timestamp | null;
  revokedAt: Timestamp | null;
  revokedBy: string | null;
  revokeReason: string | null;
  /** What stands in the place of an acceptance, while it is in force. */
  ndaGroundId: string | null;
}

export type NdaGroundKind = "signed-elsewhere" | "waived";

/** Why the people of an account need not accept the NDA here: a paper that was signed, or a named waiver. */
export interface NdaGroundTable {
  id: Generated<string>;
  companyAccountId: string;
  kind: NdaGroundKind;
  reason: string;
  signedOn: Day | null;
  paperSha256: string | null;
  paperName: string | null;
  madeBy: string;
  madeAt: GeneratedTimestamp;
  endedAt: Timestamp | null;
  endedBy: string | null;
}

/** What a decision for an account starts from. */
export interface AccountTermsTable {
  companyAccountId: string;
  defaultDays: number | null;
  documentIds: Generated<string[]>;
  changedBy: string;
  changedAt: GeneratedTimestamp;
}

/** Each saving of the rules; never changed. */
export interface AccessRuleSetTable {
  number: number;
  rules: Json<unknown>;
  savedBy: string;
  savedAt: GeneratedTimestamp;
}

export interface AccessRuleDraftTable {
  one: Generated<boolean>;
  rules: Json<unknown>;
  changedBy: string;
  changedAt: GeneratedTimestamp;
}

export type RuleOutcome = "approve" | "hold" | "decline" | "route";

export interface RuleDecisionTable {
  id: Generated<string>;
  accessRequestId: string;
  ruleSetNumber: number;
  ruleId: string | null;
  ruleName: string;
  outcome: RuleOutcome;
  why: Json<string[]>;
  at: GeneratedTimestamp;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
}

export interface ShareLinkTable {
  id: Generated<string>;
  companyAccountId: string;
  tokenHash: string;
  grantDays: number;
  maxUses: number;
  uses: Generated<number>;
  note: Generated<string>;
  createdBy: string;
  createdAt: GeneratedTimestamp;
  expiresAt: Timestamp;
  revokedAt: Timestamp | null;
  revokedBy: string | null;
  startsAt: GeneratedTimestamp;
  /** The only addresses that it works for; null: any address on the account's domains. */
  addresses: string[] | null;
}

/** What happened with a link before and at its use. */
export interface ShareLinkEventTable {
  id: Generated<string>;
  shareLinkId: string;
  kind: "address-given" | "refused" | "used";
  email: string;
  at: GeneratedTimestamp;
}

export interface ShareLinkDocumentTable {
  shareLinkId: string;
  documentId: string;
}

/** Written before the first byte leaves; insert-only by trigger. */
export interface DownloadTable {
  id: Generated<string>;
  copyId: string;
  accessGrantId: string;
  personId: string;
  documentId: string;
  documentVersionId: string;
  ipAddress: string;
  userAgent: string;
  at: GeneratedTimestamp;
}

/** Every stamped copy that left, to whomever: the ledger that a found copy is looked up in; insert-only by trigger. */
export interface IssuedCopyTable {
  copyId: string;
  personId: string;
  documentVersionId: string;
  markingKeyId: string;
  sha256: string;
  issuedAt: GeneratedTimestamp;
}

/** A found file, and what its marks say once it was looked at. */
export interface CopyTraceTable {
  id: Generated<string>;
  fileName: string;
  sha256: string;
  askedBy: string;
  askedAt: GeneratedTimestamp;
  finishedAt: Timestamp | null;
  report: ColumnType<unknown, string | null | undefined, string | null>;
  problem: string | null;
}

/** The holders of a document were told of this version of it, once. */
export interface HolderNoticeTable {
  documentVersionId: string;
  told: number;
  at: GeneratedTimestamp;
}

export interface AccessTables {
  accessRequest: AccessRequestTable;
  accessRequestDocument: AccessRequestDocumentTable;
  accessRequestMessage: AccessRequestMessageTable;
  ndaVersion: NdaVersionTable;
  ndaAcceptance: NdaAcceptanceTable;
  accessGrant: AccessGrantTable;
  shareLink: ShareLinkTable;
  shareLinkDocument: ShareLinkDocumentTable;
  shareLinkEvent: ShareLinkEventTable;
  holderNotice: HolderNoticeTable;
  ndaReading: NdaReadingTable;
  ndaGround: NdaGroundTable;
  accountTerms: AccountTermsTable;
  accessRuleSet: AccessRuleSetTable;
  accessRuleDraft: AccessRuleDraftTable;
  ruleDecision: RuleDecisionTable;
  download: DownloadTable;
  issuedCopy: IssuedCopyTable;
  copyTrace: CopyTraceTable;
}

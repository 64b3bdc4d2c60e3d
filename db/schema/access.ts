import type { ColumnType, Generated } from "kysely";
import type { GeneratedTimestamp, Timestamp } from "./column-types.ts";

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

/** Rows are never changed: a new text is a new version. */
export interface NdaVersionTable {
  id: Generated<string>;
  number: number;
  title: string;
  body: string;
  sha256: string;
  effectiveFrom: Timestamp;
  publishedBy: string | null;
  publishedAt: GeneratedTimestamp;
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

export interface AccessTables {
  accessRequest: AccessRequestTable;
  accessRequestDocument: AccessRequestDocumentTable;
  accessRequestMessage: AccessRequestMessageTable;
  ndaVersion: NdaVersionTable;
  ndaAcceptance: NdaAcceptanceTable;
  accessGrant: AccessGrantTable;
  shareLink: ShareLinkTable;
  shareLinkDocument: ShareLinkDocumentTable;
  download: DownloadTable;
}

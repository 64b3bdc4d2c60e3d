import type { Generated } from "kysely";
import type { GeneratedTimestamp, Timestamp } from "./column-types.ts";

export type Audience = "public" | "on-request" | "nda" | "internal";
export type DocumentKind = "report" | "letter" | "certificate" | "policy" | "test" | "agreement" | "other";

export interface DocumentTable {
  id: Generated<string>;
  title: string;
  description: Generated<string>;
  kind: Generated<DocumentKind>;
  audience: Generated<Audience>;
  position: Generated<number>;
  createdAt: GeneratedTimestamp;
  withdrawnAt: Timestamp | null;
}

/** Rows are never changed: a new upload is a new version. */
export interface DocumentVersionTable {
  id: Generated<string>;
  documentId: string;
  number: number;
  sha256: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number | null;
  stampable: boolean;
  note: Generated<string>;
  uploadedBy: string | null;
  uploadedAt: GeneratedTimestamp;
}

/** What hides the marks of copies; sealed under SECRET_KEY, one for each that there was. */
export interface MarkingKeyTable {
  id: Generated<string>;
  sealedSecret: Buffer;
  sealedUnder: string;
  madeAt: GeneratedTimestamp;
}

export interface DocumentsTables {
  document: DocumentTable;
  documentVersion: DocumentVersionTable;
  markingKey: MarkingKeyTable;
}

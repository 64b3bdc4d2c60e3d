import type { Generated } from "kysely";
import type { Day, GeneratedJson, GeneratedTimestamp, Timestamp } from "./column-types.ts";

export type ReportKind = "soc2-type1" | "soc2-type2" | "soc3";
export type Opinion = "unqualified" | "qualified" | "adverse" | "disclaimer";
export type Category = "security" | "availability" | "processing-integrity" | "confidentiality" | "privacy";
export type ControlStatus = "implemented" | "in-progress" | "planned";
export type CertificationKind = "certification" | "framework";
export type EndingWhat = "report-ageing" | "report-lapsing" | "bridge-letter" | "certification";
export type UpdateTopic = "compliance" | "vulnerabilities" | "incidents" | "subprocessors" | "general";

export interface CompanyProfileTable {
  id: Generated<number>;
  name: string;
  legalName: Generated<string>;
  website: Generated<string>;
  description: Generated<string>;
  products: Generated<string[]>;
  securityEmail: Generated<string>;
  contactEmail: Generated<string>;
  address: Generated<string>;
  logo: Buffer | null;
  logoType: string | null;
  updatedAt: GeneratedTimestamp;
}

export interface ReportException {
  control: string;
  finding: string;
  response: string;
}

export interface SubserviceOrganization {
  name: string;
  service: string;
  method: "carve-out" | "inclusive";
}

export interface ReportTable {
  id: Generated<string>;
  kind: ReportKind;
  asOf: Day | null;
  periodStart: Day | null;
  periodEnd: Day | null;
  issuedOn: Day | null;
  expectedOn: Day | null;
  auditor: Generated<string>;
  auditorLicence: Generated<string>;
  auditorUrl: Generated<string>;
  opinion: Opinion | null;
  categories: Generated<Category[]>;
  systemName: Generated<string>;
  products: Generated<string[]>;
  controlsTested: number | null;
  exceptions: GeneratedJson<ReportException[]>;
  subservice: GeneratedJson<SubserviceOrganization[]>;
  cuecs: Generated<string[]>;
  documentId: string | null;
  published: Generated<boolean>;
  createdAt: GeneratedTimestamp;
}

export interface BridgeLetterTable {
  id: Generated<string>;
  reportId: string;
  coversFrom: Day;
  coversUntil: Day;
  signedOn: Day;
  documentId: string | null;
}

export interface ControlTable {
  id: Generated<string>;
  code: string;
  title: string;
  description: Generated<string>;
  status: ControlStatus;
  criteria: Generated<string[]>;
  owner: Generated<string>;
  public: Generated<boolean>;
  updatedAt: GeneratedTimestamp;
}

export interface SubprocessorTable {
  id: Generated<string>;
  name: string;
  service: string;
  purpose: Generated<string>;
  dataCategories: Generated<string>;
  region: Generated<string>;
  transferBasis: Generated<string>;
  dpaUrl: Generated<string>;
  announcedOn: Day | null;
  objectUntil: Day | null;
  addedOn: Day | null;
  removedOn: Day | null;
}

/** A framework is a certification that nobody issues: it has a dated statement of ours, and no issuer and no validity. */
export interface CertificationTable {
  id: Generated<string>;
  kind: CertificationKind;
  name: string;
  issuer: Generated<string>;
  certificateNumber: Generated<string>;
  scope: Generated<string>;
  validFrom: Day | null;
  validUntil: Day | null;
  expectedOn: Day | null;
  statement: Generated<string>;
  statedOn: Day | null;
  documentId: string | null;
  link: Generated<string>;
  published: Generated<boolean>;
  createdAt: GeneratedTimestamp;
}

/** What staff were told, `daysBefore` the last day or later, of an end that was then known to be on `endsOn`. */
export interface EndingWarningTable {
  what: EndingWhat;
  subjectId: string;
  endsOn: Day;
  daysBefore: number;
  sentOn: Day;
}

export interface TrustUpdateTable {
  id: Generated<string>;
  topic: UpdateTopic;
  title: string;
  body: Generated<string>;
  publishedAt: Timestamp | null;
  createdAt: GeneratedTimestamp;
}

/** Signs what machines read. The private half is sealed under SECRET_KEY; `sealedUnder` tells one secret from another. */
export interface SigningKeyTable {
  id: string;
  publicKey: string;
  sealedPrivateKey: Buffer;
  sealedUnder: string;
  madeAt: GeneratedTimestamp;
}

/** The state of all that visitors may be shown, as a number that only rises. */
export interface PublicRecordTable {
  onlyRow: Generated<boolean>;
  version: string;
  movedIn: string;
  movedAt: GeneratedTimestamp;
}

export interface TrustPageTables {
  companyProfile: CompanyProfileTable;
  report: ReportTable;
  bridgeLetter: BridgeLetterTable;
  control: ControlTable;
  subprocessor: SubprocessorTable;
  trustUpdate: TrustUpdateTable;
  certification: CertificationTable;
  endingWarning: EndingWarningTable;
  signingKey: SigningKeyTable;
  publicRecord: PublicRecordTable;
}

import type { ColumnType, Generated } from "kysely";
import type { Day, GeneratedJson, GeneratedTimestamp, Json, Timestamp } from "./column-types.ts";

export type ReportKind = "soc2-type1" | "soc2-type2" | "soc3";
export type Opinion = "unqualified" | "qualified" | "adverse" | "disclaimer";
export type Category = "security" | "availability" | "processing-integrity" | "confidentiality" | "privacy";
export type ControlStatus = "implemented" | "in-progress" | "planned";
export type CertificationKind = "certification" | "framework";
export type EndingWhat = "report-ageing" | "report-lapsing" | "bridge-letter" | "certification";
export type PublicationState = "published" | "set-aside";
/** `page`: anyone may read it. `subscribers`: anyone, and those of its topic by mail. `list`: those named, by mail alone. */
export type UpdateChannel = "page" | "subscribers" | "list";
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
  /** What customers are promised of every new subprocessor: how long before it begins they are told, and may object. */
  noticeDays: number | null;
  objectionDays: number | null;
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
  editedBy: string | null;
  editedAt: GeneratedTimestamp;
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

/** What a file says of a control; null where it says nothing. `place` says where it stood: "row 12". */
export interface ImportedControl {
  place: string;
  reference: string;
  title: string | null;
  /** For a new control, where the file has no title. */
  titleIfNew: string | null;
  description: string | null;
  status: string | null;
  criteria: string | null;
  owner: string | null;
  public: string | null;
  remarks: string[];
}

export interface ControlImportLine {
  place: string;
  reference: string;
  title: string;
  /** What was changed, why it was skipped, and what else staff should know. */
  words: string[];
}

export interface ControlImportReport {
  added: ControlImportLine[];
  changed: ControlImportLine[];
  skipped: ControlImportLine[];
}

export interface ControlImportTable {
  id: Generated<string>;
  fileName: string;
  rows: Json<ImportedControl[]>;
  startedBy: string;
  startedAt: GeneratedTimestamp;
  confirmedAt: Timestamp | null;
  report: ColumnType<ControlImportReport | null, string | null, string | null>;
}

export interface FooterLink {
  label: string;
  href: string;
}

export interface BrandTable {
  id: Generated<number>;
  mainColour: string | null;
  secondColour: string | null;
  footerLinks: GeneratedJson<FooterLink[]>;
  icon: Buffer | null;
  iconType: string | null;
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
  channel: Generated<UpdateChannel>;
  /** Company accounts and single addresses, where the channel is a list. */
  listAccounts: Generated<string[]>;
  listAddresses: Generated<string[]>;
  /** Empty in a draft; to come while it is scheduled. */
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

/**
 * What visitors saw, whole, from when it was made to the next one that is `published`. One that is `set-aside` is a
 * draft that a restoration replaced. `content` is written once; `schemaVersion` says how to read it.
 */
export interface TrustPagePublicationTable {
  number: number;
  state: PublicationState;
  schemaVersion: number;
  content: Json<unknown>;
  logo: Buffer | null;
  logoType: string | null;
  madeBy: string | null;
  madeAt: GeneratedTimestamp;
  note: Generated<string>;
  restoredFrom: number | null;
}

/** A second person's yes to a report exactly as the fingerprint has it. */
export interface ReportConfirmationTable {
  reportId: string;
  fingerprint: string;
  confirmedBy: string;
  confirmedAt: GeneratedTimestamp;
}

/** `firstPublicationDue`: visitors saw the page before there were publications, and go on seeing it. */
export interface PublishingRuleTable {
  onlyRow: Generated<boolean>;
  secondPerson: Generated<boolean>;
  firstPublicationDue: Generated<boolean>;
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
  controlImport: ControlImportTable;
  brand: BrandTable;
  subprocessor: SubprocessorTable;
  trustUpdate: TrustUpdateTable;
  certification: CertificationTable;
  endingWarning: EndingWarningTable;
  signingKey: SigningKeyTable;
  publicRecord: PublicRecordTable;
  trustPagePublication: TrustPagePublicationTable;
  reportConfirmation: ReportConfirmationTable;
  publishingRule: PublishingRuleTable;
}

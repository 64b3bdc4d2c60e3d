import type { AnswerState, Citation } from "#db/schema/knowledge-base.ts";
import type { Audience, DocumentKind } from "#db/schema/documents.ts";
import type {
  Category,
  CertificationKind,
  ControlStatus,
  Opinion,
  ReportException,
  ReportKind,
  SubserviceOrganization,
  UpdateTopic,
} from "#db/schema/trust-page.ts";
import type { IsoDate } from "./dates.ts";

export type StaffRole = "admin" | "security" | "sales";
export type ProductKey = "relay" | "almanac" | "fieldbook";

export type DemoControl = {
  code: string;
  title: string;
  description: string;
  criteria: string[];
  status: ControlStatus;
  owner: string;
  public: boolean;
};

export type DemoReport = {
  key: string;
  kind: ReportKind;
  asOf: IsoDate | null;
  periodStart: IsoDate | null;
  periodEnd: IsoDate | null;
  issuedOn: IsoDate | null;
  expectedOn: IsoDate | null;
  auditor: string;
  auditorLicence: string;
  auditorUrl: string;
  opinion: Opinion | null;
  opinionNote: string | null;
  categories: Category[];
  systemName: string;
  products: string[];
  controlsTested: number | null;
  exceptions: ReportException[];
  subservice: SubserviceOrganization[];
  cuecs: string[];
  documentKey: string | null;
};

export type DemoBridgeLetter = {
  key: string;
  reportKey: string;
  coversFrom: IsoDate;
  coversUntil: IsoDate;
  signedOn: IsoDate;
  signedBy: string;
  documentKey: string;
};

export type DemoDocument = {
  key: string;
  title: string;
  description: string;
  kind: DocumentKind;
  audience: Audience;
  fileName: string;
  publishedOn: IsoDate;
};

export type DemoSubprocessor = {
  key: string;
  name: string;
  service: string;
  purpose: string;
  dataCategories: string;
  region: string;
  transferBasis: string;
  website: string;
  announcedOn: IsoDate | null;
  objectUntil: IsoDate | null;
  addedOn: IsoDate | null;
  removedOn: IsoDate | null;
};

export type DemoCertification = {
  kind: CertificationKind;
  name: string;
  issuer: string;
  certificateNumber: string;
  scope: string;
  validFrom: IsoDate | null;
  validUntil: IsoDate | null;
  expectedOn: IsoDate | null;
  statement: string;
  statedOn: IsoDate | null;
  link: string;
  documentKey: string | null;
};

export type DemoUpdate = { topic: UpdateTopic; title: string; body: string; publishedOn: IsoDate };

/** An answer as it stands in the content files; `answers(today)` turns its offsets into dates. */
export type WrittenAnswer = {
  key: string;
  question: string;
  answer: string;
  short: "Yes" | "No" | "Partial" | "N/A" | null;
  tags: string[];
  audience?: Audience;
  products?: ProductKey[];
  owner?: StaffRole;
  state?: AnswerState;
  reviewedDaysAgo: number;
  reviewEveryMonths?: number;
  cites: { controls?: string[]; criteria?: string[]; documents?: string[] };
  notes?: string;
};

/** A citation of a document holds the document's key in this content, not its id in the database. */
export type DemoAnswer = {
  key: string;
  section: string;
  question: string;
  answer: string;
  short: WrittenAnswer["short"];
  tags: string[];
  audience: Audience;
  products: string[];
  ownerRole: StaffRole;
  state: AnswerState;
  lastReviewedOn: IsoDate;
  reviewBy: IsoDate;
  citations: Citation[];
  notes: string;
};

export type DemoAccount = { key: string; name: string; domains: string[] };

export type DemoPerson = { key: string; name: string; title: string; email: string; account: string };

export type DemoRequest = {
  person: string;
  documents: string[];
  reason: string;
  requestedAt: Date;
  status: "pending" | "more-info" | "approved" | "declined";
  decidedAt: Date | null;
  decidedBy: string | null;
  message: string | null;
  grantDays: number | null;
  ndaAcceptedAt: Date | null;
  downloads: { document: string; at: Date }[];
};

export type DemoQuestionnaire = {
  key: string;
  account: string;
  uploadedBy: string;
  title: string;
  fileName: string;
  mediaType: string;
  receivedAt: Date;
  dueOn: IsoDate;
};

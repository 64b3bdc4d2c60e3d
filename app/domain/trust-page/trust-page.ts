import type { Audience } from "#db/schema/documents.ts";
import type {
  Category,
  ControlStatus,
  Opinion,
  ReportException,
  ReportKind,
  SubserviceOrganization,
  UpdateTopic,
} from "#db/schema/trust-page.ts";
import type { PublishedCertification, PublishedFramework } from "./certifications.ts";
import type { ControlFilter, ControlGroup } from "./controls.ts";
import { categories } from "./criteria.ts";
import type { CalendarDay } from "./days.ts";
import type { RecordRow } from "./record.ts";
import type { StatusName } from "./soc2-status.ts";
import type { StatusTone, StatusWords } from "./status-words.ts";
import type { SubprocessorState } from "./subprocessors.ts";
import type { Timeline } from "./timeline.ts";

/** Everything that a visitor is shown, and nothing else. Days and instants are text, so that it is the same as JSON. */
export type TrustPage = {
  company: {
    name: string;
    legalName: string;
    website: string;
    description: string;
    products: string[];
    securityEmail: string;
    contactEmail: string;
    /** Promised of every new subprocessor: days of notice, and days of it to object. */
    noticeDays: number | null;
    objectionDays: number | null;
    isSetUp: boolean;
  };
  workedOutAt: string;
  today: CalendarDay;
  status: StatusWords & { is: StatusName };
  /** The report that the status speaks of: issued, or the one that is on its way. */
  report: ReportFacts | null;
  /** The file of that report, where people outside can have it. */
  reportDocument: { id: string; audience: Exclude<Audience, "internal"> } | null;
  record: RecordRow[];
  timeline: Timeline | null;
  certifications: PublishedCertification[];
  frameworks: PublishedFramework[];
  controls: { groups: ControlGroup[]; total: Record<ControlStatus, number>; published: number; all: number };
  filter: ControlFilter;
  documents: PublishedDocument[];
  subprocessors: PublishedSubprocessor[];
  updates: PublishedUpdate[];
};

export type ReportFacts = {
  kind: ReportKind;
  isIssued: boolean;
  covers: string;
  asOf: CalendarDay | null;
  periodStart: CalendarDay | null;
  periodEnd: CalendarDay | null;
  issuedOn: CalendarDay | null;
  expected: string | null;
  auditor: string;
  auditorLicence: string;
  auditorUrl: string;
  opinion: Opinion | null;
  opinionTone: StatusTone | null;
  categories: Category[];
  systemName: string;
  products: string[];
  controlsTested: number | null;
  exceptions: ReportException[];
  subservice: SubserviceOrganization[];
  cuecs: string[];
  pages: number | null;
};

export type PublishedDocument = {
  id: string;
  title: string;
  description: string;
  audience: Exclude<Audience, "internal">;
  file: { format: string; pages: number | null; sizeBytes: number; uploadedOn: CalendarDay };
};

export type PublishedSubprocessor = {
  id: string;
  name: string;
  service: string;
  purpose: string;
  dataCategories: string;
  region: string;
  transferBasis: string;
  dpaUrl: string;
  announcedOn: CalendarDay | null;
  objectUntil: CalendarDay | null;
  addedOn: CalendarDay | null;
  removedOn: CalendarDay | null;
  state: SubprocessorState;
};

export type PublishedUpdate = { id: string; topic: UpdateTopic; title: string; body: string; publishedAt: string };

/** A public answer of the knowledge base, as that domain hands it over. */
export type PublicAnswer = {
  id: string;
  question: string;
  short: string | null;
  text: string;
  section: string;
  reviewedOn: string | null;
  reviewBy: string | null;
};

/** What was asked of the controls: `?q=backup&category=availability`. Anything else is left out. */
export function controlFilterFrom(params: URLSearchParams): ControlFilter {
  const asked = params.get("category");
  return {
    q: (params.get("q") ?? "").trim().slice(0, 100),
    category: categories.find((category) => category === asked) ?? null,
  };
}

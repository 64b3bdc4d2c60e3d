import { Download, FileLock2, Mail } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Status } from "#app/components/status.tsx";
import { categories, categoryNames } from "#app/domain/trust-page/criteria.ts";
import { daysInRange, monthsInRange, sayCount, sayDay, sayRange } from "#app/domain/trust-page/days.ts";
import { kindMeanings, kindNames, opinionNames } from "#app/domain/trust-page/terms.ts";
import type { ReportFacts, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { CoverageTimeline } from "#app/domain/trust-page/ui/coverage-timeline.tsx";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";

export function Hero({ page }: { page: TrustPage }) {
  const { company, status, report, timeline } = page;
  const about = report?.products.length ? report.products : company.products;
  return (
    <section className="hero" id="soc2" aria-labelledby="soc2-title">
      <div className="hero-head">
        <div>
          {about.length > 0 && <p className="eyebrow">{listed(about)}</p>}
          <h1 id="soc2-title">{keepTogether(status.title)}</h1>
          <p className="hero-status">
            <Status tone={status.tone} word={`${keepTogether(status.word)}.`}>
              {keepTogether(status.sentence)}
            </Status>
          </p>
          {company.description && <p className="hero-about">{company.description}</p>}
        </div>
        <CallToAction page={page} />
      </div>
      {report && <QuickFacts report={report} />}
      {timeline && <CoverageTimeline timeline={timeline} />}
    </section>
  );
}

const listed = (names: string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The one thing to do from here: get the report, else whatever can be asked for, else write to a person. */
function CallToAction({ page: { reportDocument, documents, company } }: { page: TrustPage }) {
  if (reportDocument?.audience === "public") {
    return (
      <Call hint="Open to everyone.">
        <ButtonLink variant="primary" size="large" icon={Download} href={`/documents/${reportDocument.id}/file`}>
          Download the report
        </ButtonLink>
      </Call>
    );
  }
  if (reportDocument) {
    const hint =
      reportDocument.audience === "nda" ? "Under NDA, to a verified work address." : "To a verified work address.";
    return (
      <Call hint={hint}>
        <ButtonLink
          variant="primary"
          size="large"
          icon={FileLock2}
          href={`/request?documents%5B%5D=${reportDocument.id}`}
        >
          Request the report
        </ButtonLink>
      </Call>
    );
  }
  if (documents.some(({ audience }) => audience !== "public")) {
    return (
      <Call hint="Tick what you need and ask once.">
        <ButtonLink variant="primary" size="large" icon={FileLock2} href="#documents">
          Request documents
        </ButtonLink>
      </Call>
    );
  }
  const address = company.contactEmail || company.securityEmail;
  if (!address) return null;
  return (
    <Call hint={address}>
      <ButtonLink variant="primary" size="large" icon={Mail} href={`mailto:${address}`}>
        Ask us a question
      </ButtonLink>
    </Call>
  );
}

function Call({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <div className="hero-call">
      {children}
      <p>{hint}</p>
    </div>
  );
}

function QuickFacts({ report }: { report: ReportFacts }) {
  const outside = categories.filter((category) => !report.categories.includes(category));
  return (
    <dl className="quick-facts">
      <QuickFact term="Type" note={kindMeanings[report.kind]}>
        {keepTogether(kindNames[report.kind])}
      </QuickFact>
      <CoverFact report={report} />
      <OpinionFact report={report} />
      <QuickFact
        term="Categories"
        note={outside.length > 0 && `Not in scope: ${outside.map((category) => categoryNames[category]).join(", ")}`}
      >
        {report.categories.map((category) => categoryNames[category]).join(", ")}
      </QuickFact>
    </dl>
  );
}

function CoverFact({ report }: { report: ReportFacts }) {
  const by = report.auditor ? `by ${report.auditor}` : "";
  if (report.periodStart && report.periodEnd) {
    const [months, days] = [
      monthsInRange(report.periodStart, report.periodEnd),
      daysInRange(report.periodStart, report.periodEnd),
    ];
    const long = months > 0 ? sayCount(months, "month") : sayCount(days, "day");
    return (
      <QuickFact term={report.isIssued ? "Period" : "Window"} note={[long, by].filter(Boolean).join(", ")}>
        {keepTogether(sayRange(report.periodStart, report.periodEnd))}
      </QuickFact>
    );
  }
  return (
    <QuickFact term="As-of date" note={by}>
      {report.asOf ? keepTogether(sayDay(report.asOf)) : "Not set"}
    </QuickFact>
  );
}

function OpinionFact({ report }: { report: ReportFacts }) {
  if (!report.opinion || !report.opinionTone) {
    return (
      <QuickFact term="Opinion" note={report.expected && `Report expected in ${report.expected}`}>
        None yet
      </QuickFact>
    );
  }
  const answered = report.exceptions.filter(({ response }) => response !== "").length;
  return (
    <QuickFact term="Opinion" note={exceptionsNote(report.exceptions.length, answered)}>
      {report.opinion === "unqualified" ? (
        opinionNames.unqualified
      ) : (
        <Status tone={report.opinionTone} word={opinionNames[report.opinion]} />
      )}
    </QuickFact>
  );
}

function exceptionsNote(noted: number, answered: number): string {
  if (noted === 0) return "No exceptions noted";
  const all = noted === answered ? (noted === 1 ? "answered" : "all answered") : `${answered} answered`;
  return `${sayCount(noted, "exception")} noted, ${all}`;
}

function QuickFact({ term, note, children }: { term: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

import { Download, FileLock2, Mail } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Status } from "#app/components/status.tsx";
import { categories } from "#app/domain/trust-page/criteria.ts";
import { daysInRange, monthsInRange } from "#app/domain/trust-page/days.ts";
import type { ReportFacts, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { CoverageTimeline } from "#app/domain/trust-page/ui/coverage-timeline.tsx";
import { keepTogether } from "#app/domain/trust-page/ui/keep-together.ts";
import { useWords } from "#app/messages/speech.ts";

export function Hero({ page }: { page: TrustPage }) {
  const { company, status, report, timeline } = page;
  const { trustPage } = useWords();
  const about = report?.products.length ? report.products : company.products;
  return (
    <section className="hero" id="soc2" aria-labelledby="soc2-title">
      <div className="hero-head">
        <div>
          {about.length > 0 && <p className="eyebrow">{listed(about, trustPage.and)}</p>}
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

const listed = (names: string[], and: string) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;

/** The one thing to do from here: get the report, else whatever can be asked for, else write to a person. */
function CallToAction({ page: { reportDocument, documents, company } }: { page: TrustPage }) {
  const said = useWords().trustPage.hero;
  if (reportDocument?.audience === "public") {
    return (
      <Call hint={said.open}>
        <ButtonLink variant="primary" size="large" icon={Download} href={`/documents/${reportDocument.id}/file`}>
          {said.download}
        </ButtonLink>
      </Call>
    );
  }
  if (reportDocument) {
    const hint = reportDocument.audience === "nda" ? said.underNda : said.toAddress;
    return (
      <Call hint={hint}>
        <ButtonLink
          variant="primary"
          size="large"
          icon={FileLock2}
          href={`/request?documents%5B%5D=${reportDocument.id}`}
        >
          {said.request}
        </ButtonLink>
      </Call>
    );
  }
  if (documents.some(({ audience }) => audience !== "public")) {
    return (
      <Call hint={said.tick}>
        <ButtonLink variant="primary" size="large" icon={FileLock2} href="#documents">
          {said.requestDocuments}
        </ButtonLink>
      </Call>
    );
  }
  const address = company.contactEmail || company.securityEmail;
  if (!address) return null;
  return (
    <Call hint={address}>
      <ButtonLink variant="primary" size="large" icon={Mail} href={`mailto:${address}`}>
        {said.ask}
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
  const { terms, trustPage } = useWords();
  const said = trustPage.hero;
  const nameOf = (category: ReportFacts["categories"][number]) => terms.categories[category];
  const outside = categories.filter((category) => !report.categories.includes(category));
  return (
    <dl className="quick-facts">
      <QuickFact term={said.type} note={terms.kindMeanings[report.kind]}>
        {keepTogether(terms.kinds[report.kind])}
      </QuickFact>
      <CoverFact report={report} />
      <OpinionFact report={report} />
      <QuickFact term={said.categories} note={outside.length > 0 && said.outside(outside.map(nameOf).join(", "))}>
        {report.categories.map(nameOf).join(", ")}
      </QuickFact>
    </dl>
  );
}

function CoverFact({ report }: { report: ReportFacts }) {
  const { calendar, trustPage } = useWords();
  const said = trustPage.hero;
  const by = report.auditor ? said.by(report.auditor) : "";
  if (report.periodStart && report.periodEnd) {
    const [months, days] = [
      monthsInRange(report.periodStart, report.periodEnd),
      daysInRange(report.periodStart, report.periodEnd),
    ];
    const long = said.long(months, days);
    return (
      <QuickFact term={report.isIssued ? said.period : said.window} note={[long, by].filter(Boolean).join(", ")}>
        {keepTogether(calendar.range(report.periodStart, report.periodEnd))}
      </QuickFact>
    );
  }
  return (
    <QuickFact term={said.asOf} note={by}>
      {report.asOf ? keepTogether(calendar.day(report.asOf)) : trustPage.notSet}
    </QuickFact>
  );
}

function OpinionFact({ report }: { report: ReportFacts }) {
  const { terms, trustPage } = useWords();
  const said = trustPage.hero;
  if (!report.opinion || !report.opinionTone) {
    return (
      <QuickFact term={said.opinion} note={report.expected && said.reportExpected(report.expected)}>
        {said.noOpinion}
      </QuickFact>
    );
  }
  const answered = report.exceptions.filter(({ response }) => response !== "").length;
  return (
    <QuickFact term={said.opinion} note={said.exceptions(report.exceptions.length, answered)}>
      {report.opinion === "unqualified" ? (
        terms.opinions.unqualified
      ) : (
        <Status tone={report.opinionTone} word={terms.opinions[report.opinion]} />
      )}
    </QuickFact>
  );
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

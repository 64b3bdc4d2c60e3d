import type { ReactNode } from "react";
import { PublicLayout, type PublicAccount } from "#app/components/public-layout.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { DateTime } from "#app/components/time.tsx";
import type { PublicAnswer, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { CertificationSection } from "#app/domain/trust-page/ui/certification-section.tsx";
import { CategorySection } from "#app/domain/trust-page/ui/category-section.tsx";
import { ControlSection } from "#app/domain/trust-page/ui/control-section.tsx";
import { DocumentSection } from "#app/domain/trust-page/ui/document-section.tsx";
import { Hero } from "#app/domain/trust-page/ui/hero.tsx";
import { QuestionSection } from "#app/domain/trust-page/ui/question-section.tsx";
import { ReportSection } from "#app/domain/trust-page/ui/report-section.tsx";
import { SiteSearch } from "#app/domain/trust-page/ui/site-search.tsx";
import { SubprocessorSection } from "#app/domain/trust-page/ui/subprocessor-section.tsx";
import { UpdateSection } from "#app/domain/trust-page/ui/update-section.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";

function navOf(page: TrustPage, answers: PublicAnswer[], words: Words["trustPage"]["nav"]) {
  return [
    { to: "#soc2", label: words.soc2, shown: true },
    { to: "#certifications", label: words.certifications, shown: hasCertifications(page) },
    { to: "#controls", label: words.controls, shown: page.controls.published > 0 },
    { to: "#documents", label: words.documents, shown: page.documents.length > 0 },
    { to: "#subprocessors", label: words.subprocessors, shown: page.subprocessors.length > 0 },
    { to: "#updates", label: words.updates, shown: hasUpdates(page) },
    { to: "#questions", label: words.questions, shown: answers.length > 0 },
  ].filter(({ shown }) => shown);
}

const hasCertifications = ({ certifications, frameworks }: TrustPage) => certifications.length + frameworks.length > 0;

/** From the first publication on there is something to subscribe to. */
const hasUpdates = ({ company, updates }: TrustPage) => company.isSetUp || updates.length > 0;

function footerOf({ company, workedOutAt }: TrustPage, words: Words["trustPage"]["footer"]) {
  const site = company.website && new URL(company.website).hostname.replace(/^www\./, "");
  return {
    note: (
      <>
        {words.workedOut} <DateTime date={workedOutAt} />. {words.noCookies}
      </>
    ),
    links: [
      { to: "/summary.pdf", label: words.asPdf },
      ...(company.securityEmail ? [{ to: `mailto:${company.securityEmail}`, label: words.vulnerability }] : []),
      ...(company.website ? [{ to: company.website, label: site }] : []),
      { to: "/staff/sign-in", label: words.staff },
    ],
  };
}

type Props = {
  page: TrustPage;
  answers: PublicAnswer[];
  brand: Brand;
  /** The form for updates by mail. */
  subscribe?: ReactNode;
  /** Who is signed in, where the page is shown to one person. */
  account?: PublicAccount | null;
  /** Before the page itself: that it is a preview. */
  notice?: ReactNode;
  nonce?: string;
};

/** What a visitor sees. Everything works without a script: folds are `details`, the rest are links and GET forms. */
export function PublicTrustPage({ page, answers, brand, subscribe, account, notice, nonce }: Props) {
  const { trustPage: words } = useWords();
  return (
    <PublicLayout
      brand={brand}
      account={account}
      nav={navOf(page, answers, words.nav)}
      search={<SiteSearch nonce={nonce} />}
      footer={footerOf(page, words.footer)}
    >
      {notice}
      <div className="trust-page">
        <Hero page={page} />
        {page.report && <ReportSection page={page} report={page.report} />}
        {page.report && <CategorySection report={page.report} />}
        {hasCertifications(page) && <CertificationSection page={page} />}
        {page.controls.published > 0 && <ControlSection page={page} />}
        {page.documents.length > 0 && <DocumentSection documents={page.documents} />}
        {page.subprocessors.length > 0 && <SubprocessorSection page={page} />}
        {hasUpdates(page) && <UpdateSection updates={page.updates} subscribe={subscribe} />}
        {answers.length > 0 && <QuestionSection answers={answers} />}
      </div>
    </PublicLayout>
  );
}

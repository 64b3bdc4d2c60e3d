import { PublicLayout } from "#app/components/public-layout.tsx";
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
import { SubprocessorSection } from "#app/domain/trust-page/ui/subprocessor-section.tsx";
import { UpdateSection } from "#app/domain/trust-page/ui/update-section.tsx";

function navOf(page: TrustPage, answers: PublicAnswer[]) {
  return [
    { to: "#soc2", label: "SOC 2", shown: true },
    { to: "#certifications", label: "Certifications", shown: hasCertifications(page) },
    { to: "#controls", label: "Controls", shown: page.controls.published > 0 },
    { to: "#documents", label: "Documents", shown: page.documents.length > 0 },
    { to: "#subprocessors", label: "Subprocessors", shown: page.subprocessors.length > 0 },
    { to: "#updates", label: "Updates", shown: page.updates.length > 0 },
    { to: "#questions", label: "Questions", shown: answers.length > 0 },
  ].filter(({ shown }) => shown);
}

const hasCertifications = ({ certifications, frameworks }: TrustPage) => certifications.length + frameworks.length > 0;

function footerOf({ company, workedOutAt }: TrustPage) {
  const site = company.website && new URL(company.website).hostname.replace(/^www\./, "");
  return {
    note: (
      <>
        Worked out from the record on <DateTime date={workedOutAt} />. This page sets no cookies and calls no third
        party.
      </>
    ),
    links: [
      { to: "/summary.pdf", label: "This page as PDF" },
      ...(company.securityEmail ? [{ to: `mailto:${company.securityEmail}`, label: "Report a vulnerability" }] : []),
      ...(company.website ? [{ to: company.website, label: site }] : []),
      { to: "/staff/sign-in", label: "Staff" },
    ],
  };
}

/** What a visitor sees. Everything works without a script: folds are `details`, the rest are links and GET forms. */
export function PublicTrustPage({ page, answers, brand }: { page: TrustPage; answers: PublicAnswer[]; brand: Brand }) {
  return (
    <PublicLayout brand={brand} nav={navOf(page, answers)} footer={footerOf(page)}>
      <div className="trust-page">
        <Hero page={page} />
        {page.report && <ReportSection page={page} report={page.report} />}
        {page.report && <CategorySection report={page.report} />}
        {hasCertifications(page) && <CertificationSection page={page} />}
        {page.controls.published > 0 && <ControlSection page={page} />}
        {page.documents.length > 0 && <DocumentSection documents={page.documents} />}
        {page.subprocessors.length > 0 && <SubprocessorSection page={page} />}
        {page.updates.length > 0 && <UpdateSection updates={page.updates} />}
        {answers.length > 0 && <QuestionSection answers={answers} />}
      </div>
    </PublicLayout>
  );
}

import { sql } from "kysely";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import type { Db } from "#db/client.server.ts";
import { listBridgeLetters } from "./bridge-letters.server.ts";
import { listCertifications } from "./certifications.server.ts";
import { getCompanyProfile } from "./company-profile.server.ts";
import { countControls, listPublishedControls } from "./controls.server.ts";
import type { PublicFacts, PublicLetter, PublicReport } from "./facts.ts";
import { listPublishedReports } from "./reports.server.ts";
import { getSubprocessorTerms } from "./subprocessor-terms.server.ts";
import { listSubprocessors } from "./subprocessors.server.ts";

/** What staff have entered for visitors, published or not. Each column is named: a new one stays inside until then. */
export async function getDraft(db: Db): Promise<PublicFacts> {
  const reports = await draftReports(db);
  return {
    company: await draftCompany(db),
    reports,
    letters: await draftLetters(db, reports),
    certifications: await draftCertifications(db),
    controls: await draftControls(db),
    controlsInAll: await countControls(db),
    subprocessors: await draftSubprocessors(db),
  };
}

async function draftCompany(db: Db): Promise<PublicFacts["company"]> {
  const profile = await getCompanyProfile(db);
  const { name, legalName, website, description, products, securityEmail, contactEmail, isSetUp } = profile;
  const stored = await db
    .selectFrom("companyProfile")
    .select(sql<string | null>`encode(sha256(logo), 'hex')`.as("logo"))
    .executeTakeFirst();
  const logo = stored?.logo ?? null;
  return {
    ...(await getSubprocessorTerms(db)),
    name,
    legalName,
    website,
    description,
    products,
    securityEmail,
    contactEmail,
    logo,
    isSetUp,
  };
}

async function draftReports(db: Db): Promise<PublicReport[]> {
  const reports = await listPublishedReports(db);
  const documents = await listDocuments(db, { withdrawn: true });
  return reports.map((report) => ({
    id: report.id,
    kind: report.kind,
    asOf: report.asOf,
    periodStart: report.periodStart,
    periodEnd: report.periodEnd,
    issuedOn: report.issuedOn,
    expectedOn: report.expectedOn,
    auditor: report.auditor,
    auditorLicence: report.auditorLicence,
    auditorUrl: report.auditorUrl,
    opinion: report.opinion,
    categories: report.categories,
    systemName: report.systemName,
    products: report.products,
    controlsTested: report.controlsTested,
    exceptions: report.exceptions.map(({ control, finding, response }) => ({ control, finding, response })),
    subservice: report.subservice.map(({ name, service, method }) => ({ name, service, method })),
    cuecs: report.cuecs,
    documentId: report.documentId,
    documentVersion: documents.find(({ id }) => id === report.documentId)?.version?.number ?? null,
  }));
}

async function draftLetters(db: Db, reports: PublicReport[]): Promise<PublicLetter[]> {
  const letters = await listBridgeLetters(db);
  return letters
    .filter((letter) => reports.some(({ id }) => id === letter.reportId))
    .map(({ id, reportId, coversFrom, coversUntil, signedOn, documentId }) => ({
      ...{ id, reportId, coversFrom, coversUntil, signedOn, documentId },
    }));
}

async function draftCertifications(db: Db): Promise<PublicFacts["certifications"]> {
  const entries = await listCertifications(db);
  return entries
    .filter(({ published }) => published)
    .map((entry) => {
      const { id, kind, name, issuer, certificateNumber, scope, validFrom, validUntil } = entry;
      const { expectedOn, statement, statedOn, documentId, link } = entry;
      return {
        ...{ id, kind, name, issuer, certificateNumber, scope, validFrom, validUntil },
        ...{ expectedOn, statement, statedOn, documentId, link },
      };
    });
}

async function draftControls(db: Db): Promise<PublicFacts["controls"]> {
  const controls = await listPublishedControls(db);
  return controls.map(({ id, code, title, description, status, criteria }) => ({
    ...{ id, code, title, description, status, criteria },
  }));
}

async function draftSubprocessors(db: Db): Promise<PublicFacts["subprocessors"]> {
  const entries = await listSubprocessors(db);
  return entries.map((entry) => {
    const { id, name, service, purpose, dataCategories, region, transferBasis, dpaUrl } = entry;
    const { announcedOn, objectUntil, addedOn, removedOn } = entry;
    return {
      ...{ id, name, service, purpose, dataCategories, region, transferBasis, dpaUrl },
      ...{ announcedOn, objectUntil, addedOn, removedOn },
    };
  });
}

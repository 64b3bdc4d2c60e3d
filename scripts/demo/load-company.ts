import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addCertification } from "#app/domain/trust-page/certifications.server.ts";
import { changeBrand } from "#app/domain/trust-page/brand.server.ts";
import { changeCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { getStanding, publishTrustPage } from "#app/domain/trust-page/publish.server.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { changeSubprocessorTerms } from "#app/domain/trust-page/subprocessor-terms.server.ts";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { draftUpdate, publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import { certifications } from "./content/certifications.ts";
import { company } from "./content/company.ts";
import { controls } from "./content/controls.ts";
import { nda } from "./content/nda.ts";
import { bridgeLetters, reports } from "./content/reports.ts";
import { subprocessors } from "./content/subprocessors.ts";
import { subprocessorTerms } from "./content/subscribers.ts";
import { updates } from "./content/updates.ts";
import type { DemoCast } from "./cast.ts";
import { loadDraft } from "./load-draft.ts";
import { loadSubscribers } from "./load-subscribers.ts";
import type { DemoDocumentIds } from "./load-documents.ts";

export async function loadCompany(cast: DemoCast, documents: DemoDocumentIds): Promise<void> {
  await loadProfile(cast);
  await loadBrand(cast);
  await publishNdaVersion(cast.db, cast.security, {
    title: nda.title,
    ...{ language: "en", obligationMonths: 36, effectiveOn: null, material: false },
    text: { format: "markdown", body: nda.body, pages: null },
  });
  await loadReports(cast, documents);
  await loadCertifications(cast, documents);
  await loadControls(cast);
  await loadSubprocessors(cast);
  await loadUpdates(cast);
  await publish(cast);
  await loadSubscribers(cast);
  await loadDraft(cast);
}

/** The reports are entered by security, so that the admin is the second person. */
async function publish({ db, admin }: DemoCast) {
  const { shown } = await getStanding(db, admin);
  await publishTrustPage(db, admin, { shown, note: "First publication" });
}

async function loadProfile({ db, admin }: DemoCast) {
  const { name, legalName, website, description, securityEmail, contactEmail, headquarters, products } = company;
  await changeCompanyProfile(db, admin, {
    details: {
      ...{ name, legalName, website, description, securityEmail, contactEmail },
      address: headquarters,
      products: products.map((product) => product.name),
    },
    logo: { bytes: readFileSync(join("scripts", "demo", "files", company.logoFile)) },
  });
}

async function loadBrand({ db, admin }: DemoCast) {
  const { brandColor, footerLinks } = company;
  const details = { mainColour: brandColor, secondColour: brandColor, footerLinks };
  await changeBrand(db, admin, { details, icon: { keep: true } });
}

async function loadReports({ db, today, security }: DemoCast, documents: DemoDocumentIds) {
  const ids = new Map<string, string>();
  for (const { key, documentKey, opinionNote: _, ...details } of reports(today)) {
    const documentId = documentKey ? documents.get(documentKey)! : null;
    const id = await addReport(db, security, { ...details, documentId });
    await publishReport(db, security, id);
    ids.set(key, id);
  }
  for (const { reportKey, documentKey, coversFrom, coversUntil, signedOn } of bridgeLetters(today)) {
    const details = { coversFrom, coversUntil, signedOn, documentId: documents.get(documentKey)! };
    await addBridgeLetter(db, security, { reportId: ids.get(reportKey)!, details });
  }
}

async function loadCertifications({ db, today, security }: DemoCast, documents: DemoDocumentIds) {
  for (const { documentKey, ...details } of certifications(today)) {
    const documentId = documentKey ? documents.get(documentKey)! : null;
    await addCertification(db, security, { ...details, documentId, published: true });
  }
}

async function loadControls({ db, security }: DemoCast) {
  for (const { code, ...details } of controls) await addControl(db, security, { reference: code, ...details });
}

async function loadSubprocessors({ db, today, security }: DemoCast) {
  await changeSubprocessorTerms(db, security, subprocessorTerms);
  for (const { key: _, website, ...details } of subprocessors(today)) {
    await addSubprocessor(db, security, { ...details, dpaUrl: `${website}/data-processing` });
  }
}

async function loadUpdates({ db, today, security }: DemoCast) {
  for (const { publishedOn, ...details } of updates(today)) {
    const id = await draftUpdate(db, security, details);
    await publishUpdate(db, security, id);
    await db
      .updateTable("trustUpdate")
      .set({ publishedAt: `${publishedOn}T09:00:00Z` })
      .where("id", "=", id)
      .execute();
  }
}

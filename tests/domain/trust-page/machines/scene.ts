import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { changeCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import type { CompanyProfileDetails } from "#app/domain/trust-page/company-profile.ts";
import { draftUpdate, publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import * as securityTxt from "#app/routes/[.]well-known.security[.]txt.ts";
import * as trustKeys from "#app/routes/[.]well-known.trust-keys[.]json.ts";
import * as badge from "#app/routes/badge[.]svg.ts";
import * as subprocessorsAtom from "#app/routes/feeds.subprocessors[.]atom.ts";
import * as subprocessorsJson from "#app/routes/feeds.subprocessors[.]json.ts";
import * as updatesAtom from "#app/routes/feeds.updates[.]atom.ts";
import * as updatesJson from "#app/routes/feeds.updates[.]json.ts";
import * as componentDefinition from "#app/routes/oscal.component-definition[.]json.ts";
import * as robots from "#app/routes/robots[.]txt.ts";
import * as searchJson from "#app/routes/search[.]json.ts";
import * as sitemap from "#app/routes/sitemap[.]xml.ts";
import * as trustJson from "#app/routes/trust[.]json.ts";
import * as trustSchema from "#app/routes/trust[.]schema[.]json.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { aClient, ada, ruth } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { typedTypeOne, typedTypeTwo } from "../given-reports.ts";

export const origin = "http://localhost:3000";

const routes = {
  "/trust.json": trustJson,
  "/trust.schema.json": trustSchema,
  "/badge.svg": badge,
  "/.well-known/trust-keys.json": trustKeys,
  "/.well-known/security.txt": securityTxt,
  "/feeds/updates.atom": updatesAtom,
  "/feeds/updates.json": updatesJson,
  "/feeds/subprocessors.atom": subprocessorsAtom,
  "/feeds/subprocessors.json": subprocessorsJson,
  "/oscal/component-definition.json": componentDefinition,
  "/search.json": searchJson,
  "/sitemap.xml": sitemap,
  "/robots.txt": robots,
};
export type Address = keyof typeof routes;
export const addresses = Object.keys(routes) as Address[];

/** What a visitor gets from the route at the address, in the process of the test. */
export async function get(address: Address, headers: Record<string, string> = {}): Promise<Response> {
  const nobody = async () => null;
  const context = {
    cspNonce: "",
    requestId: "",
    client: aClient,
    setCookie: () => undefined,
    readyForMore: async () => {},
  };
  return routes[address].loader({
    request: new Request(`${origin}${address}`, { headers }),
    params: {},
    context: { ...context, staffSession: nobody, prospectSession: nobody },
  });
}

export const textAt = async (address: Address): Promise<string> => (await get(address)).text();

const profile: CompanyProfileDetails = {
  name: "Orrery & Sons",
  legalName: "",
  website: "https://orrery.example",
  description: "",
  products: ["Orrery Ledger"],
  securityEmail: "security@orrery.example",
  contactEmail: "",
  address: "",
};

export async function nameTheCompany(change: Partial<CompanyProfileDetails> = {}) {
  await changeCompanyProfile(db, await ruth(), { details: { ...profile, ...change }, logo: { keep: true } });
  await publishDraft();
}

export async function aPublishedReport(change: Record<string, string> = {}): Promise<string> {
  const typed = { ...(change.kind === "soc2-type1" ? typedTypeOne : typedTypeTwo), ...change };
  const reportId = await addReport(db, await ada(), reportForm.parse(typed));
  await publishReport(db, await ada(), reportId);
  await publishDraft();
  return reportId;
}

export async function aDocument(audience: "public" | "nda" | "internal", title: string): Promise<string> {
  const { id } = await db.insertInto("document").values({ title, audience }).returning("id").executeTakeFirstOrThrow();
  const file = { sha256: "a".repeat(64), fileName: "a.pdf", mediaType: "application/pdf", sizeBytes: 1000, pages: 9 };
  await db
    .insertInto("documentVersion")
    .values({ documentId: id, number: 1, stampable: true, ...file })
    .execute();
  return id;
}

export async function aPublishedUpdate(
  title: string,
  publishedAt: string,
  body = "Both sites in time.",
): Promise<string> {
  const updateId = await draftUpdate(db, await ada(), { topic: "general", title, body });
  await publishUpdate(db, await ada(), updateId);
  await db.updateTable("trustUpdate").set({ publishedAt }).where("id", "=", updateId).execute();
  return updateId;
}

export async function aSubprocessor(change: Record<string, string> = {}): Promise<string> {
  const subprocessorId = await addSubprocessor(
    db,
    await ada(),
    subprocessorForm.parse({
      ...{ name: "Cirrus <Cloud> Ltd", service: "Hosting", purpose: "", dataCategories: "All customer data" },
      ...{ region: "Ireland", transferBasis: "", dpaUrl: "", announcedOn: "2026-08-31", objectUntil: "2026-09-30" },
      ...{ addedOn: "2026-10-01", removedOn: "", ...change },
    }),
  );
  await publishDraft();
  return subprocessorId;
}

/** A company with something of everything. */
export async function aWholeCompany() {
  await nameTheCompany();
  const documentId = await aDocument("nda", "SOC 2 Type II report");
  await aDocument("public", "Security overview");
  await aDocument("internal", "Penetration test, raw");
  const reportId = await aPublishedReport({ documentId });
  await aPublishedReport({ kind: "soc2-type1", asOf: "2024-03-31", issuedOn: "2024-05-20" });
  const letter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };
  await addBridgeLetter(db, await ada(), { reportId, details: letter });
  const control = { description: "", status: "implemented", owner: "", public: "yes" };
  await addControl(
    db,
    await ada(),
    controlForm.parse({ ...control, reference: "AC-01", title: "Sign-in", criteria: "CC6.2, CC6.1" }),
  );
  await addControl(
    db,
    await ada(),
    controlForm.parse({ ...control, reference: "XX-01", title: "Mascot", criteria: "", status: "planned" }),
  );
  await aSubprocessor();
  await aPublishedUpdate("Failover <exercise> passed & more", "2026-09-01T09:00:00Z");
  await anApprovedAnswer({ question: "Is data encrypted at rest?" });
}

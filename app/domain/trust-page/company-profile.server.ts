import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { CompanyProfileDetails, LogoChange } from "./company-profile.ts";
import { changesBetween, ensureIsAdmin } from "./editing.server.ts";
import { logoTypeOf, mostLogoBytes } from "./logo.ts";

const columns = [
  "name",
  "legalName",
  "website",
  "description",
  "products",
  "securityEmail",
  "contactEmail",
  "address",
  "updatedAt",
] as const;

/** The company whose installation this is; before anyone has named it, a plain stand-in. */
export async function getCompanyProfile(db: Db) {
  const profile = await db
    .selectFrom("companyProfile")
    .select(columns)
    .select(sql<boolean>`logo is not null`.as("hasLogo"))
    .executeTakeFirst();
  return {
    name: profile?.name ?? "Trust center",
    legalName: profile?.legalName ?? "",
    website: profile?.website ?? "",
    description: profile?.description ?? "",
    products: profile?.products ?? [],
    securityEmail: profile?.securityEmail ?? "",
    contactEmail: profile?.contactEmail ?? "",
    address: profile?.address ?? "",
    hasLogo: profile?.hasLogo ?? false,
    updatedAt: profile?.updatedAt ?? null,
    isSetUp: Boolean(profile),
  };
}

export type CompanyProfile = Awaited<ReturnType<typeof getCompanyProfile>>;

export async function getLogo(db: Db): Promise<{ bytes: Buffer; mediaType: string; updatedAt: Date }> {
  const stored = await db.selectFrom("companyProfile").select(["logo", "logoType", "updatedAt"]).executeTakeFirst();
  if (!stored?.logo || !stored.logoType) throw new NotFound("trust-page.no-logo", "There is no logo.");
  return { bytes: Buffer.from(stored.logo), mediaType: stored.logoType, updatedAt: stored.updatedAt };
}

export async function changeCompanyProfile(
  db: Db,
  staff: Staff,
  { details, logo }: { details: CompanyProfileDetails; logo: LogoChange },
): Promise<void> {
  ensureIsAdmin(staff);
  const logoColumns = columnsOf(logo);
  await inTransaction(db, async (trx) => {
    const before = await trx.selectFrom("companyProfile").select(columns).forUpdate().executeTakeFirst();
    const row = { ...details, ...logoColumns, updatedAt: sql<Date>`now()` };
    await trx
      .insertInto("companyProfile")
      .values({ id: 1, ...row })
      .onConflict((same) => same.column("id").doUpdateSet(row))
      .execute();
    const logoChanged = Object.keys(logoColumns).length > 0 ? ["logo"] : [];
    await recordAudit(trx, {
      action: "trust-page.profile.changed",
      actor: staff,
      subject: { kind: "company-profile", id: null },
      details: { name: details.name, changed: [...changesBetween(before ?? {}, details), ...logoChanged] },
    });
  });
}

function columnsOf(logo: LogoChange) {
  if ("keep" in logo) return {};
  if ("remove" in logo) return { logo: null, logoType: null };
  const logoType = logoTypeOf(logo.bytes);
  if (!logoType || logo.bytes.length > mostLogoBytes) {
    throw new Invalid("trust-page.logo-unusable", "Choose a logo in PNG, JPEG or WebP of at most 256 KB.");
  }
  return { logo: Buffer.from(logo.bytes), logoType };
}

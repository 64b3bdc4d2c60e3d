import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { FooterLink } from "#db/schema/trust-page.ts";
import { type BrandColours, brandSheet } from "./brand-colours.ts";
import type { BrandDetails } from "./brand.ts";
import type { LogoChange } from "./company-profile.ts";
import { changesBetween, ensureIsAdmin } from "./editing.server.ts";
import { logoTypeOf, mostLogoBytes } from "./logo.ts";
import { mostPixels, pictureSize } from "./picture-size.ts";
import { getBrand } from "./publications.server.ts";

const columns = ["mainColour", "secondColour", "footerLinks"] as const;

export async function getBrandDetails(db: Db): Promise<BrandDetails & { hasIcon: boolean }> {
  const brand = await db
    .selectFrom("brand")
    .select(columns)
    .select(sql<boolean>`icon is not null`.as("hasIcon"))
    .executeTakeFirst();
  return brand ?? { mainColour: null, secondColour: null, footerLinks: [], hasIcon: false };
}

/** What every page begins with. Addresses carry a version, so that a browser may keep what stands there. */
export type BrandLook = {
  name: string;
  logoUrl: string | null;
  sheetUrl: string | null;
  iconUrl: string;
  footerLinks: FooterLink[];
};

export async function getBrandLook(db: Db): Promise<BrandLook> {
  const { name, logoUrl } = await getBrand(db);
  const brand = await db
    .selectFrom("brand")
    .select([...columns, "updatedAt"])
    .executeTakeFirst();
  const changed = brand?.updatedAt.getTime() ?? 0;
  const hasColours = Boolean(brand?.mainColour ?? brand?.secondColour);
  return {
    name,
    logoUrl,
    sheetUrl: hasColours ? `/brand.css?v=${changed}` : null,
    iconUrl: `/icon.png?v=${versionOf(name, logoUrl, changed)}`,
    footerLinks: brand?.footerLinks ?? [],
  };
}

const versionOf = (...parts: unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);

export async function getBrandColours(db: Db): Promise<BrandColours> {
  const { mainColour: main, secondColour: second } = await getBrandDetails(db);
  return { main, second };
}

export const getBrandSheet = async (db: Db): Promise<string> => brandSheet(await getBrandColours(db));

export async function findOwnIcon(db: Db): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const stored = await db.selectFrom("brand").select(["icon", "iconType"]).executeTakeFirst();
  if (!stored?.icon || !stored.iconType) return null;
  return { bytes: Buffer.from(stored.icon), mediaType: stored.iconType };
}

/** Seen by visitors at once: how a page looks says nothing that anyone relies on. */
export async function changeBrand(
  db: Db,
  staff: Staff,
  { details, icon }: { details: BrandDetails; icon: LogoChange },
): Promise<void> {
  ensureIsAdmin(staff);
  const iconColumns = columnsOf(icon);
  await inTransaction(db, async (trx) => {
    const before = await trx.selectFrom("brand").select(columns).forUpdate().executeTakeFirst();
    const { mainColour, secondColour, footerLinks } = details;
    const looks = { mainColour, secondColour, footerLinks: JSON.stringify(footerLinks) };
    const row = { ...looks, ...iconColumns, updatedAt: sql<Date>`now()` };
    await trx
      .insertInto("brand")
      .values({ id: 1, ...row })
      .onConflict((same) => same.column("id").doUpdateSet(row))
      .execute();
    const iconChanged = Object.keys(iconColumns).length > 0 ? ["icon"] : [];
    await recordAudit(trx, {
      action: "trust-page.brand.changed",
      actor: staff,
      subject: { kind: "brand", id: null },
      details: { mainColour, secondColour, changed: [...changesBetween(before ?? {}, details), ...iconChanged] },
    });
  });
}

function columnsOf(icon: LogoChange) {
  if ("keep" in icon) return {};
  if ("remove" in icon) return { icon: null, iconType: null };
  const iconType = logoTypeOf(icon.bytes);
  const size = iconType && pictureSize(icon.bytes, iconType);
  if (!iconType || !size || icon.bytes.length > mostLogoBytes || Math.max(size.width, size.height) > mostPixels) {
    const message = "Choose an icon in PNG, JPEG or WebP of at most 256 KB and 4,096 pixels on a side.";
    throw new Invalid("trust-page.icon-unusable", message);
  }
  return { icon: Buffer.from(icon.bytes), iconType };
}

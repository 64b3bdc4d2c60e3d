import { addDays, type CalendarDay } from "../days.ts";
import type { TrustPage } from "../trust-page.ts";
import { pathOf } from "./trust-json.ts";
import { asXml } from "./xml.ts";

const contactHoldsForDays = 90;

/**
 * RFC 9116. Null without an address for reports: the file has to name one. Canonical has to be https, so that a trial
 * on this machine goes without.
 */
export function securityTxt({ company, today }: Pick<TrustPage, "company" | "today">, origin: string): string | null {
  if (!company.securityEmail) return null;
  const canonical = origin.startsWith("https:") ? [`Canonical: ${origin}/.well-known/security.txt`] : [];
  const lines = [
    `Contact: mailto:${encodeURIComponent(company.securityEmail).replace("%40", "@")}`,
    `Expires: ${expiry(today)}`,
    "Preferred-Languages: en",
    ...canonical,
  ];
  return `${lines.join("\n")}\n`;
}

const expiry = (today: CalendarDay) => `${addDays(today, contactHoldsForDays)}T00:00:00Z`;

export function sitemap({ documents }: Pick<TrustPage, "documents">, origin: string): string {
  const open = documents.filter(({ audience }) => audience === "public").map(pathOf);
  const urls = ["/", ...open].map((path) => `<url><loc>${asXml(`${origin}${path}`)}</loc></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

const forPeopleOnly = ["/staff", "/portal", "/request", "/shared", "/sign-in", "/sign-out", "/subscription", "/search"];

export const robotsTxt = (origin: string): string =>
  ["User-agent: *", ...forPeopleOnly.map((path) => `Disallow: ${path}`), "", `Sitemap: ${origin}/sitemap.xml`, ""].join(
    "\n",
  );

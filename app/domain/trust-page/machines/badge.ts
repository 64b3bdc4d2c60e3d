import { sayDay } from "../days.ts";
import type { StatusTone } from "../status-words.ts";
import { kindNames } from "../terms.ts";
import type { TrustPage } from "../trust-page.ts";
import { asXml } from "./xml.ts";

/** The page's colours for its tones, on white. An image cannot read the page's variables. */
export const badgeColours: Record<StatusTone, string> = {
  current: "#136239",
  bridged: "#125b84",
  ageing: "#815709",
  qualified: "#815709",
  lapsed: "#a52a26",
  prep: "#57567b",
  observation: "#57567b",
  pending: "#764079",
  none: "#555c61",
  disclaimer: "#555c61",
};

const ink = "#161f26";
const height = 20;
const padding = 8;
/** Wide enough for most faces; `textLength` makes the words fit whatever face the reader has. */
const characterWidth = 6.4;

const widthOf = (text: string) => Math.round([...text].length * characterWidth);

/** The status as the page says it, and the day that it is of. */
export function badge({ company, status, report, today }: Pick<TrustPage, "company" | "status" | "report" | "today">) {
  const about = report?.isIssued ? kindNames[report.kind] : "SOC 2";
  const words = `${status.word} · ${sayDay(today)}`;
  const [left, right] = [widthOf(about) + 2 * padding, widthOf(words) + 2 * padding];
  const title = `${company.name}, ${about}: ${status.word}, worked out on ${sayDay(today)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${asXml(title)}</title>
<rect width="${left}" height="${height}" fill="${ink}"/>
<rect x="${left}" width="${right}" height="${height}" fill="${badgeColours[status.tone]}"/>
<g fill="#ffffff" font-family="Verdana, 'DejaVu Sans', sans-serif" font-size="11" aria-hidden="true">
<text x="${padding}" y="14" textLength="${left - 2 * padding}" lengthAdjust="spacingAndGlyphs">${asXml(about)}</text>
<text x="${left + padding}" y="14" textLength="${right - 2 * padding}" lengthAdjust="spacingAndGlyphs">${asXml(words)}</text>
</g>
</svg>
`;
}

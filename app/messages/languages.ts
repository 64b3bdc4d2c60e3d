/** The languages in which visitors and prospects are spoken to. Staff pages and machine files are English. */
export type Language = "en" | "de";

export const languages = ["en", "de"] as const satisfies readonly Language[];

/** Each by its own name, as those who need it look for it. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

export const usualLanguage: Language = "en";

const parameter = "lang";

export const asLanguage = (text: string | null | undefined): Language | null =>
  languages.find((language) => language === text) ?? null;

/** What the address itself asks for: `?lang=de`. Anything else asks for nothing. */
export const chosenLanguage = (params: URLSearchParams): Language | null => asLanguage(params.get(parameter));

const mostRemembered = 500;
const remembered = new Map<string, Language>();

/** The best of ours for an Accept-Language header. Browsers send few different ones, so that each is read once. */
export function acceptedLanguage(header: string | null | undefined): Language {
  if (!header) return usualLanguage;
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const language = bestOf(header);
  if (remembered.size < mostRemembered) remembered.set(header, language);
  return language;
}

/**
 * The lookup of RFC 4647, 3.4: "de-AT" is served by "de". The highest quality wins, and of equals the one named first; a
 * quality of zero means never (RFC 9110, 12.5.4); what cannot be read is left out. "*" stands for the usual language.
 */
function bestOf(header: string): Language {
  const wishes = header.split(",").map(readWish);
  const refused = new Set(wishes.filter(({ quality }) => quality === 0).map(({ range }) => range));
  let best: { language: Language; quality: number } | null = null;
  for (const { range, quality } of wishes) {
    const language = range === "*" ? usualLanguage : asLanguage(range.split("-")[0]);
    if (!language || quality === 0 || refused.has(language)) continue;
    if (!best || quality > best.quality) best = { language, quality };
  }
  return best?.language ?? usualLanguage;
}

function readWish(text: string): { range: string; quality: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const written = parameters.find((one) => one.startsWith("q="))?.slice(2);
  if (written === undefined) return { range, quality: 1 };
  return { range, quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written) ? Number(written) : 0 };
}

/** Staff pages are English, whatever the browser asks for. */
export const isStaffPath = (path: string): boolean => path === "/staff" || path.startsWith("/staff/");

/**
 * Carries a choice on to another of our pages, as no cookie remembers it. Other sites, staff pages and places on the same
 * page are left as they are.
 */
export function withLanguage(path: string, chosen: Language | null): string {
  if (!chosen || !path.startsWith("/") || path.startsWith("//") || isStaffPath(path.split(/[?#]/)[0]!)) return path;
  return inLanguage(path, chosen);
}

/** The same page in a language of choice. */
export function inLanguage(path: string, language: Language): string {
  const [address = "", fragment] = path.split("#");
  const [page = "", query = ""] = address.split("?");
  const rest = query.split("&").filter((one) => one !== "" && one.split("=")[0] !== parameter);
  return `${page}?${[...rest, `${parameter}=${language}`].join("&")}${fragment === undefined ? "" : `#${fragment}`}`;
}

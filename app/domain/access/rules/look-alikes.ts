const scripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Han", "Hiragana", "Katakana", "Hangul"];
const scriptPatterns = scripts.map((name) => new RegExp(`\\p{Script=${name}}`, "u"));

/** Japanese is written in three scripts at once. */
const together = new Set(["Han", "Hiragana", "Katakana"]);

/**
 * Why a domain may not be what it looks like, as a sentence; null when nothing speaks against it. `ascii` and `unicode`
 * are the two spellings of one domain, `known` the domains that staff confirmed for accounts.
 */
export function whyItMayDeceive(domain: { ascii: string; unicode: string }, known: readonly string[]): string | null {
  if (known.includes(domain.ascii)) return null;
  const mixed = domain.unicode.split(".").find(mixesScripts);
  if (mixed) return `“${mixed}” in ${domain.unicode} mixes letters of several scripts`;
  if (domain.ascii !== domain.unicode || domain.ascii.split(".").some((label) => label.startsWith("xn--"))) {
    return `${domain.unicode} (${domain.ascii}) is an internationalised domain, which can look like another`;
  }
  const like = known.find((one) => looksLike(domain.ascii, one));
  return like ? `${domain.ascii} looks like ${like}, which is another account’s domain` : null;
}

function mixesScripts(label: string): boolean {
  const used = scripts.filter((_, at) => scriptPatterns[at]!.test(label));
  return used.length > 1 && !used.every((name) => together.has(name));
}

/** One letter apart, the same in a hasty eye, or the same name with another ending. */
function looksLike(one: string, other: string): boolean {
  const [name, otherName] = [one.split(".")[0]!, other.split(".")[0]!];
  return oneEditApart(one, other) || skeleton(one) === skeleton(other) || (name === otherName && name.length >= 4);
}

const skeleton = (domain: string) =>
  domain
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll(/[1il|]/g, "l")
    .replaceAll("0", "o")
    .replaceAll("-", "");

/** One letter more, less or other, or two neighbours swapped (Damerau 1964). */
export function oneEditApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.length > otherRest.length) return rest.slice(1) === otherRest;
  if (rest.length < otherRest.length) return rest === otherRest.slice(1);
  const swapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return rest.slice(1) === otherRest.slice(1) || (rest.length > 1 && swapped);
}

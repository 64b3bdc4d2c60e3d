/** The short form of an answer. */
export type ShortKind = "yes" | "no" | "partial" | "planned" | "not-applicable";

/** What forms call them; compared without case, punctuation and a leading number. The table is the whole knowledge. */
const synonyms: Record<ShortKind, readonly string[]> = {
  yes: [
    ...["yes", "y", "true", "compliant", "fully compliant", "complies", "we comply", "in compliance", "conforms"],
    ...["conformant", "implemented", "fully implemented", "completely implemented", "in place", "fully in place"],
    ...["valid", "met", "fully met", "meets", "satisfied", "fulfilled", "pass", "passed", "agree", "agreed", "accept"],
    ...["supported", "fully supported", "complete", "completed", "done", "effective", "ok", "affirmative"],
    ...["ja", "oui", "si", "sí", "sì", "sim", "erfüllt", "umgesetzt", "vollständig umgesetzt", "conforme", "cumple"],
    ...["voldoet"],
  ],
  no: [
    ...["no", "n", "false", "non compliant", "noncompliant", "not compliant", "does not comply", "nonconformant"],
    ...["not implemented", "not in place", "non valid", "invalid", "not valid", "not met", "unmet", "not satisfied"],
    ...["fail", "failed", "disagree", "not supported", "unsupported", "not fulfilled", "not done"],
    ...["not effective", "negative", "non conformant", "not conformant"],
    ...["nein", "nee", "non", "não", "nicht erfüllt", "nicht umgesetzt", "non conforme", "no cumple", "voldoet niet"],
  ],
  partial: [
    ...["partial", "partially", "partly", "in part", "partially compliant", "partial compliance", "partly compliant"],
    ...["partially implemented", "partly implemented", "partially in place", "partially met", "partly met"],
    ...["partially supported", "yes partial", "partial yes", "partially valid", "some", "somewhat"],
    ...["teilweise", "teilweise erfüllt", "teilweise umgesetzt", "partiellement", "parcialmente", "gedeeltelijk"],
    ...["parzialmente", "cumple parcialmente"],
  ],
  planned: [
    ...["planned", "in progress", "in development", "on roadmap", "roadmap", "on the roadmap", "future", "scheduled"],
    ...["not yet", "not yet implemented", "planned implementation", "no but planned", "no planned", "under way"],
    ...["geplant", "in arbeit", "in umsetzung", "prévu", "en cours", "planificado", "en curso", "gepland"],
  ],
  "not-applicable": [
    ...["not applicable", "na", "n a", "n/a", "does not apply", "doesn t apply", "not relevant", "out of scope"],
    ...["not in scope", "no applicable", "inapplicable", "non applicable"],
    ...["nicht anwendbar", "nicht zutreffend", "entfällt", "k a", "sans objet", "no aplica", "n v t"],
    ...["niet van toepassing", "non applicabile", "não aplicável", "não se aplica"],
  ],
};

const kindOfWord = new Map(
  Object.entries(synonyms).flatMap(([kind, words]) => words.map((word) => [word, kind as ShortKind] as const)),
);

/** In characters; what is longer is no short form. */
const longestValue = 80;

/** The kind of a short form or of an allowed value; null for text that is neither. */
export function shortKindOf(value: string): ShortKind | null {
  if (value.length > longestValue) return null;
  const plain = plainWords(value);
  const known = kindOfWord.get(plain);
  if (known) return known;
  const parts = value.split(/\s+[-–—:]\s+|\s*[:;=(]\s*/).map(plainWords);
  const kinds = new Set(parts.filter((part) => part !== "").map((part) => kindOfWord.get(part) ?? null));
  const [only] = kinds;
  return kinds.size === 1 && parts.length > 1 ? (only ?? null) : null;
}

/** The short form that an answer's text opens with ("Yes, we …"), or null. */
export function shortFormOf(text: string): string | null {
  const opening = /^\s*(yes|no|n\/a|not applicable|partially|partial|planned)(?=\s*(?:[.,;:!–—-]|$))/i.exec(text)?.[1];
  return opening ?? null;
}

export type ChosenValue = { value: string; reason: null } | { value: null; reason: string };

/**
 * The allowed value that says what an answer's short form says: the very same words, else the value that starts with
 * the same grade ("3" for "3 - Defined"), else the one value that the synonyms table has under the same kind. Null,
 * with a sentence, when there is none or more than one.
 */
export function chooseAllowedValue(short: string | null, allowed: readonly string[]): ChosenValue {
  if (short === null || short.trim() === "") {
    return refused(`The answer has no short form to choose from ${listed(allowed)}.`);
  }
  const same = allowed.filter((value) => plainWords(value) === plainWords(short));
  if (same.length === 1) return { value: same[0]!, reason: null };
  const grade = gradeOf(short);
  const graded = grade === null || /\p{L}/u.test(short) ? [] : allowed.filter((value) => gradeOf(value) === grade);
  if (graded.length === 1) return { value: graded[0]!, reason: null };
  const kind = shortKindOf(short);
  const alike = kind === null ? [] : allowed.filter((value) => shortKindOf(value) === kind);
  if (alike.length === 1) return { value: alike[0]!, reason: null };
  if (alike.length > 1) return refused(`More than one allowed value means "${short}": ${listed(alike)}.`);
  return refused(`"${short}" is none of the allowed values ${listed(allowed)}.`);
}

/** The number that a value starts with: "3", "3 - Defined", "Level 3". */
function gradeOf(value: string): string | null {
  return /^\s*(?:level|grade|stufe|niveau|nivel)?\s*(\d{1,2})(?![\d.,]|\s*%)/i.exec(value)?.[1] ?? null;
}

function refused(reason: string): ChosenValue {
  return { value: null, reason };
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 6).map((value) => `"${value}"`);
  return values.length > shown.length
    ? `${shown.join(", ")} and ${values.length - shown.length} more`
    : shown.join(", ");
}

function plainWords(value: string): string {
  return value
    .toLowerCase()
    .replaceAll("n/a", "na")
    .replace(/^\s*[([]?\d{1,2}[)\].:]?\s*[-–—.):]\s*/, "")
    .replaceAll(/[^\p{L}\p{N}/]+/gu, " ")
    .trim();
}

const interrogative =
  /^(?:\[[^\]]*\]\s*|\([^)]*\)\s*|["'•\-–*]\s*)*(?:please\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|may|must|what|which|who|whom|whose|when|where|why|how|if|in case|under what|to what|at what|for|describe|explain|list|provide|specify|state|indicate|identify|outline|detail|give|name|confirm|verify|ensure|attach|include|select|enter|upload|share|summarise|summarize|elaborate|tell|answer|complete|fill|respond|there (?:is|are)|the (?:organi[sz]ation|vendor|supplier|provider|company)|all|any|use this)\b/i;

/** How requests open in German, French, Spanish and Dutch; their questions mostly show by their mark. */
const foreignRequest =
  /^\W*(?:bitte |veuillez |por favor |gelieve )?(?:beschreiben|nennen|erl\u00e4utern|geben|legen|haben|gibt es|werden|verf\u00fcgen|d\u00e9crivez|d\u00e9crire|pr\u00e9cisez|indiquez|expliquez|avez-vous|disposez|existe|describa|indique|explique|proporcione|detalle|dispone|cuenta con|beschrijf|beschrijven|geef|heeft u|beschikt|licht toe)\s/iu;

/** Whether a text reads like something to be answered: a question, a request, or a requirement to confirm. */
export function readsLikeQuestion(text: string): boolean {
  if (/\?\W{0,40}$/.test(text.slice(-60)) || /\?\s/.test(text) || /[\uff1f\u061f]|\u304b\u3002?$/.test(text))
    return true;
  if (!text.includes(" ")) return false;
  const bare = withoutNumber(text.slice(0, 400));
  return interrogative.test(bare) || foreignRequest.test(bare);
}

/** Whether a text lays down what has to be so ("Media shall be encrypted"), which one complies with or not. */
export function readsLikeRequirement(text: string): boolean {
  return (
    text.length >= 20 &&
    /\b(?:shall|must|should|is required to|are required to|muss|m\u00fcssen|doit|doivent|debe|deben|moet|moeten)\b/i.test(
      text,
    )
  );
}

/** Whether a text only makes sense after the question above it: "If yes, name the algorithm". */
export function isFollowUp(text: string): boolean {
  return /^\W*(?:if|when|where) (?:yes|no|not|so|partial(?:ly)?|applicable|you (?:do|have|are)|the answer)\b|^\W*(?:falls|wenn) (?:ja|nein|nicht)\b|^\W*si (?:oui|non|s\u00ed)\b|^\W*(?:zo|indien) (?:ja|nee|niet)\b/i.test(
    text,
  );
}

/** Whether a text asks for an account of something: "Describe …", "Please list …". */
export function isRequest(text: string): boolean {
  return /^\W*(?:please )?(?:describe|explain|list|specify|outline|detail|summari[sz]e|elaborate|identify|name|state)\b/i.test(
    withoutNumber(text.slice(0, 400)),
  );
}

/** Rows that say something about the question beside them: guidance, examples, sums. */
export function isAside(text: string): boolean {
  return /^\W*(?:guidance|notes?|hints?|tips?|examples?|e\.g\.|sources?|references?|instructions?|hinweis|beispiel|exemple|ejemplo)\b\s*[:–—-]/i.test(
    text,
  );
}

/** Rows that close or frame a sheet: copyright, "end of …", page numbers, errors of formulas. */
export function isFurniture(text: string): boolean {
  return (
    /^\s*(?:©|\(c\)\s|copyright\b|confidential\b|all rights reserved|page \d+ of \d+|end of \w+|version\s*[\d.]+\s*$|document owner\b)/i.test(
      text,
    ) ||
    /©|all rights reserved/i.test(text.slice(0, 160)) ||
    /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/.test(text)
  );
}

const aboutForm =
  /\b(?:questions? (?:below|above|that follow|in this)|(?:complete|fill (?:in|out)|answer) (?:all|each|every|the|this) |this (?:section|tab|sheet|worksheet|spreadsheet|questionnaire|form(?! of))\b|column [A-Z]\b|drop-?down)/i;

const part = "(?:columns?|cells?|rows?|(?:work)?sheets?|tabs|workbook|headings|other values|boxes|fields|questions?)";
const file = "(?:file|form|questionnaire|spreadsheet|workbook|answers|responses)";

/** How to go about the form, in sentences that a question never is: courtesies, what to type where, whom to send it to. */
const guidance = new RegExp(
  [
    "^(?:thank(?:s| you)|welcome|dear)\\b",
    `^(?:do not|don.t|never) (?:add|change|delete|edit|insert|leave|merge|modify|move|remove|rename|type|use)\\b.*\\b${part}\\b`,
    `^(?:choose|select|pick|use|enter|type|mark|tick|leave|fill|complete|answer) (?!of\\b).*\\b(?:${part}|yes\\W{1,3}(?:or )?no)\\b`,
    `^(?:send|return|submit|save|e-?mail|upload) (?:it|(?:the|this|your)(?: completed| finished| filled-?in)? ${file})\\b`,
    "\\b(?:if|where|when) (?:a|any|the|some) questions? (?:does|do|is|are|cannot)\\b",
    "\\bquestions (?:that|which) .*\\b(?:need|needs|must|should|require)\\b",
    "\\b(?:questions|fields|cells|columns) (?:marked|are (?:required|mandatory|optional))\\b",
  ].join("|"),
  "i",
);

/** Whether a text speaks of the form itself ("Please answer all questions below") and asks nothing of the vendor. */
export function isAboutForm(text: string): boolean {
  return aboutForm.test(text) || (!text.includes("?") && guidance.test(withoutLead(text.slice(0, 400))));
}

const identifier =
  /^\(?(?=[^\s]*\s?[^\s]*$)(?=.*\d)[A-Za-z&]{0,12}[ .\-_:/]{0,2}\d{1,5}(?:[ .\-_()/]{0,2}[A-Za-z\d]{1,5}){0,6}[).:]?$/;

/** Whether a text looks like a question's number: "1", "1.2.3", "A&A-01.1", "Q12", "AIS- 02.2", "3.1(a)". */
export function isIdentifier(text: string): boolean {
  return text.length <= 24 && (identifier.test(text) || /^[A-Z]{1,3}[.)]?$/.test(text));
}

/** The pattern of an identifier, so that like can be told from unlike: "AIS-01.1" → "A-9.9". */
export function identifierShape(text: string): string {
  return text
    .replaceAll(/\s+/g, "")
    .replaceAll(/[A-Za-z&]+/g, "A")
    .replaceAll(/\d+/g, "9");
}

export type QuestionPart = { id: string | null; text: string };

const numbered =
  /^\s*((?:[A-Z]{1,6}\.)?[A-Z]{1,6}[-. ]?\d{1,3}[a-z]?(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}[a-z])(?:\s*[-–—:.)]+\s*|(?<=\d\.\d{1,3}[a-z]?)\s+)(?=\S)/;

/** "1. …", "(a) …": too little to be a number anywhere, but enough where every line has one. */
const lettered = /^\s*\(?(\d{1,2}|[a-z])[.)]\s*(?=\S)/;

/**
 * The questions of a cell that asks several, each on a line that starts with its number ("CO-02a - Do you …") or, with
 * `unnumbered`, with nothing. A cell that asks one gives one part, with its number when it has one.
 */
export function questionParts(text: string, { unnumbered = false } = {}): QuestionPart[] {
  const parts = partsBy(numbered, text);
  if (areQuestions(parts)) return parts;
  const items = partsBy(lettered, text);
  if (areQuestions(items)) return items;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (unnumbered && lines.length > 1 && lines.every(standsAlone)) {
    return lines.map((line) => ({ id: null, text: line.replace(/^[\s\u2022\u25aa*–-]+/, "").trim() }));
  }
  const [only] = parts;
  return parts.length === 1 && only?.id ? [only] : [oneQuestion(text.trim())];
}

/** A plain "1." or "1)" in front is a number where a question follows. */
function oneQuestion(text: string): QuestionPart {
  const [lead, id] = /^\(?(\d{1,3})[.)]\s+(?=\p{L})/u.exec(text) ?? [];
  const rest = text.slice(lead?.length);
  return lead && id && readsLikeQuestion(rest) ? { id, text: rest } : { id: null, text };
}

function partsBy(lead: RegExp, text: string): QuestionPart[] {
  const parts: QuestionPart[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [start, id] = lead.exec(line) ?? [];
    const last = parts.at(-1);
    if (start !== undefined && id !== undefined) parts.push({ id, text: line.slice(start.length).trim() });
    else if (last && line.trim() !== "") last.text = `${last.text}\n${line.trim()}`.trim();
    else if (line.trim() !== "") parts.push({ id: null, text: line.trim() });
  }
  return parts;
}

function areQuestions(parts: readonly QuestionPart[]): boolean {
  return parts.length > 1 && parts.every(({ id, text }) => id !== null && readsLikeQuestion(text));
}

/** A line that is a question without the lines around it. */
function standsAlone(line: string): boolean {
  return (
    /\?\s*$/.test(line) && line.trim().split(/\s+/).length >= 4 && /^[\W_]*\p{Lu}/u.test(line) && !isFollowUp(line)
  );
}

function withoutLead(text: string): string {
  return withoutNumber(text).replace(/^[\s•▪*–-]*(?:step \d+[.:)]? *)?(?:please )?/i, "");
}

function withoutNumber(text: string): string {
  const lead = numbered.exec(text)?.[0] ?? /^\s*\(?\d{1,3}[.)]\s*/.exec(text)?.[0] ?? "";
  return text.slice(lead.length).trim();
}

/** Whether a text can be answered with a yes or a no: it is no request for an account, and more than a label. */
export function isClosedQuestion(text: string): boolean {
  const open =
    /^\W*(?:please\s+)?(?:describe|explain|list|provide|specify|state|outline|detail|give|name|what|which|who|whom|whose|when|where|why|how|summari[sz]e|elaborate|use this)\b/i;
  return !open.test(withoutNumber(text)) && (readsLikeQuestion(text) || text.split(/\s+/).length > 5);
}

/** Whether a cell that takes an answer still waits for it: empty boxes, rules to write on, "Select one". */
export function isPlaceholder(text: string): boolean {
  return (
    /^[\s\u2610\u25a1\u25a2\u25fb_.\u2026[\]()-]*$/.test(text) ||
    /^[^\p{L}]*(?:please )?(?:select|choose|pick)(?: (?:an?|one|your|from) ?\w*){0,3}[^\p{L}]*$/iu.test(text)
  );
}

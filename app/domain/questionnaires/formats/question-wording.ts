const interrogative =
  /^(?:\[[^\]]*\]\s*|\([^)]*\)\s*|["'•\-–*]\s*)*(?:please\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|may|must|what|which|who|whom|whose|when|where|why|how|if|in case|under what|to what|at what|for|describe|explain|list|provide|specify|state|indicate|identify|outline|detail|give|name|confirm|verify|ensure|attach|include|select|enter|upload|share|summarise|summarize|elaborate|tell|answer|complete|fill|respond|there (?:is|are)|the (?:organi[sz]ation|vendor|supplier|provider|company)|all|any|use this)\b/i;

/** Whether a text reads like something to be answered: a question, a request, or a requirement to confirm. */
export function readsLikeQuestion(text: string): boolean {
  if (/\?\W{0,40}$/.test(text.slice(-60)) || /\?\s/.test(text)) return true;
  return text.includes(" ") && interrogative.test(withoutNumber(text.slice(0, 400)));
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

/**
 * The questions of a cell that asks several, each on a line that starts with its number ("CO-02a - Do you …"). A cell
 * that asks one gives one part, with its number when it has one.
 */
export function questionParts(text: string): QuestionPart[] {
  const parts: QuestionPart[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [lead, id] = numbered.exec(line) ?? [];
    const last = parts.at(-1);
    if (lead !== undefined && id !== undefined) parts.push({ id, text: line.slice(lead.length).trim() });
    else if (last && line.trim() !== "") last.text = `${last.text}\n${line.trim()}`.trim();
    else if (line.trim() !== "") parts.push({ id: null, text: line.trim() });
  }
  const several = parts.length > 1 && parts.every((part) => part.id !== null && readsLikeQuestion(part.text));
  if (several) return parts;
  const [only] = parts;
  return parts.length === 1 && only?.id ? [only] : [{ id: null, text: text.trim() }];
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

import { impliedOptions } from "#app/domain/questionnaires/formats/cell-choices.ts";
import { isAboutForm, isPlaceholder, readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

/** Whether a text only marks where an answer goes: "Click or tap here to enter text.", "<your response>", "Yes / No". */
export function isToFill(text: string): boolean {
  const plain = text.trim();
  if (isPlaceholder(plain) || hintedOptions(plain) !== null) return true;
  if (plain.length > 80) return false;
  return (
    /^\W*(?:please )?(?:click|tap|enter|type|insert|write|provide|add)\b[^.?!]*\b(?:here|text|answer|response|reply|comments?|date)\b[^.?!]*\W*$/i.test(
      plain,
    ) ||
    /^[<[({][^<>[\](){}]*\b(?:answer|respon|reply|enter|insert|here|text|comment|complete|tb[cd])[^<>[\](){}]*[>\])}]$/i.test(
      plain,
    )
  );
}

/** The values that a text is a list of and nothing else: "Yes / No / N/A". */
export function hintedOptions(text: string): string[] | null {
  const list = text.trim().replaceAll(/^[([]\s*|\s*[)\]]$/g, "");
  return /[()?]/.test(list) ? null : impliedOptions(list);
}

const answerLabel =
  /^\s*(?:(?:the |your |our |vendor |supplier |provider |company |contractor |respondent |bidder |applicant )*(?:answers?|ans|responses?|reply|explanation|comments?|notes?|details)|a|r|if (?:yes|no|so|not|any|applicable|other)\b[^:?.]{0,60})(?:['\u2019]s)?(?: (?:here|below))?(?: ?\([^()]{0,60}\))?\s*(?::|\uff1a)\s*/i;

/** How many characters of a text are a label such as "Answer:"; 0 when it has none. */
export function answerLabelLength(text: string): number {
  return answerLabel.exec(text)?.[0].length ?? 0;
}

/** Whether a label asks for what goes beside the answer. */
export function isCommentLabel(text: string): boolean {
  return answerLabelLength(text) > 0 && /^\W*(?:if\b|(?:\w+ )?(?:explanation|comments?|notes?|details)\b)/i.test(text);
}

/** Whether more than one of a group of boxes may be checked. */
export function asksForAll(text: string): boolean {
  return /\b(?:check|select|tick|mark|choose|indicate)\b[^.?!:]{0,40}\b(?:all|any|each|every|as many)\b|\b(?:all|any|those) (?:that|which) appl/i.test(
    text,
  );
}

/** A text without the boxes in it and what was cut loose around them, on as few lines. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\u2610\u2612]/g, " ")
    .replaceAll(/[_\u2026]{3,}|\.{5,}/g, " ")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** Whether a text asks something of the vendor. */
export const isAsking = (text: string) => readsLikeQuestion(text) && !isAboutForm(text);

const numberInFront =
  /^\s*((?:Q(?:uestion)?[ .#]{0,2})?\d{1,3}(?:\.\d{1,3}){0,5}(?:\.?[a-z])?|[A-Z&]{1,6}[-. ]?\d{1,3}(?:[.-]\d{1,3}){0,4}(?: ?\(\w{1,3}\)){0,3}|\(?[A-Za-z](?=[.)]\s))(?:\s*[.):\u2013\u2014-]+\s+|\s*[.):\u2013\u2014]+|\s+)(?=\S)/;

/** A text and the number that it begins with, if it begins with one. */
export function numberAndText(given: string): { id: string | null; text: string } {
  const text = given.replace(/^\s*Q(?:uestion)?\s*:\s*/i, "");
  const match = numberInFront.exec(text);
  if (!match || !isNumber(match[1]!, match[0])) return { id: null, text: text.trim() };
  return { id: match[1]!, text: text.slice(match[0].length).trim() };
}

/** "24 hours" begins with a number, but with none of its own. */
function isNumber(number: string, lead: string): boolean {
  if (/[.):\u2013\u2014-]\s*$/.test(lead)) return true;
  return (
    /^[A-Z&]{1,6}[-.]\d{1,2}(?!\d)|^(?!TLS|SSL|HTTP)[A-Z]{0,3}\d{1,3}\.\d/.test(number) || /^Q\D{0,9}\d/.test(number)
  );
}

/** What explains a requirement and is none: "Guidance:", "Additional Requirements and Guidance:", "Note:". */
export function isRemark(text: string): boolean {
  return /^[^.;:]{0,80}\b(?:guidance|notes?|requirements?|discussion|references?|examples?)\b[^.;:]{0,40}:/i.test(text);
}

/** Whether a text opens as answers do. */
export function readsLikeAnswer(text: string): boolean {
  return /^\W*(?:yes|no|n\/?a|not applicable|partially|we|our|us|i)\b/i.test(text) && !/\?\s*$/.test(text);
}

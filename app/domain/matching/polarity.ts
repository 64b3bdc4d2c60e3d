import { wordsOf } from "#app/domain/matching/words.ts";

const negators = new Set(
  (
    "not no never none nothing nobody neither nor without except cannot cant dont doesnt didnt isnt arent wasnt wont " +
    "wouldnt shouldnt hasnt havent prohibit prohibits prohibited prohibiting prevent prevents prevented forbid forbids " +
    "forbidden refuse refuses refused avoid avoids avoided refrain refrains exclude excludes excluded disallow disallows " +
    "disallowed block blocks blocked blocking deny denies denied ban bans banned free unable lack lacks disabled " +
    "reject rejects rejected"
  ).split(" "),
);

/** Words that turn a question round when one wording has the left and the other the right. */
const opposites: [string[], string[]][] = [
  [
    ["shared", "share", "common", "combined", "mixed"],
    ["separate", "separated", "segregated", "isolated", "dedicated"],
  ],
  [
    ["retain", "retained", "keep", "kept", "stored"],
    ["discarded", "deleted", "destroyed", "erased", "purged"],
  ],
  [
    ["automatic", "automatically", "automated"],
    ["manual", "manually", "human"],
  ],
  [
    ["optional", "voluntary", "choose"],
    ["mandatory", "forced", "obliged", "compulsory"],
  ],
  [
    ["plaintext", "cleartext"],
    ["hashed", "encrypted"],
  ],
  [
    ["remain", "remains", "stay", "stays"],
    ["leave", "leaves", "moved", "transferred"],
  ],
  [
    ["open", "unrestricted"],
    ["restricted", "limited"],
  ],
];

/** Turns of phrase whose negator denies nothing. */
const harmless =
  /\b(?:if not|whether or not|not limited to|not only|(?:no|not) (?:less|more|greater|later|fewer|longer) than|(?:that|which|who|so \w+|so \w+ \w+) (?:do|does|did|is|are|was|were|will|can|has|have) not|free of charge|denial of service|intrusion prevention|loss prevention|block storage|to (?:prevent|avoid|block|exclude)|designed to prevent|in order not)\b/gi;
/** A condition that comes before the question: "For customers not using SSO, ...". */
const openingCondition = /^\s*(?:for|if|when|where|in case|in the event|unless|assuming)\b[^,?]{3,120},\s*/i;

const openQuestion =
  /^\s*(?:(?:please|and|if so|if not),?\s+)*(?:how|what|which|who|when|where|why|describe|explain|list|provide|state|outline|web link)\b/i;

/** The question without the condition that it opens with. */
export function mainClause(text: string): string {
  return text.replace(openingCondition, "");
}

/**
 * Whether a yes to the one is a no to the other: one of them is put in the negative, or says the opposite. A question
 * that yes and no do not answer ("How ...") has no opposite.
 */
export function isOpposite(question: string, wording: string): boolean {
  if (openQuestion.test(mainClause(question))) return false;
  const asked = polarityWords(question);
  const known = polarityWords(wording);
  const turns = opposites.filter(([left, right]) => {
    const oneWay = hasAny(asked, left) && hasAny(known, right) && !hasAny(asked, right) && !hasAny(known, left);
    const otherWay = hasAny(asked, right) && hasAny(known, left) && !hasAny(asked, left) && !hasAny(known, right);
    return oneWay || otherWay;
  });
  return (negations(asked) + negations(known) + turns.length) % 2 === 1;
}

function polarityWords(text: string): string[] {
  return wordsOf(
    mainClause(withoutParentheses(text))
      .replaceAll(/n[’']t\b/gi, " not")
      .replaceAll(/\b(plain|clear) text\b/gi, "$1text")
      .replaceAll(harmless, " "),
  );
}

export function withoutParentheses(text: string): string {
  return text.replaceAll(/\([^()]{0,400}\)/g, " ");
}

function negations(words: string[]): number {
  return words.filter((word) => negators.has(word)).length;
}

function hasAny(words: string[], wanted: string[]): boolean {
  return wanted.some((word) => words.includes(word));
}

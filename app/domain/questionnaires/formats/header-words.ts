import { foreignHeading } from "#app/domain/questionnaires/formats/foreign-headings.ts";
import type { Heading, HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";
import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";

/** In characters. */
export const longestHeading = 100;

type Rule = readonly [HeaderKind, 1 | 2 | 3, RegExp];

/** The first rule that fits decides, so the exceptions stand before the rules that they are exceptions to. */
const rules: readonly Rule[] = [
  [
    "id",
    3,
    /^(#|nr|n ?[o°º]|num|numbers?|id|ids|q|q ?#|index|code|new id|s ?no|sl ?no|sr ?no|serial( no| number)?|pos|item( no| #| number)?|row)$/,
  ],
  [
    "id",
    3,
    /^(q|ques|question|query|inquiry|control|req|requirement)s? ?(id|ids|no|nr|num|number|ref|reference|#|code|identifier)$/,
  ],
  ["id", 2, /^([a-z]+ ){1,3}(id|ids|no|nr|number|ref|#|code|identifier)$|^(ref|reference)( (id|no|number|#))?$/],
  ["guidance", 3, /^(mandatory|required|optional|applicability|applicable( to)?)$/],
  ["id", 1, /^(clause|paragraph|para|article|§)s?$/],
  ["reviewer", 3, /^(the )?(customer|client|purchaser|acquirer)( only| section)?$/],
  [
    "reviewer",
    3,
    /\b(analysts?|reviewers?|assessors?|auditors?|evaluators?|evaluation|internal use|office use|use only|buyers?|institutions?)\b/,
  ],
  [
    "reviewer",
    3,
    /\b(scor(e|es|ed|ing)|weight(s|ing)?|points|rating|severity|override|importance|priority|criticality|risk level|verdict)\b/,
  ],
  ["reviewer", 3, /\b(compliant|expected|preferred|desired|ideal|correct) (answer|response)s?\b|\bnon negotiable\b/],
  ["reviewer", 2, /\breview(ed)?\b.*\b(comments?|notes?|status|remarks?)\b|\b(comments?|notes?) by\b/],
  ["reviewer", 2, /\b(customer|client)( s)? (use|comments?|notes?|review|response|feedback|follow ?up)\b/],
  [
    "guidance",
    3,
    /\b(guidance|hints?|instructions?|examples?|samples?|tips?|help( text)?|follow ?up|tooltip|what to)\b/,
  ],
  [
    "guidance",
    3,
    /\breason for\b|\b(answer|response|question) (options?|types?|format|choices)\b|\b(possible|suggested|allowed|auto) (answer|response)s?\b/,
  ],
  [
    "history",
    3,
    /^(version|revision|rev|date|author|changed by|approved by)$|\b(of|the) changes?\b|\bchange (description|log)\b|\bchanges made\b/,
  ],
  [
    "comment",
    3,
    /^(vendor |supplier |provider |your |additional )*(comments?|notes?|remarks?|explanations?|details?|clarifications?)$/,
  ],
  [
    "comment",
    2,
    /\b(comments?|notes?|remarks?|explanations?|explain|justifications?|narrative|elaborat\w+|clarif\w+|responsibilit(y|ies))\b/,
  ],
  [
    "comment",
    2,
    /\b(additional|further|supplement\w+|supporting) (info|information|details?|context|text|data)\b|\bdetails?$/,
  ],
  [
    "comment",
    2,
    /\b(implementation|response|answer) (descriptions?|details?)\b|\bdescriptions? of (the |your )?(implementation|response|solution|measures?)\b|\bdescribe\b|\bhow (is|are|do|does|was)\b|\bhow .*\b(is|are) (met|implemented|addressed|achieved|fulfilled)\b/,
  ],
  [
    "section",
    2,
    /^(question |control |security |sub ?)*(section|categor(y|ies)|domain|area|family|group|theme|subject|chapter|function|module|topic|heading)s?( (name|title|heading))?$/,
  ],
  ["section", 1, /\b(domain|section|category|area|topic|family|chapter)( (name|title))?$/],
  [
    "answer",
    3,
    /^(the |your |vendor |supplier |provider |company |contractor |respondent |bidder )*(answers?|responses?|reply|replies|answered)$/,
  ],
  ["answer", 2, /\b(answers?|responses?|reply|replies)\b|\b(yes|y) ?(\/|or) ?(no|n)\b/],
  ["question", 3, /\bquestions?\b/],
  [
    "answer",
    2,
    /^(vendor |supplier |provider )*(compliant|compliance|compliance status|implemented|implementation status|in place|conformance|met|fulfilled)$/,
  ],
  ["comment", 1, /\b(evidence|attachments?|artifacts?|proof|supporting documents?|rationale)\b/],
  ["question", 2, /\b(inquir(y|ies)|enquir(y|ies)|quer(y|ies)|verification requirements?)\b/],
  ["question", 2, /^(security |control |verification |the )*(requirements?|statements?|criteri(a|on))$/],
  [
    "question",
    1,
    /\b(requirements?|criteri(a|on)|statements?|controls?|specifications?|objectives?|practices?|safeguards?)\b|^(description|topic|item|ask|task|measure)s?$/,
  ],
  ["answer", 1, /\b(status|state|selection|input|value|compliance|maturity)\b/],
];

/**
 * What a heading means, or null when it says nothing that we know. Of a long text that opens with a few words of its
 * own ("Response (choose from the list …") these count; any other long text is no heading.
 */
export function headingOf(text: string): Heading | null {
  const said = text.length > longestHeading ? openingOf(text) : text;
  if (said === null) return null;
  const plain = said
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#/°]+/gu, " ")
    .trim();
  if (plain === "" || plain.split(" ").length > 12) return null;
  if (/^no\.$/i.test(said.trim())) return { kind: "id", strength: 3 };
  if (shortKindOf(said) !== null) return { kind: "mark", strength: 3 };
  const rule = rules.find(([, , words]) => words.test(plain));
  return rule ? { kind: rule[0], strength: rule[1] } : foreignHeading(plain);
}

const mostOpeningWords = 4;

function openingOf(text: string): string | null {
  const opening = text.split(/[\n(:;]|[.?]\s|\s[–—-]\s/, 1)[0]!.trim();
  return opening.length < text.length && opening.split(/\s+/).length <= mostOpeningWords ? opening : null;
}

const vowel = "[aeiouy]";
const shortSyllableEnd = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const hasVowel = new RegExp(vowel);

const wholeWords = new Map([
  ["skis", "ski"],
  ["skies", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["news", "news"],
  ["access", "access"],
  ["process", "process"],
]);

const step2Endings: [string, string][] = [
  ["ization", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["entli", "ent"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ousli", "ous"],
  ["iviti", "ive"],
  ["fulli", "ful"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["izer", "ize"],
  ["ator", "ate"],
  ["alli", "al"],
  ["bli", "ble"],
];

const step3Endings: [string, string][] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["ative", ""],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

const step4Endings = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/;

/**
 * The stem of a lower-case English word: "encrypted", "encryption" and "encrypts" give "encrypt".
 * After Porter's English stemmer (snowballstem.org/algorithms/english), without its rarer exceptions.
 */
export function stem(word: string): string {
  const exception = wholeWords.get(word);
  if (exception) return exception;
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;

  let w = word.replace(/^y|(?<=[aeiouy])y/g, "Y");
  const r1 = regionAfter(w, 0);
  const r2 = regionAfter(w, r1);

  w = withoutPlural(w);
  w = withoutPastOrGerund(w, r1);
  w = w.replace(/(?<=.[^aeiouy])[yY]$/, "i");
  w = replaceEnding(w, step2Endings, r1);
  w = replaceEnding(w, step3Endings, r1);
  const suffix = step4Endings.exec(w);
  if (suffix && suffix.index >= r2) w = w.slice(0, suffix.index);
  return withoutFinalEOrL(w, { r1, r2 }).toLowerCase();
}

/** Where the region after the first consonant that follows a vowel starts, looking from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (hasVowel.test(word[i - 1]!) && !hasVowel.test(word[i]!)) return i + 1;
  }
  return word.length;
}

function withoutPlural(w: string): string {
  if (w.endsWith("sses")) return w.slice(0, -2);
  if (/ie[sd]$/.test(w)) return w.length > 4 ? w.slice(0, -2) : w.slice(0, -1);
  if (/[us]s$/.test(w)) return w;
  if (w.endsWith("s") && hasVowel.test(w.slice(0, -2))) return w.slice(0, -1);
  return w;
}

function withoutPastOrGerund(w: string, r1: number): string {
  const agreed = /eed(?:ly)?$/.exec(w);
  if (agreed) return agreed.index >= r1 ? w.slice(0, agreed.index) + "ee" : w;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(w);
  if (!ending || !hasVowel.test(w.slice(0, ending.index))) return w;
  const rest = w.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(rest)) return rest + "e";
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return shortSyllableEnd.test(rest) && r1 >= rest.length ? rest + "e" : rest;
}

function replaceEnding(w: string, endings: [string, string][], region: number): string {
  for (const [ending, replacement] of endings) {
    if (!w.endsWith(ending)) continue;
    const at = w.length - ending.length;
    return at >= region ? w.slice(0, at) + replacement : w;
  }
  return w;
}

function withoutFinalEOrL(w: string, { r1, r2 }: { r1: number; r2: number }): string {
  const at = w.length - 1;
  if (w.endsWith("e") && (at >= r2 || (at >= r1 && !shortSyllableEnd.test(w.slice(0, -1))))) return w.slice(0, -1);
  return w.endsWith("ll") && at >= r2 ? w.slice(0, -1) : w;
}

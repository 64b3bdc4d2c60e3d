import makeBidi from "bidi-js";

/** The fonts that a text is drawn with, each named by the script that it is for. */
export type ScriptFont = "latin" | "hebrew" | "arabic" | "chinese" | "japanese" | "korean";

/** Characters drawn with one font, in the order in which they are read; runs stand in the order in which they are seen. */
export type TextRun = { font: ScriptFont; text: string };

export type HasGlyph = (font: ScriptFont, codePoint: number) => boolean;

const bidi = makeBidi();

/** Scripts that these fonts print as they are read, Arabic and Hebrew from right to left. */
const printableScripts =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;

const takesTheFontBefore = /[\s\p{P}\p{M}\p{N}]/u;

/** The text in runs, or null when a character of it has no glyph: then no part of it is drawn. */
export function runsOf(text: string, hasGlyph: HasGlyph): TextRun[] | null {
  if (!printableScripts.test(text)) return null;
  const fonts = fontsFor(text);
  const levels = bidi.getEmbeddingLevels(text, "ltr").levels;
  const runs: LevelRun[] = [];
  let at = 0;
  for (const character of text) {
    const [codePoint, level, last] = [character.codePointAt(0)!, levels[at]!, runs.at(-1)];
    const stays = last?.level === level && takesTheFontBefore.test(character) && hasGlyph(last.font, codePoint);
    const font: ScriptFont | undefined = stays ? last.font : fonts.find((one) => hasGlyph(one, codePoint));
    if (!font) return null;
    if (last && last.font === font && last.level === level) last.text += character;
    else runs.push({ font, text: character, level });
    at += character.length;
  }
  return inOrderOfSight(runs).map(({ font, text: part }) => ({ font, text: part }));
}

type LevelRun = TextRun & { level: number };

/** Kana say that Han characters are Japanese, Hangul that they are Korean. */
function fontsFor(text: string): ScriptFont[] {
  const first: ScriptFont = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? "japanese"
    : /\p{Script=Hangul}/u.test(text)
      ? "korean"
      : "chinese";
  const eastAsian: ScriptFont[] = ["chinese", "japanese", "korean"];
  return ["latin", "hebrew", "arabic", first, ...eastAsian.filter((font) => font !== first)];
}

/** Rule L2 of the Unicode bidirectional algorithm, run by run: from the deepest level up, what is nested is turned round. */
function inOrderOfSight(runs: LevelRun[]): LevelRun[] {
  const seen = [...runs];
  for (let level = Math.max(0, ...seen.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < seen.length; from++) {
      let to = from;
      while (to < seen.length && seen[to]!.level >= level) to++;
      if (to - from > 1) seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = to;
    }
  }
  return seen;
}

import { byteTag, codeWord, type MarkingKey } from "./code-words.server.ts";
import { dotCells, dotSettings } from "./dots.server.ts";

const num = (value: number): string => String(Math.round(value * 10_000) / 10_000);

type Size = { width: number; height: number };

/**
 * The operators of the drawings that mark a page of this size: its dots, spread over several, and the hidden text. Each
 * says all of its own state, because it stands in the midst of a page that may have set any.
 */
export function markOperators(key: MarkingKey, copyId: string, size: Size): string[] {
  return [...dotDrawings(codeWord(key, "dots", copyId), size), hiddenText(byteTag(key, copyId))];
}

function dotDrawings(word: Int8Array, size: Size): string[] {
  const drawings: string[][] = Array.from({ length: dotSettings.drawings }, () => []);
  dotCells(size).forEach(({ chip, low, high }, at) => {
    const { x, y } = word[chip]! > 0 ? high : low;
    drawings[(at * 7_919) % drawings.length]!.push(`${num(x)} ${num(y)} m ${num(x)} ${num(y)} l`);
  });
  const pen = `/Faint gs 0 G 1 J [] 0 d ${num(2 * dotSettings.radius)} w`;
  return drawings.map((dots) => [pen, ...dots, "S"].join("\n"));
}

const hiddenText = (tag: string) => `BT 3 Tr 0 Tc 0 Tw 100 Tz 0 Ts /Hidden 1 Tf 1 0 0 1 20 20 Tm (${tag}) Tj ET`;

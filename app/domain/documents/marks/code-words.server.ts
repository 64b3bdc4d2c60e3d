import { createHash, createHmac } from "node:crypto";

/** Without its secret nobody can tell a marked copy from an unmarked one, or mark one in another's name. */
export type MarkingKey = { id: string; secret: Uint8Array };

/** A mark that can be seen in a page's picture. */
export type Carrier = "lines" | "dots";

/** Length of the code word of each carrier. */
export const chipCounts: Record<Carrier, number> = { lines: 2_048, dots: 1_024 };

/** Secret bits that belong to these words and no others. */
const secretBytes = ({ secret }: MarkingKey, words: (string | number)[], length: number): Buffer =>
  createHash("shake256", { outputLength: length }).update(secret).update(JSON.stringify(words)).digest();

/** A copy's code word: 1 or -1 for each chip, as good as thrown dice for whoever lacks the key. */
export function codeWord(key: MarkingKey, carrier: Carrier, copyId: string): Int8Array {
  const bits = secretBytes(key, [carrier, copyId], chipCounts[carrier] / 8);
  return Int8Array.from({ length: chipCounts[carrier] }, (_, at) => ((bits[at >> 3]! >> (at & 7)) & 1 ? 1 : -1));
}

/** Which two chips each line of a page carries: the same for every copy. */
export function chipsOfLines(key: MarkingKey, page: number, count: number): { along: number; across: number }[] {
  const bits = secretBytes(key, ["lines", page], Math.max(1, 4 * count));
  return Array.from({ length: count }, (_, line) => ({
    along: bits.readUInt16LE(4 * line) % chipCounts.lines,
    across: bits.readUInt16LE(4 * line + 2) % chipCounts.lines,
  }));
}

/** Numbers from 0 to below 1 that choose where a copy's drawings stand among the page's own. */
export function* placesFor(key: MarkingKey, copyId: string): Generator<number, never> {
  for (let part = 0; ; part++) {
    for (const byte of secretBytes(key, ["places", copyId, part], 1_024)) yield byte / 256;
  }
}

/** What the file's id and the hidden text say: 32 hexadecimal digits. */
export const byteTag = ({ secret }: MarkingKey, copyId: string): string =>
  createHmac("sha256", secret).update(`tag\0${copyId}`).digest("hex").slice(0, 32);

import type { Random } from "#scripts/fuzz/random.ts";

const rounds = [1, 1, 1, 2, 2, 3, 6];
const numbers = [
  "0",
  "-1",
  "1",
  "255",
  "65535",
  "65536",
  "2147483647",
  "4294967295",
  "1e999",
  "-0.5",
  "NaN",
  "99999999999",
];

/** A text with a few damages: pieces cut, doubled, moved, exchanged, numbers changed, or words of its format put in. */
export function damagedText(text: string, random: Random, words: readonly string[]): string {
  let now = text;
  for (let i = random.pick(rounds); i > 0; i--) now = damagedOnce(now, random, words);
  return now;
}

function damagedOnce(text: string, random: Random, words: readonly string[]): string {
  const at = random.below(text.length + 1);
  const length = random.pick([0, 1, 1, 2, 4, 9, 30, 200]);
  const piece = text.slice(at, at + length);
  const replaced = (by: string) => text.slice(0, at) + by + text.slice(at + length);
  switch (random.below(7)) {
    case 0:
      return replaced("");
    case 1:
      return replaced(piece.repeat(random.pick([2, 2, 3, 50])));
    case 2:
      return replaced(random.pick(words));
    case 3:
      return text.slice(0, at) + random.pick(words) + text.slice(at);
    case 4:
      return replaced(String.fromCodePoint(random.pick([0, 9, 10, 34, 38, 60, 62, 0x2610, 0xfeff, 0x1f600, 0xfffd])));
    case 5:
      return withOtherNumber(text, at, random);
    default:
      return withMovedPiece(text, at, random);
  }
}

function withOtherNumber(text: string, from: number, random: Random): string {
  const found = /\d+/.exec(text.slice(from, from + 2_000));
  if (!found) return text;
  const at = from + found.index;
  return text.slice(0, at) + random.pick(numbers) + text.slice(at + found[0].length);
}

function withMovedPiece(text: string, at: number, random: Random): string {
  const other = random.below(text.length + 1);
  const piece = text.slice(other, other + random.pick([1, 3, 20, 120]));
  return text.slice(0, at) + piece + text.slice(at);
}

const bytesOfNote = [0, 1, 2, 8, 0x0a, 0x20, 0x22, 0x3c, 0x50, 0x7f, 0x80, 0xc0, 0xfe, 0xff];

/** Bytes with a few damages. */
export function damagedBytes(bytes: Buffer, random: Random): Buffer {
  let now = Buffer.from(bytes);
  for (let i = random.pick(rounds); i > 0; i--) now = bytesDamagedOnce(now, random);
  return now;
}

function bytesDamagedOnce(bytes: Buffer, random: Random): Buffer<ArrayBuffer> {
  const now = Buffer.from(bytes);
  const at = random.below(Math.max(1, now.length));
  const length = random.pick([1, 1, 2, 4, 16, 200]);
  switch (random.below(6)) {
    case 0:
      now[at] = random.pick(bytesOfNote);
      return now;
    case 1:
      now[at] = now[at]! ^ (1 << random.below(8));
      return now;
    case 2:
      return Buffer.concat([now.subarray(0, at), now.subarray(at + length)]);
    case 3:
      return Buffer.concat([now.subarray(0, at + length), now.subarray(at)]);
    case 4:
      return Buffer.from(now.subarray(0, random.chance(0.3) ? at : now.length));
    default: {
      const number = Buffer.alloc(4);
      number.writeUInt32LE(random.pick([0, 1, 0xff, 0xffff, 0x10000, 0x7fffffff, 0xffffffff, now.length, at]));
      return Buffer.concat([now.subarray(0, at), number.subarray(0, random.pick([2, 4])), now.subarray(at + 4)]);
    }
  }
}

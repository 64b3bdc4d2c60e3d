export class BrokenContent extends Error {}

/** Numbers and names stand among the operands as they are; what else an operand may be is undefined. */
export type Operator = {
  name: string;
  operands: (number | string | undefined)[];
  /** Where its first operand begins, and where the operator ends. */
  start: number;
  end: number;
};

const code = (character: string) => character.charCodeAt(0);
const [openParenthesis, closeParenthesis, backslash] = [code("("), code(")"), code("\\")];
const [less, greater, slash, percent] = [code("<"), code(">"), code("/"), code("%")];
const [letterE, letterI] = [code("E"), code("I")];

const [space, delimiter] = [1, 2];
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space;
for (const sign of "()<>[]{}/%") kinds[code(sign)] = delimiter;

const isSpace = (byte: number | undefined) => byte !== undefined && kinds[byte] === space;
const endsToken = (byte: number | undefined) => byte === undefined || kinds[byte] !== 0;
const startsNumber = (byte: number) => (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46;
const constants = new Set(["true", "false", "null"]);

/**
 * Reads a decoded content stream and gives its operators one after the other. Throws `BrokenContent` where it stops
 * inside a string or an inline image, because whatever follows would be taken for a part of that.
 */
export function* operatorsOf(bytes: Uint8Array): Generator<Operator> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, depth, start] = [0, 0, -1];
  let operands: Operator["operands"] = [];
  while (at < content.length) {
    const [byte, from] = [content[at]!, at];
    if (kinds[byte] === space) at++;
    else if (byte === percent) at = afterLine(content, at);
    else {
      if (start < 0) start = at;
      at = afterPart(content, at);
      const turn = nesting(content, from);
      depth = Math.max(0, depth + turn);
      if (turn > 0 || (depth > 0 && kinds[byte] === delimiter)) continue;
      if (kinds[byte] === delimiter) operands.push(byte === slash ? content.toString("latin1", from, at) : undefined);
      else if (startsNumber(byte)) {
        if (depth === 0) operands.push(Number.parseFloat(content.toString("latin1", from, at)));
      } else {
        const name = content.toString("latin1", from, at);
        if (constants.has(name)) {
          operands.push(undefined);
          continue;
        }
        if (name === "ID") at = afterInlineImage(content, at);
        yield { name, operands, start, end: at };
        [operands, start, depth] = [[], -1, 0];
      }
    }
  }
}

/** Behind the string, name, number, word or sign that begins here. */
function afterPart(content: Uint8Array, at: number): number {
  const byte = content[at]!;
  if (kinds[byte] === 0) return afterToken(content, at);
  if (byte === openParenthesis) return afterString(content, at);
  if (byte === slash) return afterToken(content, at + 1);
  if (byte === less) return content[at + 1] === less ? at + 2 : afterHexString(content, at);
  return byte === greater && content[at + 1] === greater ? at + 2 : at + 1;
}

/** 1 where an array or dictionary begins, -1 where one ends. */
function nesting(content: Uint8Array, at: number): number {
  const byte = content[at]!;
  if (byte === code("[") || (byte === less && content[at + 1] === less)) return 1;
  return byte === code("]") || (byte === greater && content[at + 1] === greater) ? -1 : 0;
}

function afterToken(content: Uint8Array, from: number): number {
  let at = from;
  while (!endsToken(content[at])) at++;
  return at;
}

function afterLine(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at++;
  return at;
}

function afterString(content: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const byte = content[at];
    if (byte === backslash) at++;
    else if (byte === openParenthesis) depth++;
    else if (byte === closeParenthesis && --depth === 0) return at + 1;
  }
  throw new BrokenContent("A string does not end.");
}

function afterHexString(content: Uint8Array, from: number): number {
  const end = content.indexOf(greater, from);
  if (end < 0) throw new BrokenContent("A hexadecimal string does not end.");
  return end + 1;
}

/** The image's bytes may hold "EI" by chance: its end stands alone and text follows it. */
function afterInlineImage(content: Uint8Array, from: number): number {
  for (let at = content.indexOf(letterE, from + 1); at >= 0; at = content.indexOf(letterE, at + 1)) {
    const alone = content[at + 1] === letterI && isSpace(content[at - 1]) && endsToken(content[at + 2]);
    if (alone && content.subarray(at + 2, at + 18).every(isText)) return at + 2;
  }
  throw new BrokenContent("An inline image does not end.");
}

const isText = (byte: number) => (byte >= 32 && byte < 127) || isSpace(byte);

/** What a page's content leaves open, so that something drawn after it starts from a clean page. */
export type Nesting = {
  /** `Q`s without a `q` before them. */
  missingSaves: number;
  /** `q`s never closed, counted after those that are missing were added. */
  openSaves: number;
  /** Marked content never closed. */
  openMarks: number;
  openText: boolean;
};

export class BrokenContent extends Error {}

const code = (character: string) => character.charCodeAt(0);
const [openParenthesis, closeParenthesis, backslash] = [code("("), code(")"), code("\\")];
const [less, greater, slash, percent] = [code("<"), code(">"), code("/"), code("%")];
const [letterE, letterI] = [code("E"), code("I")];

const isSpace = (byte: number | undefined) =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
const delimiters = new Set([..."()<>[]{}/%"].map(code));
const endsToken = (byte: number | undefined) => byte === undefined || isSpace(byte) || delimiters.has(byte);

/**
 * Reads a decoded content stream's operators and says what is still open at its end. Throws `BrokenContent` where it
 * stops inside a string or an inline image, because whatever follows would be taken for a part of that.
 */
export function nestingOf(content: Uint8Array): Nesting {
  let [at, depth, lowest, marks, text] = [0, 0, 0, 0, false];
  while (at < content.length) {
    const byte = content[at]!;
    if (isSpace(byte)) at++;
    else if (byte === openParenthesis) at = afterString(content, at);
    else if (byte === percent) at = afterLine(content, at);
    else if (byte === less && content[at + 1] !== less) at = afterHexString(content, at);
    else if (byte === slash) at = afterToken(content, at + 1);
    else if (delimiters.has(byte)) at++;
    else {
      const end = afterToken(content, at);
      const operator = end - at <= 3 ? String.fromCharCode(...content.subarray(at, end)) : "";
      at = end;
      if (operator === "q") depth++;
      else if (operator === "Q") lowest = Math.min(lowest, --depth);
      else if (operator === "BMC" || operator === "BDC") marks++;
      else if (operator === "EMC") marks = Math.max(0, marks - 1);
      else if (operator === "BT" || operator === "ET") text = operator === "BT";
      else if (operator === "ID") at = afterInlineImage(content, at);
    }
  }
  return { missingSaves: -lowest, openSaves: depth - lowest, openMarks: marks, openText: text };
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

import type { TextEncoding } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** The characters of Windows-1252 from 0x80 to 0x9F (Unicode's CP1252.TXT, with C1 controls in its five gaps). */
const windows1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * The text of a delimited file, a byte order mark included as its first character, so that `encodeText` gives the
 * same bytes back. Without a mark: UTF-8 if it is valid UTF-8, UTF-16 if every other byte is mostly zero, else
 * Windows-1252.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes);
  if (encoding === "windows-1252") return { text: decodeWindows1252(bytes), encoding };
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw new UnreadableFile("file.encoding", `This file starts like ${encoding.toUpperCase()} text, but is not.`);
  }
}

/** The inverse of `decodeText`. Throws for a character that the encoding does not have. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "windows-1252") return encodeWindows1252(text);
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

/** The first character of a text that an encoding does not have, or null. */
export function unencodableCharacter(text: string, encoding: TextEncoding | null): string | null {
  if (encoding !== "windows-1252") return null;
  return [...text].find((character) => windows1252Byte(character) === null) ?? null;
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const sample = Math.min(bytes.length, 4096);
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  if (bytes.length % 2 === 0 && zeros[1]! > sample / 4 && zeros[0]! < sample / 16) return "utf-16le";
  if (bytes.length % 2 === 0 && zeros[0]! > sample / 4 && zeros[1]! < sample / 16) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
    return "windows-1252";
  }
}

/** By hand, because TextDecoder reads this encoding as Latin-1 on some releases of Node. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]!);
}

function encodeWindows1252(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = windows1252Byte(text[i]!);
    if (byte === null) {
      throw new UnreadableFile("answers.encoding", `This file's encoding (Windows-1252) has no "${text[i]}".`);
    }
    bytes[i] = byte;
  }
  return bytes;
}

function windows1252Byte(character: string): number | null {
  const code = character.codePointAt(0)!;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const place = windows1252.indexOf(character);
  return place < 0 || character === "" ? null : 0x80 + place;
}

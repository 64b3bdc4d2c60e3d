import anyAscii from "any-ascii";
import { type HasGlyph, runsOf } from "./text-runs.ts";

export type Stamp = {
  name: string;
  email: string;
  company: string;
  at: Date;
  copyId: string;
  /** Where anyone asks whether a copy is genuine: "trust.example.com/copies". */
  receipts: string;
};

/** `who` and `what` run across the page; the parts of `footer` stand at its foot. The fonts have a glyph for all of it. */
export type StampWords = { who: string; what: string[]; footer: string[] };

/** Controls, direction marks, zero-width, private and unassigned characters: what could hide or reverse a line. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

export function cleanText(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").replace(unprintable, "").trim();
}

/** As it is written; else the whole of it in Latin letters; null when nothing of it can be printed. */
export function printableText(text: string, hasGlyph: HasGlyph): string | null {
  const clean = cleanText(text);
  if (clean === "") return null;
  return runsOf(clean, hasGlyph) ? clean : inLatinLetters(clean);
}

function inLatinLetters(text: string): string | null {
  const letters = anyAscii(text.replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/gu, ""))
    .replace(/[^\x20-\x7E]|\?/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return /[A-Za-z0-9]/.test(letters) ? letters : null;
}

const plainLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** The address as it is, or with what is not plainly printed percent-encoded, so that it still names one mailbox only. */
function printableAddress(email: string, hasGlyph: HasGlyph): string {
  return [...cleanText(email)]
    .map((letter) =>
      plainLetter.test(letter) && hasGlyph("latin", letter.codePointAt(0)!) ? letter : encodeURIComponent(letter),
    )
    .join("");
}

/**
 * What a stamp says. A name or company that the fonts lack is written in Latin letters or left out, never drawn as boxes
 * or question marks: the address and the copy id, which are always there, say whose copy it is.
 */
export function stampWords(stamp: Stamp, hasGlyph: HasGlyph): StampWords {
  const listed = (text: string) => [printableText(text, hasGlyph)].filter((part) => part !== null);
  const email = printableAddress(stamp.email, hasGlyph);
  const name = listed(stamp.name);
  const copy = `Copy ${stamp.copyId}`;
  return {
    who: name[0] ?? email,
    what: name.length > 0 ? [email, copy] : [copy],
    footer: [...name, email, ...listed(stamp.company), stampTime(stamp.at), copy, `Receipt at ${stamp.receipts}`],
  };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "12 Mar 2026, 09:30 UTC" */
function stampTime(at: Date): string {
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${at.toISOString().slice(11, 16)} UTC`;
}

export type Stamp = { name: string; email: string; company: string; at: Date; copyId: string };

/** `who` and `what` run across the page; the parts of `footer` stand at its foot. */
export type StampWords = { who: string; what: string; footer: string[] };

export type HasGlyph = (codePoint: number) => boolean;

/** Scripts that one glyph a character, left to right, prints as they are read. */
const plainScripts = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Controls, direction marks, zero-width, private and unassigned characters: what could hide or reverse a line. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

export function cleanText(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").replace(unprintable, "").trim();
}

function canPrint(text: string, hasGlyph: HasGlyph): boolean {
  return plainScripts.test(text) && [...text].every((character) => hasGlyph(character.codePointAt(0)!));
}

/** The address as it is, or with what the font lacks percent-encoded, so that it still names one mailbox only. */
function printableAddress(email: string, hasGlyph: HasGlyph): string {
  return [...cleanText(email)]
    .map((character) => (canPrint(character, hasGlyph) ? character : encodeURIComponent(character)))
    .join("");
}

/**
 * What a stamp says, in characters that the font has. A name or company that it cannot print is left out, never drawn
 * as boxes or question marks: the address and the copy id, which are always there, say whose copy it is.
 */
export function stampWords(stamp: Stamp, hasGlyph: HasGlyph): StampWords {
  const printable = (text: string) => {
    const clean = cleanText(text);
    return clean !== "" && canPrint(clean, hasGlyph) ? [clean] : [];
  };
  const email = printableAddress(stamp.email, hasGlyph);
  const name = printable(stamp.name);
  const company = printable(stamp.company);
  const copy = `Copy ${stamp.copyId}`;
  return {
    who: name[0] ?? email,
    what: (name.length > 0 ? [email, copy] : [copy]).join(" · "),
    footer: [...name, email, ...company, stampTime(stamp.at), copy],
  };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "12 Mar 2026, 09:30 UTC" */
function stampTime(at: Date): string {
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${at.toISOString().slice(11, 16)} UTC`;
}

/**
 * Text as it goes into a customer's file: line ends as LF, and without the characters that XML 1.0 (section 2.2) does
 * not have, which no spreadsheet program shows either.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}

/** Text as the content of an XML element. */
export function xmlEscaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Text as the content of a SpreadsheetML text element, where "_x0041_" stands for a character by its number
 * (ECMA-376 part 1, 22.9.2.19): an underscore that would start such a number is written as one.
 */
export function xstringEscaped(text: string): string {
  return xmlEscaped(printable(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

/** The inverse of the numbers in `xstringEscaped`. */
export function xstringUnescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** "SOC 2", "Typ II" and a date are one word to a reader, so that no line ends inside them. */
export const keepTogether = (text: string): string =>
  text
    .replace(/\b(SOC|Type|Typ) (2|3|II?)\b/g, "$1\u00a0$2")
    .replace(/\bSOC-([23])-/g, "SOC\u2011$1\u2011")
    .replace(/(\d{1,2}\.?) (\p{Lu}\p{Ll}+\.?) (\d{4})/gu, "$1\u00a0$2\u00a0$3");

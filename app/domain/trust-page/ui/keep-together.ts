/** "SOC 2" and "Type II" are one word to a reader, so that no line ends inside them. */
export const keepTogether = (text: string): string =>
  text
    .replace(/\b(SOC|Type) (2|3|II?)\b/g, "$1\u00a0$2")
    .replace(/(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/g, "$1\u00a0$2\u00a0$3");

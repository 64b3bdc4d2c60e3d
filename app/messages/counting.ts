const narrowSpace = "\u202f";

/** Digits, grouped thinly from 10 000 on. */
export function digitsOf(count: number): string {
  const digits = String(Math.trunc(count));
  return Math.abs(count) < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, narrowSpace);
}

export type Count = (count: number, one: string, other: string) => string;

/** "1 day", "76 days": which of the two forms a number takes is the language's own rule. */
export function countIn(language: string): Count {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => `${digitsOf(count)} ${rules.select(count) === "one" ? one : other}`;
}

/** "2.1 MB", in the decimal units that file managers show. */
export function sizeIn(language: string, bytesWord: string): (bytes: number) => string {
  const units = [bytesWord, "kB", "MB", "GB"];
  const point = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: false });
  return (bytes) => {
    let size = bytes;
    let at = 0;
    while (size >= 1000 && at < units.length - 1) {
      size /= 1000;
      at += 1;
    }
    return `${point.format(at === 0 || size >= 100 ? Math.round(size) : size)}\u00a0${units[at]}`;
  };
}

const narrowSpace = "\u202f";

/** Digits, grouped thinly from 10 000 on. */
export function formatCount(count: number): string {
  const digits = String(Math.trunc(count));
  return Math.abs(count) < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, narrowSpace);
}

/** "3 documents", "1 document" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "97 %" of a share between 0 and 1. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** "2.1 MB", in the decimal units that file managers show. */
export function formatBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let size = bytes;
  let at = 0;
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  const rounded = at === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${rounded}\u00a0${units[at]}`;
}

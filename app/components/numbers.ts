import { digitsOf } from "#app/messages/counting.ts";
import { size } from "#app/messages/en/calendar.ts";

/** Digits, grouped thinly from 10 000 on. */
export const formatCount = digitsOf;

/** "3 documents", "1 document" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "97 %" of a share between 0 and 1. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** "2.1 MB", in the decimal units that file managers show. */
export const formatBytes = size;

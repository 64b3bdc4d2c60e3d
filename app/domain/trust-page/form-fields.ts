import { z } from "zod";

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && realDay(text);

function realDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export const optionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), "Enter a date, for example 2026-06-30")
  .transform((text) => (text === "" ? null : text));

export const requiredDay = z.string().trim().refine(isDay, "Enter a date, for example 2026-06-30");

export const words = (max: number) => z.string().trim().max(max, `Enter at most ${max} characters`);

export const requiredWords = (max: number, ask: string) => words(max).min(1, ask);

export const optionalAddress = words(500).refine(
  (text) => text === "" || isWebAddress(text),
  "Enter an address that begins with https://",
);

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}

export const optionalEmail = words(254).refine(
  (text) => text === "" || z.email().safeParse(text).success,
  "Enter an e-mail address, for example security@example.com",
);

/** A ticked box sends its value; one that is not ticked sends nothing. */
export const tick = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const lines = (most: number) =>
  words(20_000)
    .transform(linesOf)
    .refine((list) => list.length <= most, `Enter at most ${most} lines`);

/** Lines of parts with bars between them, the last part perhaps empty: "AC-03 | What was found | Our response". */
export function barredLines<Row>(shape: string, read: (parts: string[]) => Row | null) {
  return words(50_000).transform((text, context): Row[] => {
    const rows: Row[] = [];
    for (const [at, line] of linesOf(text).entries()) {
      const row = read(line.split("|").map((part) => part.trim()));
      if (row) rows.push(row);
      else context.addIssue({ code: "custom", message: `Line ${at + 1}: write ${shape}`, continue: true });
    }
    return rows;
  });
}

export const documentChoice = z
  .string()
  .refine((text) => text === "" || z.uuid().safeParse(text).success, "Choose a document from the list")
  .transform((text) => (text === "" ? null : text));

import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { TooMany } from "#app/domain/errors.ts";
import { longestPassword, shortestPassword } from "./limits.ts";

/** argon2id (the library's default), above OWASP's floor: 64 MiB, 3 passes. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const mostAtOnce = 2;
const mostWaiting = 20;

const commonBeginnings = /^(.)\1+$|^(0123456789|1234567890|abcdefghij|qwertyuiop|passwordpassword|password123456)/i;

export const passwordField = z
  .string()
  .transform((password) => password.normalize("NFC"))
  .pipe(
    z
      .string()
      .min(
        shortestPassword,
        `Enter at least ${shortestPassword} characters. A few unrelated words make a good password`,
      )
      .max(longestPassword, `Enter at most ${longestPassword} characters`)
      .refine((password) => !commonBeginnings.test(password), "This password is among the first that are guessed"),
  );

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let stranger: Promise<string> | undefined;

/** Takes as long for an unknown address as for a known one: without a hash, a throwaway one is checked. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword("nobody's password, only as slow");
  const against = stored ?? (await stranger);
  const fits = await inTurn(() => verify(against, password.normalize("NFC")));
  return fits && stored !== null;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Each hash takes 64 MiB: two at once, twenty in line, the rest is turned away. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) {
      throw new TooMany("accounts.sign-in-busy", "Too many people are signing in. Try again in a few seconds.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

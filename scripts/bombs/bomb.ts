/** The codes of sentences with which a bomb may be refused; "read" where it may be read. */
export type Outcome = string | readonly string[];

/** A file that is made to exhaust or to fool its reader. */
export type Bomb = { fileName: string; outcome: Outcome; make: () => Buffer };

export const MiB = 1024 * 1024;

export const damaged = "file.damaged";
export const malformed = "file.malformed";
export const unsupported = "file.unsupported";
export const over = (limit: string): string => `file.over_limit.${limit}`;

export function isExpected({ outcome }: Pick<Bomb, "outcome">, found: string): boolean {
  return typeof outcome === "string" ? outcome === found : outcome.includes(found);
}

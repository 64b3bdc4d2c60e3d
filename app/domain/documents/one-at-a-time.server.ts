import { TooMany } from "#app/domain/errors.ts";

const mostWaiting = 30;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** A PDF in work takes up to 300 MiB and a whole core: one after the other, thirty in line, the rest is turned away. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) {
    throw new TooMany("documents.busy", "Too many documents are being prepared. Try again in a minute.");
  }
  waiting++;
  const turn = last.then(work, work);
  last = turn.catch(() => {});
  return turn.finally(() => waiting--);
}

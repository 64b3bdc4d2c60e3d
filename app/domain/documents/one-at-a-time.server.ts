import { setImmediate } from "node:timers/promises";
import { complaints } from "#app/messages/en/complaints.ts";
import { TooMany } from "#app/domain/errors.ts";

const mostWaiting = 30;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** A PDF in work takes up to 300 MiB and a whole core: one after the other, thirty in line, the rest is turned away. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) {
    throw new TooMany("documents.busy", complaints.documentsBusy);
  }
  waiting++;
  const turn = last.then(work, work);
  last = turn.catch(() => {});
  return turn.finally(() => waiting--);
}

const pagesInOneGo = 20;

/** Between pages of long work, the server answers others. */
export async function letOthersGo(page: number): Promise<void> {
  if (page % pagesInOneGo === pagesInOneGo - 1) await setImmediate();
}

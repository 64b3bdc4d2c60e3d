import { setImmediate as nextTurn } from "node:timers/promises";

const turnMs = 15;

/** Lets the requests and timers through that are waiting. */
export const othersTurn = (): Promise<void> => nextTurn();

/** Runs long work to its end, letting requests through every few milliseconds: as often as the work yields at most. */
export async function inTurns<T>(work: Generator<unknown, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began < turnMs) continue;
    await othersTurn();
    began = performance.now();
  }
}

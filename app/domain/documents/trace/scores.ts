/** The chance that a file, whatever it is, is given a wrong name by one trace. */
export const mostWrongNames = 1e-6;

/** The chips as a file shows them: positive where it speaks for 1, the larger the surer. */
export type Chips = Float64Array;

/**
 * How far the chips of a file agree with a code word that was drawn without knowing the file. For any file whatever the
 * chance of reaching z is at most exp(-z²/2) (Hoeffding 1963, theorem 2), because each chip of the word is ±1 like a coin.
 */
export function agreementWith(chips: Chips): (word: Int8Array) => number {
  const places = Uint16Array.from([...chips.keys()].filter((at) => chips[at] !== 0));
  const norm = Math.sqrt(chips.reduce((sum, chip) => sum + chip * chip, 0));
  return (word) => {
    if (norm === 0) return 0;
    let sum = 0;
    for (const at of places) sum += chips[at]! * word[at]!;
    return sum / norm;
  };
}

/** The agreement that a wrong name reaches in so many comparisons with a chance of at most `mostWrongNames`. */
export const threshold = (comparisons: number): number =>
  Math.sqrt(2 * Math.log(Math.max(1, comparisons) / mostWrongNames));

/** The chance that any of so many comparisons reaches this agreement for a wrong name: an upper bound. */
export const chanceOfAWrongName = (z: number, comparisons: number): number =>
  Math.min(1, comparisons * Math.exp((-z * z) / 2));

/** Numbers that look random and are the same for the same seed. */
export class Random {
  private state: number;

  constructor(seed: string) {
    this.state = 0x811c9dc5;
    for (const character of seed) this.state = Math.imul(this.state ^ character.codePointAt(0)!, 0x01000193);
  }

  /** A whole number from 0 up to, but not including, `limit`. Mulberry32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }
}

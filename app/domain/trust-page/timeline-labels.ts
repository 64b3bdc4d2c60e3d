export type Reach = [left: number, right: number];
export type Label = { x: number; text: string; anchor: "start" | "middle" | "end" };

const perLetter = 6.6;
const between = 8;

/** About how wide the timeline's text is, in the units of its drawing. */
export const widthOf = (text: string): number => text.length * perLetter;

export function reachOf({ x, text, anchor }: Label): Reach {
  const width = widthOf(text);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [left, left + width];
}

/** One text at a place, to stand in its middle, to its right or to its left, whichever is free first. */
export const around = (x: number, text: string): Label[] =>
  (["middle", "start", "end"] as const).map((anchor) => ({ x, text, anchor }));

/**
 * Places the labels of one line from left to right, each at the first of its choices that is inside the bounds and
 * clear of the others and of what is `taken`. What does not fit is null: the table beside the picture has it.
 */
export function placeLabels(wishes: Label[][], within: { bounds: Reach; taken?: Reach[] }): (Label | null)[] {
  const [least, most] = within.bounds;
  const taken = [...(within.taken ?? [])];
  const isFree = ([left, right]: Reach) =>
    left >= least && right <= most && taken.every(([from, to]) => right + between <= from || left >= to + between);
  const placed = new Map<Label[], Label>();
  for (const choices of [...wishes].sort((one, other) => (one[0]?.x ?? 0) - (other[0]?.x ?? 0))) {
    const label = choices.find((choice) => isFree(reachOf(choice)));
    if (!label) continue;
    taken.push(reachOf(label));
    placed.set(choices, label);
  }
  return wishes.map((choices) => placed.get(choices) ?? null);
}

/** Moves labels under each other down until none covers the one above: the new heights, in the order given. */
export function stackLabels(labels: { y: number; height: number }[]): number[] {
  const heights = new Map<number, number>();
  let free = -Infinity;
  for (const at of [...labels.keys()].sort((one, other) => labels[one]!.y - labels[other]!.y)) {
    const y = Math.max(labels[at]!.y, free);
    heights.set(at, y);
    free = y + labels[at]!.height;
  }
  return labels.map((_, at) => heights.get(at)!);
}

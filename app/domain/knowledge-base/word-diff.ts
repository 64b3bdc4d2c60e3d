export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Above this many comparisons the middle is shown as replaced whole: nobody reads such a difference word by word. */
const mostCells = 4_000_000;

/** What was removed and added, word by word (longest common subsequence); joining the parts gives back either text. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsAndGaps(before), wordsAndGaps(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = differing(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (text: string): DiffPart => ({ kind: "same", text });
  return joined([...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)]);
}

export function countWords(parts: DiffPart[], kind: DiffPart["kind"]): number {
  const texts = parts.filter((part) => part.kind === kind).map(({ text }) => text);
  return texts.join(" ").split(/\s+/).filter(Boolean).length;
}

const wordsAndGaps = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

function differing(a: string[], b: string[]): DiffPart[] {
  if (a.length * b.length > mostCells) {
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  }
  const lengths = commonLengths(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      parts.push({ kind: "removed", text: a[i++]! });
    } else {
      parts.push({ kind: "added", text: b[j++]! });
    }
  }
  return parts;
}

/** `[i][j]` is the length of the longest common subsequence of `a` from i and `b` from j. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

/** A gap between two changed words belongs to the change; parts of one kind in a row are one part. */
function joined(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === "") continue;
    if (last?.kind === part.kind) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}

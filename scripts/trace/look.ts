import { codeWord, type MarkingKey } from "#app/domain/documents/marks/code-words.server.ts";
import { compareFiles, type Comparison, type OriginalPage } from "#app/domain/documents/trace/compare-files.server.ts";
import { chipsFrom, copiesTagged } from "#app/domain/documents/trace/name-copies.server.ts";
import { originalPagesOf } from "#app/domain/documents/trace/original-pages.server.ts";
import { seeFile, type SeenFile } from "#app/domain/documents/trace/render-pages.server.ts";
import { agreementWith, threshold } from "#app/domain/documents/trace/scores.ts";
import { whatAFileSays } from "#app/domain/documents/trace/what-a-file-says.server.ts";

/** A ledger of made-up copies under one key, its code words worked out once. */
export class Ledger {
  readonly ids: string[];
  readonly least: number;
  private readonly words: { lines: Int8Array; dots: Int8Array }[];

  constructor(
    readonly key: MarkingKey,
    size: number,
  ) {
    this.ids = Array.from({ length: size }, (_, at) => madeUpId(at));
    this.words = this.ids.map((id) => ({ lines: codeWord(key, "lines", id), dots: codeWord(key, "dots", id) }));
    this.least = threshold(2 * size);
  }

  /** How far each mark of the evidence agrees with every copy: the best of them, and those that it names. */
  score(evidence: Comparison["evidence"]) {
    const chips = chipsFrom(evidence, this.key);
    const [byLines, byDots] = [agreementWith(chips.lines), agreementWith(chips.dots)];
    const scores = this.words.map(({ lines, dots }, at) => ({
      id: this.ids[at]!,
      lines: byLines(lines),
      dots: byDots(dots),
    }));
    const best = (mark: "lines" | "dots") => Math.max(...scores.map((score) => score[mark]));
    const named = (mark: "lines" | "dots") => scores.filter((score) => score[mark] >= this.least).map(({ id }) => id);
    return { best: { lines: best("lines"), dots: best("dots") }, lines: named("lines"), dots: named("dots"), scores };
  }
}

/** "CP-LEDG-2345": as copy ids are, for up to a million. */
function madeUpId(at: number): string {
  const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const letters = [15, 10, 5, 0].map((shift) => alphabet[(at >> shift) & 31]!);
  return `CP-LEDG-${letters.join("")}`;
}

let lastOriginal: { bytes: Uint8Array; seen: SeenFile; places: OriginalPage[] } | undefined;

export async function compare(found: Uint8Array, original: Uint8Array): Promise<Comparison> {
  if (lastOriginal?.bytes !== original) {
    const seen = remembering(await seeFile(Buffer.from(original)));
    lastOriginal = { bytes: original, seen, places: await originalPagesOf(original) };
  }
  return compareFiles(await seeFile(Buffer.from(found)), lastOriginal.seen, lastOriginal.places);
}

/** Draws each page once in each size. */
function remembering(file: SeenFile): SeenFile {
  const drawn = new Map<string, ReturnType<SeenFile["render"]>>();
  return {
    ...file,
    render(page, width) {
      const picture = drawn.get(`${page} ${width}`) ?? file.render(page, width);
      drawn.set(`${page} ${width}`, picture);
      return picture;
    },
  };
}

/** Whether the readable copy id and the secret tag are still in the file. */
export async function saysIn(found: Uint8Array, copyId: string, key: MarkingKey) {
  const { copyIds, tags } = await whatAFileSays(await seeFile(Buffer.from(found)));
  return { copyId: copyIds.includes(copyId), tag: copiesTagged(tags, [{ copyId, key }]).length > 0 };
}

import type { Opened } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { attributeNamed, readXml } from "#app/domain/questionnaires/formats/xml-reader.server.ts";
import { entryChunks, type ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

type Level = { start: number; format: string; text: string };
/** Levels that many lists have in common are kept with a style: one list is `style`, the others link to it. */
type List = { levels: Map<number, Level>; style: string; link: string };
type Use = { list: string; starts: Map<number, number> };

const deepestLevel = 8;

/** Counts the lists of a document: paragraphs must be told in their order. */
export class Numbering {
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();
  private readonly byStyle: ReadonlyMap<string, List["levels"]>;

  constructor(
    private readonly lists: ReadonlyMap<string, List>,
    private readonly uses: ReadonlyMap<string, Use>,
  ) {
    this.byStyle = new Map([...lists.values()].reverse().map(({ style, levels }) => [style, levels]));
  }

  /** The number of the next paragraph of a list, as it is shown ("2.", "b)"); null for a bullet. */
  next(use: string, level: number): string | null {
    const used = this.uses.get(use);
    const levels = used && this.levelsOf(used.list);
    const own = levels?.get(level);
    if (!used || !levels || !own || !(level >= 0 && level <= deepestLevel)) return null;
    const counters = this.counters.get(used.list) ?? [];
    this.counters.set(used.list, counters);
    const restart = this.begun.has(`${use}.${level}`) ? undefined : used.starts.get(level);
    this.begun.add(`${use}.${level}`);
    counters[level] = restart ?? (counters[level] === undefined ? own.start : counters[level] + 1);
    counters.length = level + 1;
    if (own.format === "bullet" || own.format === "none") return null;
    const shown = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { start = 1, format = "decimal" } = levels.get(at) ?? {};
      return written(counters[at] ?? start, format);
    });
    return shown.trim() || null;
  }

  private levelsOf(id: string): List["levels"] | undefined {
    const list = this.lists.get(id);
    return list?.link ? this.byStyle.get(list.link) : list?.levels;
  }
}

export async function readNumbering({ archive, budget }: Opened, part: ZipEntry | null): Promise<Numbering> {
  const lists = new Map<string, List>();
  const uses = new Map<string, Use>();
  if (!part) return new Numbering(lists, uses);
  let list: List | null = null;
  let level: Level | null = null;
  let use: Use | null = null;
  let overridden = 0;
  await readXml(entryChunks(archive, part, budget), budget, {
    open(name, attributes) {
      const value = attributeNamed(attributes, "val") ?? "";
      const id = (attribute: string) => attributeNamed(attributes, attribute) ?? "";
      if (name === "abstractNum") lists.set(id("abstractNumId"), (list = { levels: new Map(), style: "", link: "" }));
      else if (name === "num") uses.set(id("numId"), (use = { list: "", starts: new Map() }));
      else if (name === "abstractNumId" && use) use.list = value;
      else if (name === "lvlOverride") overridden = Number(id("ilvl"));
      else if (name === "startOverride" && use) use.starts.set(overridden, Number(value));
      else if (name === "styleLink" && list) list.style = value;
      else if (name === "numStyleLink" && list) list.link = value;
      else if (name === "lvl" && list) {
        list.levels.set(Number(id("ilvl")), (level = { start: 1, format: "decimal", text: "" }));
      } else if (!level) return;
      else if (name === "start") level.start = Number(value);
      else if (name === "numFmt") level.format = value;
      else if (name === "lvlText") level.text = value;
    },
    close(name) {
      if (name === "abstractNum") list = null;
      if (name === "lvl") level = null;
      if (name === "num") use = null;
    },
  });
  return new Numbering(lists, uses);
}

function written(count: number, format: string): string {
  if (!Number.isInteger(count) || count < 1) return String(count);
  if (format === "lowerLetter") return letter(count);
  if (format === "upperLetter") return letter(count).toUpperCase();
  if (format === "lowerRoman") return roman(count);
  if (format === "upperRoman") return roman(count).toUpperCase();
  return String(count);
}

/** After "z" Word doubles the letter: "aa", "bb". */
function letter(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)));
}

function roman(count: number): string {
  if (count > 3_999) return String(count);
  const signs = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"];
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let rest = count;
  return signs
    .map((sign, i) => {
      const times = Math.floor(rest / values[i]!);
      rest -= times * values[i]!;
      return sign.repeat(times);
    })
    .join("");
}

import type { Opened } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { attributeNamed, readXml } from "#app/domain/questionnaires/formats/xml-reader.server.ts";
import { entryChunks, type ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

/** What a paragraph style says, with what it takes from the style that it is based on. */
export type ParagraphStyle = { heading: boolean; contents: boolean; list: string | null; level: number };
export type ParagraphStyles = { of: (id: string | null) => ParagraphStyle };

type StyleEntry = { name: string; base: string | null; outline: number | null; list: string | null; level: number };

const deepest = 20;

export async function readStyles({ archive, budget }: Opened, part: ZipEntry | null): Promise<ParagraphStyles> {
  const entries = new Map<string, StyleEntry>();
  let current: StyleEntry | null = null;
  if (part) {
    await readXml(entryChunks(archive, part, budget), budget, {
      open(name, attributes) {
        const value = attributeNamed(attributes, "val") ?? "";
        if (name === "style") {
          current = { name: "", base: null, outline: null, list: null, level: 0 };
          if (attributeNamed(attributes, "type") === "paragraph") {
            entries.set(attributeNamed(attributes, "styleId") ?? "", current);
          }
        } else if (!current) return;
        else if (name === "name") current.name = value.toLowerCase();
        else if (name === "basedOn") current.base = value;
        else if (name === "outlineLvl") current.outline = Number(value);
        else if (name === "numId") current.list = value;
        else if (name === "ilvl") current.level = Number(value);
      },
      close(name) {
        if (name === "style") current = null;
      },
    });
  }
  return { of: (id) => resolved(entries, id) };
}

function resolved(entries: ReadonlyMap<string, StyleEntry>, id: string | null): ParagraphStyle {
  const chain: StyleEntry[] = [];
  for (let entry = entries.get(id ?? ""); entry && chain.length < deepest; entry = entries.get(entry.base ?? "")) {
    chain.push(entry);
  }
  const outline = chain.find((entry) => entry.outline !== null)?.outline ?? 9;
  const listed = chain.find(({ list }) => list !== null);
  const named = (words: RegExp) => words.test(chain[0]?.name ?? id?.toLowerCase() ?? "");
  return {
    heading: outline < 9 || named(/^(heading ?\d|title|subtitle)/),
    contents: named(/^(toc|table of (contents|figures))/),
    list: listed?.list ?? null,
    level: listed?.level ?? 0,
  };
}

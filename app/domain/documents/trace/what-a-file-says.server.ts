import type { SeenFile } from "./render-pages.server.ts";

/** Words in a file that may be copy ids or secret tags. They can be forged by whoever has seen one. */
export type SaidWords = { copyIds: string[]; tags: string[] };

const mostPages = 50;

export async function whatAFileSays(file: SeenFile): Promise<SaidWords> {
  const texts = await file.tags();
  for (let page = 0; page < Math.min(file.pageCount, mostPages); page++) texts.push(await file.textOf(page));
  const every = (pattern: RegExp) => [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))].slice(0, 100);
  return { copyIds: every(/\bCP-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/g), tags: every(/\b[0-9a-f]{32}\b/gi) };
}

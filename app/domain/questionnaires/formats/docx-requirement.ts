import type { Paragraph } from "#app/domain/questionnaires/formats/docx-model.ts";
import { isRemark } from "#app/domain/questionnaires/formats/docx-wording.ts";

/** What stands in front of a table: a heading, and the paragraphs under it. */
export type Premises = { section: string | null; requirement: readonly Paragraph[] };

/** In paragraphs. */
const longest = 12;

/**
 * What the paragraphs under a heading require, where the heading names the number that a table's question begins with;
 * for a part of the question ("Part b") the item of their list with that letter, and what is listed under it.
 */
export function requirementOf({ section, requirement }: Premises, id: string, part: string | null): string | null {
  if (!plain(section ?? "").includes(plain(id))) return null;
  const asked = requirement.filter((one) => one.text.trim() !== "" && (one.listed !== null || !isRemark(one.text)));
  const letter = part === null ? null : (/([a-z0-9]{1,2})\W*$/i.exec(part)?.[1]?.toLowerCase() ?? null);
  if (letter === null) return joined(asked.slice(0, longest)) || null;
  const first = asked.findIndex((paragraph) => labelOf(paragraph) === letter);
  if (first < 0) return null;
  const level = asked[first]!.listed?.level ?? 0;
  const rest = asked.slice(first + 1);
  const end = rest.findIndex(({ listed }) => (listed?.level ?? 0) <= level);
  return joined([asked[first]!, ...rest.slice(0, end < 0 ? longest : end)]);
}

const plain = (text: string) => text.replaceAll(/\s+/g, "").toLowerCase();
const labelOf = ({ label }: Paragraph) => label?.replaceAll(/[^a-z0-9]/gi, "").toLowerCase();
const joined = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text.trim()).join(" ");

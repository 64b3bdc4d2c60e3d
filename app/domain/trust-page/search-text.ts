/** A text in which capitals and accents make no difference; `at` says where each of its signs stood before. */
export type Folded = { text: string; at: number[] };

const accents = /\p{M}/gu;
const fold = (sign: string): string => sign.normalize("NFKD").replace(accents, "").toLowerCase().replaceAll("ß", "ss");

export function foldedText(text: string): Folded {
  let folded = "";
  const at: number[] = [];
  let position = 0;
  for (const sign of text) {
    const plain = fold(sign);
    for (let index = 0; index < plain.length; index++) at.push(position);
    folded += plain;
    position += sign.length;
  }
  at.push(position);
  return { text: folded, at };
}

const mostTerms = 10;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The words of a query, each once: "CC6.1," is "cc6.1". */
export const termsOf = (query: string): string[] =>
  [
    ...new Set(
      foldedText(query)
        .text.split(/\s+/)
        .map((word) => word.replace(edges, "")),
    ),
  ]
    .filter((word) => word !== "")
    .slice(0, mostTerms);

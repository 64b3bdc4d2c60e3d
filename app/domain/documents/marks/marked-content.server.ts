import { chipsOfLines, codeWord, type MarkingKey, placesFor } from "./code-words.server.ts";
import { type Matrix } from "./matrix.ts";
import type { Gap, PagePlan } from "./page-plan.ts";

/** How far a line is moved along and across, in points. */
export const lineShift = 0.14;

/** Drawn before everything else where clipping leaves less of the page than this. */
const leastVisible = 0.8;

const num = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Something put into a page's content. */
type Insertion = { at: number; operators: string };

/** Puts one copy's marks into the content of page after page. */
export function markerFor(key: MarkingKey, copyId: string) {
  const word = codeWord(key, "lines", copyId);
  const places = placesFor(key, copyId);

  function lineShifts({ lines, usesRise }: PagePlan, page: number): Insertion[] {
    const carried = chipsOfLines(key, page, lines.length);
    return lines.flatMap(({ runs }, line) => {
      const chips = carried[line]!;
      return runs.map(({ at, along, across }) => {
        const rise = usesRise ? "" : `${num((word[chips.across]! * lineShift) / across)} Ts `;
        return { at, operators: ` ${rise}[${num((-word[chips.along]! * lineShift * 1_000) / along)}]TJ ` };
      });
    });
  }

  function drawings(plan: PagePlan, { names, matrix, size }: Drawings): Insertion[] {
    const area = size.width * size.height;
    const open = plan.gaps.filter(({ visibleArea }) => visibleArea >= leastVisible * area);
    return names.map((name) => {
      const { at, back }: Gap = open[Math.floor(places.next().value * open.length)]!;
      const ways = [back, matrix].map((way) => `${way.map(num).join(" ")} cm`).join(" ");
      return { at, operators: `\nq ${ways} /Artifact BMC /${name} Do EMC Q\n` };
    });
  }

  return function marked(content: Uint8Array, page: { plan: PagePlan; number: number; drawings: Drawings }): Buffer {
    const shifts = lineShifts(page.plan, page.number);
    return inserted(content, [...shifts, ...drawings(page.plan, page.drawings)]);
  };
}

/** Names of drawings that stand ready in the page's resources, and the way from the page as displayed to the page. */
export type Drawings = { names: string[]; matrix: Matrix; size: { width: number; height: number } };

function inserted(content: Uint8Array, insertions: Insertion[]): Buffer {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { at, operators } of insertions.sort((one, other) => one.at - other.at)) {
    parts.push(content.subarray(from, at), Buffer.from(operators, "latin1"));
    from = at;
  }
  return Buffer.concat([...parts, content.subarray(from)]);
}

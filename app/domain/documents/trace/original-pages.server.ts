import { dotCells } from "../marks/dots.server.ts";
import { inverse } from "../marks/matrix.ts";
import { plansOf } from "../marks/plans.server.ts";
import { displayOf } from "../page-display.server.ts";
import { openPdf } from "../pdf-file.server.ts";
import type { OriginalPage } from "./compare-files.server.ts";

/** Where the marks of any copy of this file are, page by page, as it is displayed. */
export async function originalPagesOf(source: Uint8Array): Promise<OriginalPage[]> {
  const pages = (await openPdf(source)).getPages();
  const plans = await plansOf(source, pages);
  return pages.map((page, number) => {
    const { size, turn, matrix } = displayOf(page);
    const [a, b, c, d, e, f] = inverse(matrix)!;
    const lines = plans[number]!.lines.flatMap(({ x, y, size: height, angle }, line) => {
      const upright = (((angle - turn) % 360) + 360) % 360 === 0;
      return upright ? [{ line, x: a * x + c * y + e, y: size.height - (b * x + d * y + f), size: height }] : [];
    });
    const fromTop = (point: { x: number; y: number }) => ({ x: point.x, y: size.height - point.y });
    const dots = dotCells(size).map(({ chip, low, high }) => ({ chip, low: fromTop(low), high: fromTop(high) }));
    return { ...size, lines, dots };
  });
}

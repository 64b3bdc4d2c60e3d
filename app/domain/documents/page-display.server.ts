import type { PDFPage } from "@cantoo/pdf-lib";
import type { Matrix } from "./marks/matrix.ts";
import { UnusablePdf } from "./pdf-file.server.ts";

/** A page as a viewer shows it, and the matrix from there to the page's own coordinates. */
export type PageDisplay = { size: { width: number; height: number }; turn: number; matrix: Matrix };

export function displayOf(page: PDFPage): PageDisplay {
  const { x, y, width, height } = visibleBox(page);
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const size = turn % 180 === 90 ? { width: height, height: width } : { width, height };
  if (turn === 90) return { size, turn, matrix: [0, 1, -1, 0, x + width, y] };
  if (turn === 180) return { size, turn, matrix: [-1, 0, 0, -1, x + width, y + height] };
  if (turn === 270) return { size, turn, matrix: [0, -1, 1, 0, x, y + height] };
  return { size, turn, matrix: [1, 0, 0, 1, x, y] };
}

type Box = ReturnType<PDFPage["getMediaBox"]>;

function visibleBox(page: PDFPage): Box {
  const [media, crop] = [edgesOf(page.getMediaBox()), edgesOf(page.getCropBox())];
  const [left, bottom] = [Math.max(media.left, crop.left), Math.max(media.bottom, crop.bottom)];
  const [right, top] = [Math.min(media.right, crop.right), Math.min(media.top, crop.top)];
  const seen = right > left && top > bottom ? { left, bottom, right, top } : media;
  const box = { x: seen.left, y: seen.bottom, width: seen.right - seen.left, height: seen.top - seen.bottom };
  if (!(box.width >= 1 && box.height >= 1)) throw new UnusablePdf("A page has no size.");
  return box;
}

const edgesOf = ({ x, y, width, height }: Box) => ({
  left: Math.min(x, x + width),
  right: Math.max(x, x + width),
  bottom: Math.min(y, y + height),
  top: Math.max(y, y + height),
});

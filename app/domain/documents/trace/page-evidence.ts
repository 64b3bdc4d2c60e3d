import { clipped } from "./registration.ts";
import type { GreyImage } from "./grey-image.ts";

/** What a page of the original says of its lines: places in points from the upper left corner of the page as displayed. */
export type LinePlace = { line: number; x: number; y: number; size: number };

/** Two places of which a copy has a dot at one; from the upper left corner too. */
export type DotPlace = { chip: number; low: { x: number; y: number }; high: { x: number; y: number } };

/** How far each line stands from where it stood, in points, and how much lighter `low` is than `high` than it was. */
export type PageEvidence = {
  page: number;
  lines: { line: number; along: number; across: number }[];
  dots: { chip: number; light: number }[];
};

const [farthestLine, fewestLines] = [0.3, 4];
const [strongestDot, strangestDot, dotRadius, roughestGround] = [8, 30, 0.8, 10];

/** `suspect` lies on `original`: both are `scale` places a point wide. */
export function evidenceOf(
  pictures: { original: GreyImage; suspect: GreyImage; scale: number },
  page: { page: number; lines: LinePlace[]; dots: DotPlace[] },
): PageEvidence {
  return { page: page.page, lines: lineEvidence(pictures, page.lines), dots: dotEvidence(pictures, page.dots) };
}

type Pictures = Parameters<typeof evidenceOf>[0];

function lineEvidence({ original, suspect, scale }: Pictures, places: LinePlace[]): PageEvidence["lines"] {
  const found = places.flatMap(({ line, x, y, size }) => {
    const box = {
      left: Math.floor((x - 1) * scale),
      top: Math.floor((y - 0.8 * size) * scale),
      right: original.width - 5,
      bottom: Math.ceil((y + 0.25 * size) * scale),
    };
    const shift = shiftWithin(original, suspect, box);
    return shift ? [{ line, along: shift.x / scale, across: -shift.y / scale }] : [];
  });
  const [along, across] = [trendOf(found.map((one) => one.along)), trendOf(found.map((one) => one.across))];
  return found.map((one) => ({
    line: one.line,
    along: clipped(one.along - along, farthestLine),
    across: clipped(one.across - across, farthestLine),
  }));
}

/** What fitting one page on the other left over is the same for all lines. */
function trendOf(shifts: number[]): number {
  if (shifts.length < fewestLines) return 0;
  const sorted = shifts.map((shift) => clipped(shift, 0.4)).sort((a, b) => a - b);
  const mean = sorted.reduce((sum, shift) => sum + shift, 0) / sorted.length;
  return Math.abs(sorted[sorted.length >> 1]! - mean) < 0.1 ? mean : 0;
}

type Box = { left: number; top: number; right: number; bottom: number };

/** Least squares for two directions; null where a line has too little ink. */
function shiftWithin(original: GreyImage, suspect: GreyImage, box: Box): { x: number; y: number } | null {
  const { width, height, light } = original;
  const other = suspect.light;
  let [xx, xy, yy, xd, yd] = [0, 0, 0, 0, 0];
  for (let y = Math.max(1, box.top); y < Math.min(height - 1, box.bottom); y++) {
    for (let x = Math.max(1, box.left); x < Math.min(width - 1, box.right); x++) {
      const at = y * width + x;
      if (other[at]! < 0 || other[at + 1]! < 0 || other[at - 1]! < 0) continue;
      const gx = (light[at + 1]! - light[at - 1]! + other[at + 1]! - other[at - 1]!) / 4;
      const gy = (light[at + width]! - light[at - width]! + other[at + width]! - other[at - width]!) / 4;
      const difference = other[at]! - light[at]!;
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
      xd += gx * difference;
      yd += gy * difference;
    }
  }
  const size = xx * yy - xy * xy;
  if (xx < 2_000 || size < 1) return null;
  return { x: -(yy * xd - xy * yd) / size, y: -(xx * yd - xy * xd) / size };
}

function dotEvidence(pictures: Pictures, places: DotPlace[]): PageEvidence["dots"] {
  return places.flatMap(({ chip, low, high }) => {
    const [one, other] = [lightOver(pictures, low), lightOver(pictures, high)];
    if (one === null || other === null || Math.abs(one - other) > strangestDot) return [];
    return [{ chip, light: clipped(one - other, strongestDot) }];
  });
}

/** How much lighter a place became; null at the edge, outside, and where the original has something. */
function lightOver({ original, suspect, scale }: Pictures, { x, y }: { x: number; y: number }): number | null {
  const { width, height, light } = original;
  const [cx, cy, radius] = [x * scale, y * scale, Math.max(1, dotRadius * scale)];
  let [sum, n] = [0, 0];
  for (let row = Math.ceil(cy - radius); row <= cy + radius; row++) {
    for (let column = Math.ceil(cx - radius); column <= cx + radius; column++) {
      const at = row * width + column;
      if (column < 2 || row < 2 || column >= width - 2 || row >= height - 2 || suspect.light[at]! < 0) return null;
      const rough = Math.max(
        Math.abs(light[at + 2]! - light[at - 2]!),
        Math.abs(light[at + 2 * width]! - light[at - 2 * width]!),
      );
      if (rough > roughestGround) return null;
      sum += suspect.light[at]! - light[at]!;
      n++;
    }
  }
  return n > 0 ? sum / n : null;
}

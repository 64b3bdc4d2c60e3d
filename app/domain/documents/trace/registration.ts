import { type Affine, composed, type GreyImage, type Profiles, warped } from "./grey-image.ts";

/** Squared differences of light beyond this are not of the page, but of something laid over it. */
const largestDifference = 60;
const leastGradient = 16;
const fewestPlaces = 200;
/** Steps smaller than this, in points of the picture, end the search. */
const enough = 0.004;

/**
 * The affine way from `original` to `suspect`, found by Gauss-Newton steps from a first guess (Lucas and Kanade, 1981).
 * Null where the page has too little on it to hold on to. `step` looks at every so many places only.
 */
export function refined(
  original: GreyImage,
  suspect: GreyImage,
  { from, rounds, step = 1 }: { from: Affine; rounds: number; step?: number },
): Affine | null {
  let way = from;
  for (let round = 0; round < rounds; round++) {
    const moves = stepTowards(original, warped(suspect, way, original), step);
    if (!moves) return null;
    way = composed(way, correction(moves, original));
    if (Math.abs(moves[0]!) + Math.abs(moves[2]!) + Math.abs(moves[4]!) + Math.abs(moves[5]!) < enough) break;
  }
  return way;
}

/** Least squares for the six parameters, with places measured from the middle so that they hardly depend on each other. */
function stepTowards(original: GreyImage, now: GreyImage, step: number): Float64Array | null {
  const { width, height, light } = original;
  const [normal, right, slope] = [new Float64Array(36), new Float64Array(6), new Float64Array(6)];
  let places = 0;
  for (let y = 1; y < height - 1; y += step) {
    for (let x = 1; x < width - 1; x += step) {
      const at = y * width + x;
      const gx = (light[at + 1]! - light[at - 1]!) / 2;
      const gy = (light[at + width]! - light[at - width]!) / 2;
      if (gx * gx + gy * gy < leastGradient || now.light[at]! < 0) continue;
      const difference = clipped(now.light[at]! - light[at]!, largestDifference);
      const u = x / width - 0.5;
      const v = y / height - 0.5;
      slope[0] = gx * u;
      slope[1] = gx * v;
      slope[2] = gx;
      slope[3] = gy * u;
      slope[4] = gy * v;
      slope[5] = gy;
      for (let i = 0; i < 6; i++) {
        right[i]! += slope[i]! * difference;
        for (let j = i; j < 6; j++) normal[i * 6 + j]! += slope[i]! * slope[j]!;
      }
      places++;
    }
  }
  return places < fewestPlaces ? null : solved(normal, right);
}

export const clipped = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** The picture has moved by `moves`, so it is fetched from that much before. */
function correction(moves: Float64Array, { width, height }: GreyImage): Affine {
  const [a, b, c, d, e, f] = moves as unknown as Affine;
  const [p, q, r, s] = [a / width, b / height, d / width, e / height];
  return [1 - p, -q, -(c - a / 2 - b / 2), -r, 1 - s, -(f - d / 2 - e / 2)];
}

/** Gauss-Jordan with pivots; `normal` holds the upper half of a symmetric matrix. */
function solved(normal: Float64Array, right: Float64Array): Float64Array | null {
  const rows = Array.from({ length: 6 }, (_, i) => [
    ...Array.from({ length: 6 }, (__, j) => normal[Math.min(i, j) * 6 + Math.max(i, j)]! * (i === j ? 1.0005 : 1)),
    right[i]!,
  ]);
  for (let column = 0; column < 6; column++) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column]!));
    const pivot = column + rest.indexOf(Math.max(...rest));
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    if (Math.abs(head[column]!) < 1e-9) return null;
    for (const row of rows) {
      if (row === head) continue;
      const factor = row[column]! / head[column]!;
      for (let j = column; j <= 6; j++) row[j]! -= factor * head[j]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[6]! / row[i]!);
}

/** How far the second page lies to the right of and below the first, by its ink, and how well it then fits (up to 1). */
export function shiftOf(original: Profiles, suspect: Profiles, most: number): { dx: number; dy: number; fit: number } {
  const [x, y] = [bestShift(original.columns, suspect.columns, most), bestShift(original.rows, suspect.rows, most)];
  return { dx: x.shift, dy: y.shift, fit: x.fit * y.fit };
}

function bestShift(one: Float64Array, other: Float64Array, most: number): { shift: number; fit: number } {
  const [meanA, meanB] = [mean(one), mean(other)];
  let best = { shift: 0, fit: -1 };
  for (let shift = -most; shift <= most; shift++) {
    let [both, squareA, squareB] = [0, 0, 0];
    for (let i = Math.max(0, -shift); i < one.length && i + shift < other.length; i++) {
      const a = one[i]! - meanA;
      const b = other[i + shift]! - meanB;
      both += a * b;
      squareA += a * a;
      squareB += b * b;
    }
    const fit = both / Math.sqrt(squareA * squareB + 1);
    if (fit > best.fit) best = { shift, fit };
  }
  return best;
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

const [widestTurn, turnStep] = [3, 0.25];

/** By how many degrees a page is turned: at that angle its lines of text make the sharpest profile. */
export function turnOf(image: GreyImage): number {
  let best = { turn: 0, sharpness: -1 };
  for (let turn = -widestTurn; turn <= widestTurn; turn += turnStep) {
    const sharpness = sharpnessAt(image, Math.tan((turn * Math.PI) / 180));
    if (sharpness > best.sharpness) best = { turn, sharpness };
  }
  return best.turn;
}

function sharpnessAt({ width, height, light }: GreyImage, slope: number): number {
  const margin = Math.ceil(width * Math.abs(slope)) + 2;
  const rows = new Float64Array(height + 2 * margin);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = light[y * width + x]!;
      if (value >= 0) rows[Math.round(y + (x - width / 2) * slope) + margin]! += 255 - value;
    }
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i++) sum += (rows[i]! - rows[i - 1]!) ** 2;
  return sum;
}

/** The way to a picture that was turned by so many degrees round its middle. */
export function turning(degrees: number, { width, height }: GreyImage): Affine {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y];
}

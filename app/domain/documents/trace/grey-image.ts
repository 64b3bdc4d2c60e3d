/** A picture's light: 0 is black, 255 white, row by row from the top. Below 0 there is nothing. */
export type GreyImage = { width: number; height: number; light: Float32Array };

/** Maps a place of one picture to the place of another that shows the same: x' = ax + by + c, y' = dx + ey + f. */
export type Affine = [number, number, number, number, number, number];

export const inPlace: Affine = [1, 0, 0, 0, 1, 0];

/** First `first`, then `second`. */
export function composed(second: Affine, first: Affine): Affine {
  const [a, b, c, d, e, f] = second;
  const [p, q, r, s, t, u] = first;
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f];
}

/** Each place weighs twice as much as its neighbours, along and across. */
export function blurred({ width, height, light }: GreyImage): GreyImage {
  const [half, whole] = [new Float32Array(width * height), new Float32Array(width * height)];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const left = row + Math.max(0, x - 1);
      const right = row + Math.min(width - 1, x + 1);
      half[row + x] = (light[left]! + 2 * light[row + x]! + light[right]!) / 4;
    }
  }
  for (let y = 0; y < height; y++) {
    const [row, above, below] = [y * width, Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) whole[row + x] = (half[above + x]! + 2 * half[row + x]! + half[below + x]!) / 4;
  }
  return { width, height, light: whole };
}

/** A third, a quarter... of the size: each place is the mean of `factor` × `factor`. */
export function shrunk(image: GreyImage, factor: number): GreyImage {
  const [width, height] = [Math.floor(image.width / factor), Math.floor(image.height / factor)];
  const light = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < factor; j++) {
        const from = (y * factor + j) * image.width + x * factor;
        for (let i = 0; i < factor; i++) sum += image.light[from + i]!;
      }
      light[y * width + x] = sum / (factor * factor);
    }
  }
  return { width, height, light };
}

/** The picture on a grid of this size, each place of it fetched from where `way` leads; -1 where that is outside. */
export function warped(image: GreyImage, way: Affine, size: { width: number; height: number }): GreyImage {
  const { width, height } = size;
  const [a, b, c, d, e, f] = way;
  const light = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = a * x + b * y + c;
      const v = d * x + e * y + f;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < 0 || top < 0 || left >= image.width - 1 || top >= image.height - 1) {
        light[y * width + x] = -1;
        continue;
      }
      const right = u - left;
      const low = v - top;
      const at = top * image.width + left;
      const upper = image.light[at]! * (1 - right) + image.light[at + 1]! * right;
      const lower = image.light[at + image.width]! * (1 - right) + image.light[at + image.width + 1]! * right;
      light[y * width + x] = upper * (1 - low) + lower * low;
    }
  }
  return { width, height, light };
}

/** The ink of each column and each row. */
export type Profiles = { columns: Float64Array; rows: Float64Array };

export function profilesOf({ width, height, light }: GreyImage): Profiles {
  const [columns, rows] = [new Float64Array(width), new Float64Array(height)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = 255 - light[y * width + x]!;
      columns[x]! += ink;
      rows[y]! += ink;
    }
  }
  return { columns, rows };
}

/** How alike two pictures of one size are where both show something: 1 the same, 0 nothing in common. */
export function likeness(one: GreyImage, other: GreyImage): number {
  let [n, sumA, sumB, squareA, squareB, both] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < one.light.length; at++) {
    const a = one.light[at]!;
    const b = other.light[at]!;
    if (a < 0 || b < 0) continue;
    n++;
    sumA += a;
    sumB += b;
    squareA += a * a;
    squareB += b * b;
    both += a * b;
  }
  const spread = (squareA - (sumA * sumA) / n) * (squareB - (sumB * sumB) / n);
  return n > 0 && spread > 0 ? (both - (sumA * sumB) / n) / Math.sqrt(spread) : 0;
}

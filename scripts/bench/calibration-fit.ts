import { type Calibration, confidenceOf, type Evidence, evidenceInputs } from "#app/domain/matching/confidence.ts";

export type Labelled = { evidence: Evidence; right: boolean; exact: boolean };

const ridge = 0.5;

/** Logistic regression of right on evidence by Newton's method, then the fill threshold for a precision on the same rows. */
export function fitCalibration(rows: Labelled[], precision: number): Calibration {
  const inputs = rows.map(({ evidence }) => evidenceInputs(evidence));
  let weights = [0, 0, 0, 0, 0];
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((weight, j) => (j === 0 ? 0 : ridge * weight));
    const curvature = weights.map((_, j) => weights.map((__, k) => (j === k && j > 0 ? ridge : j === k ? 1e-9 : 0)));
    inputs.forEach((input, i) => {
      const probability = 1 / (1 + Math.exp(-dot(weights, input)));
      const error = probability - (rows[i]!.right ? 1 : 0);
      input.forEach((x, j) => {
        gradient[j]! += error * x;
        input.forEach((y, k) => (curvature[j]![k]! += probability * (1 - probability) * x * y));
      });
    });
    const step = solved(curvature, gradient);
    weights = weights.map((weight, j) => weight - step[j]!);
  }
  const [intercept, score, margin, wording, vetoed] = weights as [number, number, number, number, number];
  const calibration = { intercept, score, margin, wording, vetoed, fillFrom: 1, steps: [] };
  const fillable = rows.filter(({ evidence }) => !evidence.vetoed);
  return { ...calibration, fillFrom: thresholdFor(fillable, calibration, precision) };
}

/** The lowest confidence from which on the share of right matches is at least the precision. */
function thresholdFor(rows: Labelled[], calibration: Calibration, precision: number): number {
  const rated = rows
    .map(({ evidence, right }) => ({ confidence: confidenceOf(evidence, calibration), right }))
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  rated.forEach((row, i) => {
    if (row.right) right++;
    if (right / (i + 1) >= precision) threshold = row.confidence;
  });
  return threshold;
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Solves matrix · x = values (Gauss, with pivots). */
function solved(matrix: number[][], values: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, values[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    const at = rows.indexOf(pivot);
    [rows[column], rows[at]] = [pivot, rows[column]!];
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[column]! / pivot[column]!;
      for (let k = column; k <= size; k++) row[k]! -= factor * pivot[k]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

import type { Bin } from "#scripts/bench/measures.ts";

const side = 320;
const edge = 48;

/** A reliability diagram as SVG: for each bin a dot at (mean confidence, share right), its area after the bin's size. */
export function reliabilityPicture(bins: Bin[], title: string): string {
  const x = (value: number) => (edge + value * side).toFixed(1);
  const y = (value: number) => (edge + (1 - value) * side).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(({ confidence, right, count }) => {
      const radius = (3 + 22 * Math.sqrt(count / total)).toFixed(1);
      const label = `${count} matches: confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}`;
      return `<circle cx="${x(confidence)}" cy="${y(right)}" r="${radius}" fill="#1f5f8b" fill-opacity="0.55"><title>${label}</title></circle>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side + 2 * edge} ${side + 2 * edge}" font-family="sans-serif" font-size="11">`,
    `<title>${title}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...ticks.flatMap((tick) => [
      `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#d5dae0" fill="none"/>`,
      `<text x="${x(tick)}" y="${edge + side + 16}" text-anchor="middle" fill="#45505c">${tick}</text>`,
      `<text x="${edge - 6}" y="${Number(y(tick)) + 4}" text-anchor="end" fill="#45505c">${tick}</text>`,
    ]),
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#8a94a0" stroke-dasharray="4 4"/>`,
    ...dots,
    `<text x="${edge + side / 2}" y="${edge + side + 36}" text-anchor="middle" fill="#45505c">confidence</text>`,
    `<text x="14" y="${edge + side / 2}" text-anchor="middle" fill="#45505c" transform="rotate(-90 14 ${edge + side / 2})">share right</text>`,
    `<text x="${edge}" y="28" fill="#1b232c" font-size="13">${title}</text>`,
    `</svg>`,
    "",
  ].join("\n");
}

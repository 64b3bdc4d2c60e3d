/** "#005571": red, green and blue of sRGB. */
export type Hex = string;

type Triple = [number, number, number];

export const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** "#ABC", "abcdef" and " #AbCdEf " as "#aabbcc", "#abcdef"; null for what is no colour. */
export function readHex(text: string): Hex | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text.trim().toLowerCase())?.[1];
  if (!digits) return null;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

const channels = (hex: Hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Triple;

const hexOf = (rgb: Triple): Hex =>
  `#${rgb
    .map((one) =>
      Math.round(Math.min(1, Math.max(0, one)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

const linear = (one: number) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
const gamma = (one: number) => (one <= 0.0031308 ? one * 12.92 : 1.055 * one ** (1 / 2.4) - 0.055);

/** WCAG 2.2, "relative luminance", with the threshold of sRGB's own standard; the difference is below 8 bits. */
function luminance(hex: Hex): number {
  const [red, green, blue] = channels(hex).map(linear) as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": 1 to 21, in either order. */
export function contrast(one: Hex, other: Hex): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` of the first, the rest of the second. */
export function mixed(one: Hex, other: Hex, share: number): Hex {
  const [a, b] = [channels(one), channels(other)];
  return hexOf(a.map((value, at) => value * share + b[at]! * (1 - share)) as Triple);
}

/** Lightness 0 to 1, and the two axes of colour, of OKLab (Björn Ottosson, 2020). */
function labOf(hex: Hex): Triple {
  const [red, green, blue] = channels(hex).map(linear) as Triple;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function linearOf([lightness, a, b]: Triple): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

export const lightnessOf = (hex: Hex): number => labOf(hex)[0];

/** The same hue at another lightness (0 to 1), as colourful as a screen can show it. */
export function atLightness(hex: Hex, lightness: number): Hex {
  const [, a, b] = labOf(hex);
  for (let share = 1; share > 0; share -= 0.02) {
    const rgb = linearOf([lightness, a * share, b * share]);
    if (rgb.every((one) => one >= -0.0001 && one <= 1.0001)) return hexOf(rgb.map(gamma) as Triple);
  }
  return hexOf(linearOf([lightness, 0, 0]).map(gamma) as Triple);
}

const step = 0.0025;

/** The nearest of the same hue, darker or lighter, that passes; null if none does. */
export function nearest(hex: Hex, towards: "darker" | "lighter", passes: (hex: Hex) => boolean): Hex | null {
  if (passes(hex)) return hex;
  const by = towards === "darker" ? -step : step;
  for (let lightness = lightnessOf(hex) + by; lightness >= 0 && lightness <= 1; lightness += by) {
    const candidate = atLightness(hex, lightness);
    if (passes(candidate)) return candidate;
  }
  const end = towards === "darker" ? "#000000" : "#ffffff";
  return passes(end) ? end : null;
}

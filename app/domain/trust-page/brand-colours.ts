import { atLightness, contrast, type Hex, lightnessOf, mixed, nearest } from "./colours.ts";

export type Scheme = "light" | "dark";

/** What stands behind our colours, as `styles/tokens.css` has it. */
export const surfaces: Record<Scheme, Record<string, Hex>> = {
  light: {
    page: "#ffffff",
    panel: "#f3f7f7",
    panel2: "#e8eeef",
    "current-bg": "#e5f7eb",
    "bridged-bg": "#e3f3fe",
    "ageing-bg": "#fdf1d9",
    "lapsed-bg": "#ffecea",
    "prep-bg": "#f0f0fb",
    "pending-bg": "#f8edf9",
    "none-bg": "#edf1f2",
  },
  dark: {
    page: "#0f1519",
    panel: "#151c21",
    panel2: "#1e262b",
    "current-bg": "#182d21",
    "bridged-bg": "#172a37",
    "ageing-bg": "#342815",
    "lapsed-bg": "#40201d",
    "prep-bg": "#282737",
    "pending-bg": "#322332",
    "none-bg": "#22292d",
  },
};

const inks: Record<Scheme, Hex> = { light: "#161f26", dark: "#e7ecee" };
const lines: Record<Scheme, Hex> = { light: "#d7dee0", dark: "#2e373d" };

/** WCAG 2.2 AA: 1.4.3 for text, 1.4.11 for what is no text. */
export const leastContrast = { text: 4.5, shape: 3 } as const;

export type Shortfall = { where: string; ratio: number; needs: number };

type Use = { where: string; against: Hex; needs: number };

const surfaceNames: Record<string, string> = { page: "the page", panel: "panels", panel2: "darker panels" };
const nameOf = (surface: string) => surfaceNames[surface] ?? "notes";

/** Links, buttons' words, the focus ring and meters: text on every surface, and a shape beside lines. */
const usesOfMain = (scheme: Scheme): Use[] => [
  ...Object.entries(surfaces[scheme]).map(([name, against]) => ({
    where: `as a link on ${nameOf(name)}`,
    against,
    needs: leastContrast.text,
  })),
  { where: "as a bar beside its track", against: lines[scheme], needs: leastContrast.shape },
];

/** The line above the page and the square with the initial: shapes on the page and on panels. */
const usesOfSecond = (scheme: Scheme): Use[] =>
  ["page", "panel"].map((name) => ({
    where: `as a shape on ${nameOf(name)}`,
    against: surfaces[scheme][name]!,
    needs: leastContrast.shape,
  }));

const usesOf = { main: usesOfMain, second: usesOfSecond };
export type Role = keyof typeof usesOf;

/** Where the colour is furthest below what it needs; null if it is nowhere. */
export function shortfallOf(role: Role, hex: Hex, scheme: Scheme = "light"): Shortfall | null {
  const short = usesOf[role](scheme)
    .map(({ where, against, needs }) => ({ where, needs, ratio: contrast(hex, against) }))
    .filter(({ ratio, needs }) => ratio < needs)
    .sort((one, other) => one.ratio / one.needs - other.ratio / other.needs);
  return short[0] ?? null;
}

const passes = (role: Role, scheme: Scheme) => (hex: Hex) => shortfallOf(role, hex, scheme) === null;

/** The nearest colour of the same hue that may be used. */
export const nearestUsable = (role: Role, hex: Hex): Hex => nearest(hex, "darker", passes(role, "light"))!;

export type BrandColours = { main: Hex | null; second: Hex | null };

/** The values of the tokens in `styles/tokens.css` that a company's own colours replace. */
export type Palette = Record<string, Hex>;

/** On dark pages a colour is lightened as far as its uses ask; hue and, as far as a screen can, strength stay. */
export function paletteOf({ main, second }: BrandColours, scheme: Scheme): Palette {
  const fit = (role: Role, hex: Hex) => (scheme === "light" ? hex : nearest(hex, "lighter", passes(role, "dark"))!);
  return {
    ...(main && accentsOf(fit("main", main), scheme)),
    ...(second && secondsOf(fit("second", second))),
  };
}

function accentsOf(accent: Hex, scheme: Scheme): Palette {
  const away = scheme === "light" ? -0.07 : 0.07;
  const hover = atLightness(accent, Math.min(1, Math.max(0, lightnessOf(accent) + away)));
  return {
    accent,
    "accent-h": hover,
    "on-accent": wordsOn(accent, hover),
    "accent-bg": tintOf(accent, scheme),
  };
}

function secondsOf(second: Hex): Palette {
  return { second, "on-second": wordsOn(second), band: second };
}

/** White or black, whichever is read better on all of them: on any one colour, one of the two has 4.58:1 or more. */
function wordsOn(...grounds: Hex[]): Hex {
  const worst = (words: Hex) => Math.min(...grounds.map((ground) => contrast(words, ground)));
  return worst("#ffffff") >= worst("#000000") ? "#ffffff" : "#000000";
}

/** As much of the colour in the page as leaves the colour itself, and plain text, readable on it. */
function tintOf(accent: Hex, scheme: Scheme): Hex {
  const page = surfaces[scheme]["page"]!;
  for (let share = scheme === "light" ? 0.1 : 0.18; share > 0; share -= 0.01) {
    const tint = mixed(accent, page, share);
    if ([accent, inks[scheme]].every((words) => contrast(words, tint) >= leastContrast.text)) return tint;
  }
  return page;
}

/** A style sheet of our own address, so that no style stands in a page. */
export function brandSheet(colours: BrandColours): string {
  const rule = (scheme: Scheme) => {
    const values = Object.entries(paletteOf(colours, scheme)).map(([token, hex]) => `--${token}:${hex}`);
    return `:root{${values.join(";")}}`;
  };
  return `@media screen{${rule("light")}}\n@media screen and (prefers-color-scheme:dark){${rule("dark")}}\n`;
}

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerFor, brandForm } from "#app/domain/trust-page/brand.ts";
import {
  brandSheet,
  nearestUsable,
  paletteOf,
  type Scheme,
  shortfallOf,
  surfaces,
} from "#app/domain/trust-page/brand-colours.ts";
import { atLightness, contrast, lightnessOf, readHex } from "#app/domain/trust-page/colours.ts";

const sheet = readFileSync("app/styles/tokens.css", "utf8");
const [light, dark] = sheet.split("@media (prefers-color-scheme: dark)") as [string, string];
const tokensOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
const tokens: Record<Scheme, Record<string, string>> = { light: tokensOf(light), dark: tokensOf(dark) };

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`);
const schemes: Scheme[] = ["light", "dark"];

const typed = { mainColour: "", secondColour: "", footerLinks: "" };
const complaintsAbout = (change: Record<string, string>) =>
  brandForm.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [path[0], message]);

describe("a contrast", () => {
  test("is what WCAG says it is", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#777777")).toBeCloseTo(4.48, 2);
  });

  test("is worked out against the surfaces that the style sheet has", () => {
    for (const scheme of schemes) {
      for (const [name, hex] of Object.entries(surfaces[scheme])) expect(tokens[scheme][name], name).toBe(hex);
    }
  });

  test("is enough for the product's own colours", () => {
    for (const scheme of schemes) {
      expect(shortfallOf("main", tokens[scheme]["accent"]!, scheme)).toBeNull();
      expect(contrast(tokens[scheme]["accent"]!, tokens[scheme]["accent-bg"]!)).toBeGreaterThan(4.5);
    }
  });
});

describe("a colour that may be used", () => {
  const usable = anyColour.map((hex) => ({ main: nearestUsable("main", hex), second: nearestUsable("second", hex) }));

  test("is readable in every use, in both colour schemes, with all that is made of it", () => {
    fc.assert(
      fc.property(usable, (colours) => {
        for (const scheme of schemes) {
          const palette = paletteOf(colours, scheme);
          const value = (name: string) => palette[name]!;
          expect(shortfallOf("main", value("accent"), scheme)).toBeNull();
          expect(shortfallOf("main", value("accent-h"), scheme)).toBeNull();
          expect(shortfallOf("second", value("second"), scheme)).toBeNull();
          for (const ground of ["accent", "accent-h"]) {
            expect(contrast(value("on-accent"), value(ground))).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(value("on-second"), value("second"))).toBeGreaterThanOrEqual(4.5);
          for (const words of [value("accent"), tokens[scheme]["ink"]!]) {
            expect(contrast(words, value("accent-bg"))).toBeGreaterThanOrEqual(4.5);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("stays on light pages as it was given", () => {
    expect(paletteOf({ main: "#005571", second: "#7a1f5c" }, "light")).toMatchObject({
      ...{ accent: "#005571", "on-accent": "#ffffff", second: "#7a1f5c", band: "#7a1f5c" },
    });
  });

  test("is lightened on dark pages, and keeps its hue", () => {
    const { accent } = paletteOf({ main: "#005571", second: null }, "dark");
    expect(lightnessOf(accent!)).toBeGreaterThan(lightnessOf("#005571"));
    expect(Number.parseInt(accent!.slice(5), 16)).toBeGreaterThan(Number.parseInt(accent!.slice(1, 3), 16));
  });

  test("replaces only its own tokens, in a sheet that holds nothing else", () => {
    const written = brandSheet({ main: "#005571", second: null });
    expect(written).toMatch(
      /^@media screen\{:root\{--accent:#005571;[^}]*\}\}\n@media screen and \(prefers-color-scheme:dark\)/,
    );
    expect(written).not.toContain("--second");
    const names = [...brandSheet({ main: "#005571", second: "#005571" }).matchAll(/--([\w-]+):/g)].map(
      ([, one]) => one,
    );
    for (const name of names) expect(sheet, name).toContain(`--${name}:`);
  });
});

describe("a colour that is too light", () => {
  test("is refused with where it fails and the nearest that passes, which is then taken with one click", () => {
    const [[field, message]] = complaintsAbout({ mainColour: "#77C6DF" }) as [[string, string]];
    const offer = offerFor("main", "#77C6DF")!;
    expect(field).toBe("mainColour");
    expect(message).toMatch(
      /^#77c6df is too light as a link on darker panels: its contrast is 1\.\d\d:1, and WCAG AA asks for 4\.5:1\./,
    );
    expect(message).toContain(`The nearest that passes is ${offer}`);
    const parsed = brandForm.parse({ ...typed, mainColour: "#77c6df", useMain: offer });
    expect(parsed.mainColour).toBe(offer);
  });

  test("is offered the least change that passes", () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        const offer = nearestUsable("main", hex);
        if (offer === hex) return;
        expect(shortfallOf("main", offer)).toBeNull();
        expect(shortfallOf("main", atLightness(hex, lightnessOf(offer) + 0.01))).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test("may still be the second colour, which is never text", () => {
    expect(complaintsAbout({ secondColour: "#1f8fb0" })).toBeUndefined();
    expect(complaintsAbout({ mainColour: "#1f8fb0" })).toBeDefined();
    expect(complaintsAbout({ secondColour: "#eeeeee" })).toMatchObject([
      ["secondColour", expect.stringContaining("as a shape")],
    ]);
  });
});

describe("what is typed as a colour", () => {
  test("may be short, in capitals or without its sign", () => {
    expect(["#ABC", "005571", " #00Ff00 "].map(readHex)).toEqual(["#aabbcc", "#005571", "#00ff00"]);
    expect(["", "#12", "#12345g", "red", "#1234567"].map(readHex)).toEqual([null, null, null, null, null]);
  });

  test("is refused when it is none", () => {
    expect(complaintsAbout({ mainColour: "red;}body{display:none" })).toEqual([
      ["mainColour", "Enter at most 20 characters"],
    ]);
    expect(complaintsAbout({ secondColour: "red" })).toEqual([["secondColour", "Enter a colour as #005571"]]);
  });
});

describe("links at the foot", () => {
  test("lead to https or mail addresses, a label and an address a line", () => {
    const footerLinks = "Privacy | https://example.com/p\n\nMail us|mailto:hi@example.com";
    expect(brandForm.parse({ ...typed, footerLinks }).footerLinks).toEqual([
      { label: "Privacy", href: "https://example.com/p" },
      { label: "Mail us", href: "mailto:hi@example.com" },
    ]);
  });

  test("are refused line by line", () => {
    const lines = [
      "Privacy",
      "Run | javascript:alert(1)",
      "Plain | http://example.com",
      "Data | data:text/html,x",
      "a | b | c",
      `${"x".repeat(61)} | https://example.com`,
      `Long | https://example.com/${"x".repeat(500)}`,
    ];
    expect(
      complaintsAbout({ footerLinks: lines.join("\n") })!.map(([, message]) => String(message).slice(0, 40)),
    ).toEqual([
      "Line 1: write a label, a bar and an addr",
      "Line 2: an address begins with https:// ",
      "Line 3: an address begins with https:// ",
      "Line 4: an address begins with https:// ",
      "Line 5: write a label, a bar and an addr",
      "Line 6: a label may have up to 60 charac",
      "Line 7: an address may have up to 500 ch",
    ]);
    const nine = Array.from({ length: 9 }, (_, at) => `L${at} | https://example.com/${at}`).join("\n");
    expect(complaintsAbout({ footerLinks: nine })).toEqual([["footerLinks", "Enter at most 8 lines"]]);
  });
});

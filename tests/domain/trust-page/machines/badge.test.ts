import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { badge, badgeColours } from "#app/domain/trust-page/machines/badge.ts";
import { soc2Status, type ReportDates } from "#app/domain/trust-page/soc2-status.ts";
import { describeStatus, toneOf, type StatusTone } from "#app/domain/trust-page/status-words.ts";
import type { ReportFacts, TrustPage } from "#app/domain/trust-page/trust-page.ts";
import type { Opinion } from "#db/schema/trust-page.ts";
import { aLetter, aTypeTwo } from "../given-reports.ts";
import { elementsOf } from "./read-xml.ts";

const company = { name: "Orrery & Sons" } as TrustPage["company"];

function badgeOn(today: string, change: Partial<ReportDates> = {}, letters = [aLetter]): string {
  const status = soc2Status([{ ...aTypeTwo, ...change }], { today, letters });
  const words = describeStatus(status, { company: company.name, today, hasControls: false });
  const issued = status.is !== "none" && "coverEnd" in status;
  const report = { kind: "soc2-type2", isIssued: issued } as ReportFacts;
  return badge({ company, today, report, status: { is: status.is, ...words, tone: toneOf(status) } });
}

const wordsOf = (svg: string) =>
  elementsOf(svg)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
const colourOf = (svg: string) => elementsOf(svg).filter(({ name }) => name === "rect")[1]!.attributes.fill;

describe("the badge", () => {
  test.each<[string, Opinion, string, StatusTone]>([
    ["2026-09-14", "unqualified", "Current, bridged to 30 Sep 2026 · 14 Sep 2026", "bridged"],
    ["2026-12-01", "unqualified", "Current · 1 Dec 2026", "current"],
    ["2027-08-01", "unqualified", "Ageing · 1 Aug 2027", "ageing"],
    ["2028-03-01", "unqualified", "Lapsed · 1 Mar 2028", "lapsed"],
    ["2026-12-01", "qualified", "Current, qualified · 1 Dec 2026", "qualified"],
    ["2026-12-01", "adverse", "Adverse opinion · 1 Dec 2026", "lapsed"],
    ["2027-08-01", "adverse", "Ageing, adverse opinion · 1 Aug 2027", "lapsed"],
    ["2026-12-01", "disclaimer", "Disclaimer of opinion · 1 Dec 2026", "disclaimer"],
    ["2028-03-01", "disclaimer", "Lapsed, disclaimer of opinion · 1 Mar 2028", "lapsed"],
  ])("on %s, with the opinion %s, says “%s” in the colour of %s", (today, opinion, words, tone) => {
    const svg = badgeOn(today, { opinion });
    expect(wordsOf(svg)).toEqual(["SOC 2 Type II", words]);
    expect(colourOf(svg)).toBe(badgeColours[tone]);
  });

  test("of a report on its way says so, and not of which type", () => {
    const waiting = { issuedOn: null, opinion: null };
    expect(wordsOf(badgeOn("2026-01-01", waiting))).toEqual(["SOC 2", "In observation · 1 Jan 2026"]);
    expect(wordsOf(badgeOn("2026-07-01", waiting))).toEqual(["SOC 2", "Report pending · 1 Jul 2026"]);
  });

  test("has a title for those who cannot see it, and nothing that runs or comes from elsewhere", () => {
    const svg = badgeOn("2026-12-01");
    const [root, title] = elementsOf(svg);
    expect(root!.attributes).toMatchObject({ role: "img", "aria-labelledby": "title" });
    expect(title).toMatchObject({
      attributes: { id: "title" },
      text: "Orrery & Sons, SOC 2 Type II: Current, worked out on 1 Dec 2026",
    });
    expect(new Set(elementsOf(svg).map(({ name }) => name))).toEqual(new Set(["svg", "title", "rect", "g", "text"]));
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|href|@import|\son[a-z]+=/);
  });

  test("has the page's colours, with words that can be read on them", () => {
    const tokens = readFileSync("app/styles/tokens.css", "utf8").split("@media")[0]!;
    const tones = readFileSync("app/styles/tones.css", "utf8");
    for (const [tone, colour] of Object.entries(badgeColours)) {
      const rule = new RegExp(`\\[data-tone="${tone}"\\][^{]*\\{\\s*--tone: var\\(--([a-z]+)\\)`).exec(tones);
      const token = rule?.[1] ?? "none";
      expect([tone, colour]).toEqual([tone, new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(tokens)![1]]);
      expect(contrastWithWhite(colour), tone).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

import { describe, expect, it } from "vitest";
import { cleanFileName, extensionOf } from "#app/domain/documents/file-names.ts";
import { cleanText, stampWords } from "#app/domain/documents/names.ts";
import { runsOf } from "#app/domain/documents/text-runs.ts";

const stamp = {
  name: "Pat Moreau",
  email: "pat@acme.example",
  company: "Acme GmbH",
  at: new Date("2026-09-03T07:05:59Z"),
  copyId: "K7QM",
  receipts: "trust.vendor.example/copies",
};
const receipt = "Receipt at trust.vendor.example/copies";
const everything = () => true;
const latin = (font: string, codePoint: number) => font === "latin" && codePoint < 0x250;

describe("The words of a stamp", () => {
  it("say who, whose, when and which copy", () => {
    expect(stampWords(stamp, everything)).toEqual({
      who: "Pat Moreau",
      what: ["pat@acme.example", "Copy K7QM"],
      footer: ["Pat Moreau", "pat@acme.example", "Acme GmbH", "3 Sep 2026, 07:05 UTC", "Copy K7QM", receipt],
    });
  });

  it("write a name and a company that the fonts lack in Latin letters, the whole of it", () => {
    const words = stampWords({ ...stamp, name: "山田 Taro", company: "株式会社 Acme" }, latin);
    expect(words).toEqual({
      who: "ShanTian Taro",
      what: ["pat@acme.example", "Copy K7QM"],
      footer: ["ShanTian Taro", "pat@acme.example", "ZhuShiHuiShe Acme", "3 Sep 2026, 07:05 UTC", "Copy K7QM", receipt],
    });
  });

  it("leave out a name of which nothing can be printed: the address speaks for it", () => {
    for (const name of ["🦊🦊", "", "\u202E\u200B", "‽⸮"]) {
      const words = stampWords({ ...stamp, name, company: "🦊" }, latin);
      expect(words.who).toBe("pat@acme.example");
      expect(words.footer).toEqual(["pat@acme.example", "3 Sep 2026, 07:05 UTC", "Copy K7QM", receipt]);
    }
  });

  it("keep an address unmistakable when the font lacks a letter of it", () => {
    const { footer } = stampWords({ ...stamp, name: "", email: "用a@acme.example" }, latin);
    expect(footer[0]).toBe("%E7%94%A8a@acme.example");
  });

  it("cannot be turned round, hidden or broken by characters in the name", () => {
    expect(cleanText("Pat\u202E uaeroM\u200B\u0000\n\uFEFF Jr\u2069")).toBe("Pat uaeroM Jr");
    expect(stampWords({ ...stamp, name: "\u202E\u200B" }, everything).who).toBe("pat@acme.example");
  });

  it("join letters and their accents, so that a search finds them", () => {
    expect(cleanText("Zoe\u0308")).toBe("Zoë");
  });

  it("write scripts that need more shaping than a stamp does in Latin letters, also where a font has theirs", () => {
    expect(stampWords({ ...stamp, name: "प्रिया" }, everything).who).toBe("priya");
  });
});

describe("A file's name", () => {
  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\ada\\Report.PDF", "Report.PDF"],
    ["report\u202Efdp.pdf", "reportfdp.pdf"],
    ['a"b\r\n<c>.pdf', "ab c.pdf"],
    ["  ...pdf  ", "pdf"],
    ["\u0000", "file"],
    ["Prüfbericht 2026.pdf", "Prüfbericht 2026.pdf"],
  ])("loses what could steer a path or a header: %j", (sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept);
  });

  it("is shortened before its extension", () => {
    expect(cleanFileName(`${"a".repeat(400)}.pdf`)).toBe(`${"a".repeat(156)}.pdf`);
  });

  it("has an extension in lower case, or none", () => {
    expect([extensionOf("a.b.PDF"), extensionOf("pdf"), extensionOf(".pdf")]).toEqual(["pdf", "", ""]);
  });
});

describe("A name in runs", () => {
  const fontOf: [RegExp, string][] = [
    [/[\p{Script=Latin}\p{Script=Common}]/u, "latin"],
    [/[\p{Script=Hebrew}\s]/u, "hebrew"],
    [/[\p{Script=Arabic}\s]/u, "arabic"],
    [/\p{Script=Han}/u, "chinese"],
    [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, "japanese"],
    [/[\p{Script=Han}\p{Script=Hangul}\s]/u, "korean"],
  ];
  const hasGlyph = (font: string, codePoint: number) =>
    fontOf.some(([letters, name]) => name === font && letters.test(String.fromCodePoint(codePoint)));
  const drawn = (text: string) => runsOf(text, hasGlyph)?.map(({ font, text: part }) => `${font}:${part}`);

  it("takes Japanese letters for what has kana, Korean ones for what has Hangul, else Chinese ones", () => {
    expect(drawn("田中さくら")).toEqual(["japanese:田中さくら"]);
    expect(drawn("金민수")).toEqual(["korean:金민수"]);
    expect(drawn("王芳")).toEqual(["chinese:王芳"]);
  });

  it("stands in the order in which it is seen: what is read from right to left begins at the right", () => {
    expect(drawn("שרה כהן")).toEqual(["hebrew:שרה כהן"]);
    expect(drawn("Smith محمد Lee")).toEqual(["latin:Smith ", "arabic:محمد", "latin: Lee"]);
    expect(drawn("שרה محمد")).toEqual(["arabic:محمد", "hebrew:שרה "]);
  });

  it("is not drawn in part: one letter without a glyph, and the whole is null", () => {
    expect(drawn("Anna 🦊\u0E01")).toBeUndefined();
  });
});

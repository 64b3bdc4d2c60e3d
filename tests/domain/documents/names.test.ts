import { describe, expect, it } from "vitest";
import { cleanFileName, extensionOf } from "#app/domain/documents/file-names.ts";
import { cleanText, stampWords } from "#app/domain/documents/names.ts";

const stamp = {
  name: "Pat Moreau",
  email: "pat@acme.example",
  company: "Acme GmbH",
  at: new Date("2026-09-03T07:05:59Z"),
  copyId: "K7QM",
};
const everything = () => true;
const latin = (codePoint: number) => codePoint < 0x250;

describe("The words of a stamp", () => {
  it("say who, whose, when and which copy", () => {
    expect(stampWords(stamp, everything)).toEqual({
      who: "Pat Moreau",
      what: "pat@acme.example · Copy K7QM",
      footer: ["Pat Moreau", "pat@acme.example", "Acme GmbH", "3 Sep 2026, 07:05 UTC", "Copy K7QM"],
    });
  });

  it("leave out a name and a company that the font cannot print", () => {
    const words = stampWords({ ...stamp, name: "山田太郎", company: "株式会社 Acme" }, latin);
    expect(words).toEqual({
      who: "pat@acme.example",
      what: "Copy K7QM",
      footer: ["pat@acme.example", "3 Sep 2026, 07:05 UTC", "Copy K7QM"],
    });
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

  it("leave out scripts that need shaping, also where the font has their letters", () => {
    expect(stampWords({ ...stamp, name: "प्रिया" }, everything).who).toBe("pat@acme.example");
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

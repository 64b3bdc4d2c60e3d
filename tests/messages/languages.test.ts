import { describe, expect, test } from "vitest";
import { complaintsByLanguage, filled, saidIn } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { acceptedLanguage, chosenLanguage, inLanguage, withLanguage } from "#app/messages/languages.ts";

describe("the language of a page", () => {
  test.each([
    [null, "en"],
    ["", "en"],
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.5", "de"],
    ["DE-ch", "de"],
    ["en-GB,en;q=0.9,de;q=0.8", "en"],
    ["en;q=0.5, de;q=0.8", "de"],
    ["fr-FR,fr;q=0.9,de;q=0.4", "de"],
    ["fr,it", "en"],
    ["de;q=0", "en"],
    ["de;q=0,*;q=0.5", "en"],
    ["*", "en"],
    ["*;q=0.1,de;q=0.2", "de"],
    ["de;q=1.5,en;q=0.1", "en"],
    ["de,en", "de"],
    ["dede", "en"],
    [";;,=q", "en"],
  ])("for Accept-Language %j is %s", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
    expect(acceptedLanguage(header), "read once more, from memory").toBe(language);
  });

  test("is what the address asks for, if it is one of ours", () => {
    expect(chosenLanguage(new URLSearchParams("lang=de"))).toBe("de");
    for (const other of ["", "lang=fr", "lang=DE", "lang=", "language=de"]) {
      expect(chosenLanguage(new URLSearchParams(other)), other).toBeNull();
    }
  });
});

describe("a chosen language", () => {
  test.each([
    ["/request", "/request?lang=de"],
    ["/request?document=1", "/request?document=1&lang=de"],
    ["/#controls", "/?lang=de#controls"],
    ["/?lang=en&q=backup#controls", "/?q=backup&lang=de#controls"],
    ["/portal/requests/1", "/portal/requests/1?lang=de"],
  ])("goes on with a link to %s", (path, carried) => {
    expect(withLanguage(path, "de")).toBe(carried);
  });

  test.each([
    "#terms",
    "https://example.com/",
    "//example.com/",
    "mailto:a@example.com",
    "/staff/sign-in",
    "/staff?a=b",
  ])("does not touch %s", (path) => {
    expect(withLanguage(path, "de")).toBe(path);
  });

  test("that nobody chose is not in any address", () => {
    expect(withLanguage("/request", null)).toBe("/request");
  });

  test("can be exchanged", () => {
    expect(inLanguage("/controls/CC6.1?lang=de", "en")).toBe("/controls/CC6.1?lang=en");
  });
});

describe("a complaint", () => {
  test("is said in the reader’s language, with what it names", () => {
    expect(saidIn("de", complaints.chooseFile)).toBe("Wählen Sie eine Datei");
    expect(saidIn("de", filled(complaints.atMostCharacters, { most: 160 }))).toBe(
      "Geben Sie höchstens 160 Zeichen ein",
    );
    const both = filled(complaints.heldAndAskedNote, { held: "Report (2025)", asked: "CAIQ" });
    expect(saidIn("de", both)).toBe("Zugang haben Sie schon zu: Report (2025). Schon angefordert haben Sie: CAIQ.");
    expect(saidIn("en", both)).toBe(both);
  });

  test("that nobody has put into words stays as it is", () => {
    expect(saidIn("de", "Something new.")).toBe("Something new.");
  });

  test("names the same things in every language", () => {
    const named = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
    for (const sentences of Object.values(complaintsByLanguage)) {
      for (const [key, sentence] of Object.entries(sentences)) {
        expect(named(sentence), key).toEqual(named(complaints[key as keyof typeof complaints]));
      }
    }
  });

  test("is told from every other one", () => {
    const said = Object.values(complaints);
    expect(new Set(said).size).toBe(said.length);
  });
});

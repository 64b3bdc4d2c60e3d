import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Opinion } from "#db/schema/trust-page.ts";
import { soc2Status, type LetterDates, type ReportDates } from "#app/domain/trust-page/soc2-status.ts";
import { describeStatus } from "#app/domain/trust-page/status-words.ts";
import { explainOpinion } from "#app/domain/trust-page/terms.ts";
import { languages } from "#app/messages/languages.ts";
import { wordsIn } from "#app/messages/words.ts";
import { aLetter, aTypeOne, aTypeTwo } from "./given-reports.ts";

const today = "2026-09-14";

function said(reports: ReportDates[], { letters = [] as LetterDates[], on = today } = {}) {
  return describeStatus(soc2Status(reports, { today: on, letters }), {
    company: "Orrery",
    today: on,
    hasControls: true,
  });
}

const withOpinion = (opinion: Opinion, report = aTypeTwo): ReportDates => ({ ...report, opinion });
const coming = { ...aTypeTwo, issuedOn: null, opinion: null };

describe("a clean report", () => {
  test("is current, with the day until which it counts", () => {
    expect(said([aTypeTwo])).toEqual({
      title: "Orrery has a current SOC 2 Type II report",
      word: "Current",
      sentence:
        "The report was issued on 21 Aug 2026, and its period ended 76 days ago. It counts as current until 30 Jun 2027.",
      tone: "current",
    });
  });

  test("of Type I is current as of its day", () => {
    expect(said([aTypeOne])).toEqual({
      title: "Orrery has a current SOC 2 Type I report",
      word: "Current",
      sentence:
        "The report was issued on 20 May 2026, and describes 31 Mar 2026, 167 days ago. It counts as current until 31 Mar 2027.",
      tone: "current",
    });
  });

  test("is still called current while a letter bridges it", () => {
    expect(said([aTypeTwo], { letters: [aLetter] })).toEqual({
      title: "Orrery has a current SOC 2 Type II report, bridged to 30 Sep 2026",
      word: "Current, bridged to 30 Sep 2026",
      sentence:
        "The period ended on 30 Jun 2026. A letter from management covers 1 Jul – 30 Sep 2026; it is not audited. 16 days of it are left.",
      tone: "bridged",
    });
  });

  test("ages after 12 months, with what comes next", () => {
    const next = {
      ...coming,
      id: "next",
      periodStart: "2026-10-01",
      periodEnd: "2027-09-30",
      expectedOn: "2027-11-20",
    };
    expect(said([aTypeTwo, next], { on: "2027-09-10" })).toEqual({
      title: "Orrery’s last SOC 2 Type II period ended 14 months ago",
      word: "Ageing",
      sentence:
        "The period ended on 30 Jun 2026, 14 months ago, and no bridge letter covers today. The next period is being observed until 30 Sep 2027; its report is expected in Nov 2027.",
      tone: "ageing",
    });
  });

  test("lapses after 18 months, and is not to be relied on", () => {
    expect(said([aTypeTwo], { on: "2028-01-15" })).toEqual({
      title: "Orrery’s SOC 2 Type II report has lapsed",
      word: "Lapsed",
      sentence:
        "The period ended on 30 Jun 2026, 18 months ago. We show it for the record; do not rely on it for today.",
      tone: "lapsed",
    });
  });
});

describe("a report that is not clean", () => {
  test.each([
    ["qualified", "Orrery has a SOC 2 Type II report with a qualified opinion", "Current, qualified", "qualified"],
    ["adverse", "Orrery has a SOC 2 Type II report with an adverse opinion", "Adverse opinion", "lapsed"],
    [
      "disclaimer",
      "Orrery has a SOC 2 Type II report with a disclaimer of opinion",
      "Disclaimer of opinion",
      "disclaimer",
    ],
  ] as const)("in date, %s: the title names the opinion", (opinion, title, word, tone) => {
    expect(said([withOpinion(opinion)])).toMatchObject({ title, word, tone });
  });

  test.each([
    ["qualified", "Current, bridged to 30 Sep 2026, qualified", "qualified"],
    ["adverse", "Adverse opinion", "lapsed"],
    ["disclaimer", "Disclaimer of opinion", "disclaimer"],
  ] as const)("bridged, %s: the graver of the two gives the tone", (opinion, word, tone) => {
    expect(said([withOpinion(opinion)], { letters: [aLetter] })).toMatchObject({ word, tone });
  });

  test.each([
    ["qualified", "Orrery’s last SOC 2 Type II report has a qualified opinion", "Ageing, qualified", "qualified"],
    ["adverse", "Orrery’s last SOC 2 Type II report has an adverse opinion", "Ageing, adverse opinion", "lapsed"],
    [
      "disclaimer",
      "Orrery’s last SOC 2 Type II report has a disclaimer of opinion",
      "Ageing, disclaimer of opinion",
      "disclaimer",
    ],
  ] as const)("ageing, %s: the title names the opinion", (opinion, title, word, tone) => {
    expect(said([withOpinion(opinion)], { on: "2027-09-10" })).toMatchObject({ title, word, tone });
  });

  test.each([
    ["qualified", "Orrery’s SOC 2 Type II report with a qualified opinion has lapsed"],
    ["adverse", "Orrery’s SOC 2 Type II report with an adverse opinion has lapsed"],
    ["disclaimer", "Orrery’s SOC 2 Type II report with a disclaimer of opinion has lapsed"],
  ] as const)("lapsed, %s: it has lapsed", (opinion, title) => {
    expect(said([withOpinion(opinion)], { on: "2028-01-15" })).toMatchObject({ title, tone: "lapsed" });
  });

  test("that failed says so, and in plain words why", () => {
    expect(said([withOpinion("adverse")]).sentence).toBe(
      "Tallis & Roe LLP found that controls did not meet the criteria in material respects. The report was issued on 21 Aug 2026, and its period ended 76 days ago.",
    );
  });
});

describe("a report to come", () => {
  test("in preparation, of Type I", () => {
    const planned = { ...aTypeOne, issuedOn: null, opinion: null, asOf: "2026-11-30" };
    expect(said([planned])).toEqual({
      title: "Orrery is preparing for SOC 2 Type I",
      word: "In preparation",
      sentence:
        "We plan an as-of date of 30 Nov 2026. Until a report is issued, the controls below are our own statement.",
      tone: "prep",
    });
  });

  test("in observation", () => {
    const watched = { ...coming, periodStart: "2026-04-01", periodEnd: "2026-09-30", expectedOn: "2026-11-20" };
    expect(said([watched])).toEqual({
      title: "Orrery is being observed for SOC 2 Type II",
      word: "In observation",
      sentence:
        "The window runs from 1 Apr to 30 Sep 2026, 167 of 183 days done. The report is expected in Nov 2026. Until a report is issued, the controls below are our own statement.",
      tone: "observation",
    });
  });

  test("being written", () => {
    expect(said([{ ...coming, expectedOn: "2026-10-10" }])).toEqual({
      title: "Orrery’s first SOC 2 Type II report is being written",
      word: "Report pending",
      sentence:
        "The observation window ended on 30 Jun 2026. Tallis & Roe LLP expects to issue the report in Oct 2026. No opinion exists yet.",
      tone: "pending",
    });
  });

  test("without published controls does not speak of any", () => {
    const telling = { company: "Orrery", today, hasControls: false };
    expect(describeStatus(soc2Status([], { today, letters: [] }), telling).sentence).toBe(
      "We have not published controls yet.",
    );
    const watched = { ...coming, periodStart: "2026-04-01", periodEnd: "2026-09-30" };
    const said = describeStatus(soc2Status([watched], { today, letters: [] }), telling).sentence;
    expect(said).toBe("The window runs from 1 Apr to 30 Sep 2026, 167 of 183 days done.");
  });

  test("none at all", () => {
    expect(said([])).toEqual({
      title: "Orrery has no SOC 2 report",
      word: "None",
      sentence: "Here is what we do today, in our own words.",
      tone: "none",
    });
  });
});

/** The words that would be a lie: of a report that is not in date and clean, and of one that nobody issued. */
const lies = {
  en: { current: /current/i, hasCurrent: /has a current/, certified: /certif|complian/i },
  de: { current: /aktuell/i, hasCurrent: /einen aktuellen/, certified: /zertifi|konform|compliant/i },
} as const;

describe.each(languages)("for every opinion, kind and day, in %s", (language) => {
  const words = wordsIn(language);
  const lie = lies[language];
  const anyCase = fc.record({
    opinion: fc.constantFrom<Opinion>("unqualified", "qualified", "adverse", "disclaimer"),
    report: fc.constantFrom(aTypeOne, aTypeTwo),
    letters: fc.constantFrom<LetterDates[]>([], [aLetter], [{ ...aLetter, coversUntil: "2030-01-01" }]),
    on: fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2025, 5, 1 + days)).toISOString().slice(0, 10)),
  });
  const saidOf = ({ opinion, report, letters, on }: typeof anyCase extends fc.Arbitrary<infer T> ? T : never) => {
    const status = soc2Status([{ ...report, opinion }], { today: on, letters });
    return { status, said: describeStatus(status, { company: "Orrery", today: on, hasControls: true, words }) };
  };

  test("an adverse or disclaimed report, and one that has lapsed, is never called current", () => {
    fc.assert(
      fc.property(anyCase, (situation) => {
        const { status, said } = saidOf(situation);
        const issued = status.is !== "none" && status.report.issuedOn! <= situation.on;
        if (!issued) return;
        if (situation.opinion === "adverse" || situation.opinion === "disclaimer" || status.is === "lapsed") {
          expect(`${said.title} ${said.word} ${said.sentence}`).not.toMatch(lie.current);
        }
        if (status.is === "ageing" || status.is === "lapsed") expect(said.title).not.toMatch(lie.current);
      }),
      { numRuns: 400 },
    );
  });

  test("only a clean report has the tone of one", () => {
    fc.assert(
      fc.property(anyCase, (situation) => {
        const { said } = saidOf(situation);
        if (said.tone === "current" || said.tone === "bridged") expect(situation.opinion).toBe("unqualified");
        if (lie.hasCurrent.test(said.title)) expect(situation.opinion).toBe("unqualified");
      }),
      { numRuns: 400 },
    );
  });

  test("nobody is called certified or compliant", () => {
    const everything = [
      ...words.glossary.flatMap(({ word, meaning }) => [word, meaning]),
      ...(["unqualified", "qualified", "adverse", "disclaimer"] as const).flatMap((opinion) =>
        (["soc2-type1", "soc2-type2", "soc3"] as const).map((kind) => explainOpinion(opinion, kind, words)),
      ),
    ].join(" ");
    expect(everything).not.toMatch(/certified|certificate|complian|zertifiziert|Zertifikat|konform/i);
    fc.assert(
      fc.property(anyCase, (situation) => {
        expect(Object.values(saidOf(situation).said).join(" ")).not.toMatch(lie.certified);
      }),
    );
  });
});

describe("the same status in German", () => {
  const inGerman = (report: ReportDates | null, on = today) =>
    describeStatus(soc2Status(report ? [report] : [], { today: on, letters: [] }), {
      ...{ company: "Orrery", today: on, hasControls: true },
      words: wordsIn("de"),
    });

  test.each([
    ["unqualified", "Orrery hat einen aktuellen SOC-2-Bericht Typ II", "Aktuell"],
    ["qualified", "Orrery hat einen SOC-2-Bericht Typ II mit eingeschränktem Prüfungsurteil", "Aktuell, eingeschränkt"],
    ["adverse", "Orrery hat einen SOC-2-Bericht Typ II mit versagtem Prüfungsurteil", "Versagtes Prüfungsurteil"],
    [
      "disclaimer",
      "Orrery hat einen SOC-2-Bericht Typ II ohne Prüfungsurteil (Nichtabgabe)",
      "Prüfungsurteil nicht abgegeben",
    ],
  ] as const)("names the opinion %s", (opinion, title, word) => {
    expect(inGerman({ ...aTypeTwo, opinion })).toMatchObject({ title, word });
  });

  test.each([
    ["2027-09-10", "Orrerys letzter Prüfungszeitraum für SOC 2 Typ II endete vor 14 Monaten", "Veraltend"],
    ["2028-01-15", "Orrerys SOC-2-Bericht Typ II ist abgelaufen", "Abgelaufen"],
  ])("grows old on %s", (on, title, word) => {
    expect(inGerman(aTypeTwo, on)).toMatchObject({ title, word });
  });

  test("says when the report was issued, with the days as German counts them", () => {
    expect(inGerman(aTypeTwo).sentence).toBe(
      "Der Bericht wurde am 21. Aug. 2026 ausgestellt; sein Prüfungszeitraum endete vor 76 Tagen. Er gilt bis 30. Juni 2027 als aktuell.",
    );
  });

  test("promises nothing for work in preparation", () => {
    const said = inGerman({ ...coming, periodStart: "2026-10-01", periodEnd: "2027-09-30", expectedOn: "2027-11-20" });
    expect(said).toMatchObject({ title: "Orrery bereitet sich auf SOC 2 Typ II vor", word: "In Vorbereitung" });
    expect(said.sentence).toBe(
      "Der Beobachtungszeitraum ist vom 1. Okt. 2026 bis 30. Sept. 2027 geplant. Der Bericht wird im November 2027 erwartet. Bis ein Bericht vorliegt, sind die Kontrollen unten unsere eigene Aussage.",
    );
    expect(inGerman(null).title).toBe("Orrery hat keinen SOC-2-Bericht");
  });
});

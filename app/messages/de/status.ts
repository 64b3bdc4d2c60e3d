import type { Words } from "../en.ts";
import { calendar, count } from "./calendar.ts";
import { terms } from "./terms.ts";

type Kind = keyof typeof terms.kinds;
type Opinion = keyof typeof terms.opinions;
type Cover = Parameters<Words["status"]["ageing"]>[0];

const daysAgo = (days: number): string => (days === 0 ? "heute" : `vor ${count(days, "Tag", "Tagen")}`);
const monthsAgo = (months: number): string => `vor ${count(months, "Monat", "Monaten")}`;
const opens = ({ isTypeOne, coverEnd, months }: Cover): string =>
  isTypeOne
    ? `Der Bericht beschreibt einen einzigen Tag, den ${calendar.day(coverEnd)}, ${monthsAgo(months)}`
    : `Der Prüfungszeitraum endete am ${calendar.day(coverEnd)}, ${monthsAgo(months)}`;

const reports: Record<Kind, string> = {
  "soc2-type1": "SOC-2-Bericht Typ I",
  "soc2-type2": "SOC-2-Bericht Typ II",
  soc3: "SOC-3-Bericht",
};
const withOpinion: Record<Opinion, string> = {
  unqualified: "",
  qualified: " mit eingeschränktem Prüfungsurteil",
  adverse: " mit versagtem Prüfungsurteil",
  disclaimer: " ohne Prüfungsurteil (Nichtabgabe)",
};
const givenOpinion: Record<Opinion, string> = {
  unqualified: "ein uneingeschränktes Prüfungsurteil",
  qualified: "ein eingeschränktes Prüfungsurteil",
  adverse: "ein versagtes Prüfungsurteil",
  disclaimer: "kein Prüfungsurteil (Nichtabgabe)",
};
const named = (kind: Kind, opinion: Opinion) => `${reports[kind]}${withOpinion[opinion]}`;
const auditorOf = (auditor: string) => auditor || "Der Prüfer";
/** „Orrerys“, but „Atlas’“: a name that ends in an s sound takes the apostrophe. */
const of = (company: string) => (/[sßzx]$/i.test(company) ? `${company}’` : `${company}s`);

export const status: Words["status"] = {
  notSetUp: {
    title: "Dieses Trust Center wird gerade eingerichtet",
    word: "Nicht eingerichtet",
    sentence: "Es ist noch nichts veröffentlicht.",
  },
  none: {
    title: (company) => `${company} hat keinen SOC-2-Bericht`,
    word: "Keiner",
    withControls: "Hier steht in unseren eigenen Worten, was wir heute tun.",
    withoutControls: "Wir haben noch keine Kontrollen veröffentlicht.",
  },
  titles: {
    inDate: ({ company, kind, opinion, bridgedTo }) =>
      `${company} hat einen ${opinion === "unqualified" ? "aktuellen " : ""}${named(kind, opinion)}${bridgedTo ? `, überbrückt bis ${calendar.day(bridgedTo)}` : ""}`,
    lapsed: ({ company, kind, opinion }) => `${of(company)} ${named(kind, opinion)} ist abgelaufen`,
    lastWithOpinion: ({ company, kind, opinion }) =>
      `${of(company)} letzter ${reports[kind]} hat ${givenOpinion[opinion]}`,
    lastDay: (company, months) =>
      `${of(company)} letzter SOC-2-Bericht Typ I beschreibt einen Tag ${monthsAgo(months)}`,
    lastPeriod: (company, months) =>
      `${of(company)} letzter Prüfungszeitraum für SOC 2 Typ II endete ${monthsAgo(months)}`,
  },
  words: {
    current: "Aktuell",
    bridged: (until) => `Aktuell, überbrückt bis ${calendar.day(until)}`,
    ageing: "Veraltend",
    lapsed: "Abgelaufen",
    qualified: (word) => `${word}, eingeschränkt`,
    adverse: "Versagtes Prüfungsurteil",
    disclaimer: "Prüfungsurteil nicht abgegeben",
    ended: (word, opinion) =>
      `${word}, ${opinion === "adverse" ? "versagtes Prüfungsurteil" : "Prüfungsurteil nicht abgegeben"}`,
  },
  unissued: {
    "in-preparation": "In Vorbereitung",
    "in-observation": "In Beobachtung",
    "report-pending": "Bericht steht aus",
  },
  opinionGiven: {
    qualified: (auditor) =>
      `${auditorOf(auditor)} gab ein eingeschränktes Prüfungsurteil ab: bestanden, mit benannten Abweichungen.`,
    adverse: (auditor) =>
      `${auditorOf(auditor)} stellte fest, dass Kontrollen die Kriterien in wesentlichen Belangen nicht erfüllten.`,
    disclaimer: (auditor) =>
      `${auditorOf(auditor)} konnte nicht genügend Nachweise erlangen, um ein Prüfungsurteil zu bilden.`,
  },
  issued: ({ issuedOn, isTypeOne, coverEnd, days }) =>
    isTypeOne
      ? `Der Bericht wurde am ${calendar.day(issuedOn)} ausgestellt und beschreibt den ${calendar.day(coverEnd)}, ${daysAgo(days)}.`
      : `Der Bericht wurde am ${calendar.day(issuedOn)} ausgestellt; sein Prüfungszeitraum endete ${daysAgo(days)}.`,
  countsUntil: (day) => `Er gilt bis ${calendar.day(day)} als aktuell.`,
  inDateUntil: (day) => `Seinem Datum nach gilt er bis ${calendar.day(day)}.`,
  bridged: ({ coverEnd, from, until }) =>
    `Der Prüfungszeitraum endete am ${calendar.day(coverEnd)}. Ein Schreiben der Geschäftsleitung deckt ${calendar.range(from, until)} ab; es ist nicht geprüft.`,
  letterLeft: (days) =>
    days === 0
      ? "Heute ist sein letzter Tag."
      : `Davon ${days === 1 ? "bleibt" : "bleiben"} ${count(days, "Tag", "Tage")}.`,
  ageing: (cover) =>
    `${opens(cover)}${cover.isTypeOne ? "" : "; kein Überbrückungsschreiben deckt den heutigen Tag ab"}.`,
  lapsed: (cover) =>
    `${opens(cover)}. Wir zeigen ihn der Vollständigkeit halber; verlassen Sie sich heute nicht darauf.`,
  noNext: "Ein nächster Bericht ist nicht geplant.",
  next: {
    prepared: (expected) =>
      expected
        ? `Der nächste Bericht wird im ${calendar.month(expected)} erwartet.`
        : "Der nächste Bericht wird vorbereitet.",
    observed: (until, expected) =>
      `Der nächste Zeitraum wird bis ${calendar.day(until)} beobachtet${expected ? `; der Bericht dazu wird im ${calendar.month(expected)} erwartet` : ""}.`,
    pending: (expected) =>
      `Der nächste Bericht wird geschrieben${expected ? ` und im ${calendar.month(expected)} erwartet` : ""}.`,
  },
  ownStatement: "Bis ein Bericht vorliegt, sind die Kontrollen unten unsere eigene Aussage.",
  preparing: {
    title: ({ company, kind }) => `${company} bereitet sich auf ${terms.kinds[kind]} vor`,
    asOf: (day) => `Wir planen den Stichtag ${calendar.day(day)}.`,
    window: (start, end) => `Der Beobachtungszeitraum ist vom ${calendar.range(start, end, " bis ")} geplant.`,
  },
  observed: {
    title: ({ company, kind }) => `${company} wird für ${terms.kinds[kind]} beobachtet`,
    window: ({ start, end, done, all }) =>
      `Der Beobachtungszeitraum läuft vom ${calendar.range(start, end, " bis ")}; ${done} von ${count(all, "Tag", "Tagen")} sind vorbei.`,
  },
  pending: {
    title: ({ company, kind }) => `${of(company)} erster ${reports[kind]} wird geschrieben`,
    ended: (day, isTypeOne) =>
      isTypeOne
        ? `Der Stichtag des Prüfers war der ${calendar.day(day)}.`
        : `Der Beobachtungszeitraum endete am ${calendar.day(day)}.`,
    expected: (auditor, expected) =>
      `${auditorOf(auditor)} will den Bericht im ${calendar.month(expected)} ausstellen.`,
    noOpinion: "Ein Prüfungsurteil gibt es noch nicht.",
  },
  reportExpected: (expected) => `Der Bericht wird im ${calendar.month(expected)} erwartet.`,
};

export const record: Words["record"] = {
  shortKinds: { "soc2-type1": "Typ I", "soc2-type2": "Typ II", soc3: "SOC 3" },
  asOf: (day) => `Stichtag ${calendar.day(day)}`,
  notSet: "nicht festgelegt",
  expected: (day) => `erwartet im ${calendar.month(day)}`,
  exceptions: (exceptions) => count(exceptions, "Abweichung", "Abweichungen"),
  notYet: "noch keines",
  superseded: "Abgelöst",
  letter: "Überbrückungs\u00adschreiben",
  letterOpinion: "keines: von der Geschäftsleitung unterschrieben, nicht geprüft",
  ended: "Beendet",
  signedOn: (day) => `Unterschrieben am ${calendar.day(day)}`,
  from: (day) => `Ab ${calendar.day(day)}`,
  coversToday: "Deckt heute ab",
  gap: "Lücke",
  noneCovers: (days) => (days === 1 ? "Kein Bericht deckt diesen Tag ab" : `Kein Bericht deckt diese ${days} Tage ab`),
};

export const timeline: Words["timeline"] = {
  title: "Was die Berichte abdecken",
  keys: {
    current: "Aktueller Bericht",
    bridged: "Aktueller Bericht",
    ageing: "Veraltender Bericht",
    qualified: "Eingeschränktes Prüfungsurteil",
    lapsed: "Versagtes Prüfungsurteil",
    disclaimer: "Kein Prüfungsurteil",
    earlier: "Früherer Bericht",
    letter: "Überbrückungsschreiben",
    gap: "Lücke",
    pending: "Bericht wird geschrieben",
    window: "Beobachtet oder geplant",
  },
  describe: ({ from, until, gaps }) =>
    `Zeitleiste der Abdeckung von ${calendar.month(from)} bis ${calendar.month(until)}${gaps > 0 ? `, mit ${count(gaps, "Lücke", "Lücken")}` : ""}. Die Tabelle darunter sagt dasselbe in Worten.`,
  newestFirst: (description) => `Das Neueste zuerst. ${description}`,
  lanes: { reports: "Berichte", issued: "Ausgestellt", letters: "Schreiben" },
  issuedOn: (day) => `Ausgestellt am ${calendar.day(day)}`,
  planned: "Geplant",
  point: ({ kind, asOf, opinion }) =>
    `${kind}, Stichtag ${calendar.day(asOf)}${opinion ? `, ${terms.opinions[opinion].toLowerCase()}` : ""}`,
  span: ({ kind, months, opinion }) =>
    `${kind}, ${count(months, "Monat", "Monate")}${opinion ? `, ${terms.opinions[opinion].toLowerCase()}` : ""}`,
  next: (stage) => `Als Nächstes: ${stage.charAt(0).toLowerCase()}${stage.slice(1)}`,
  expected: (day) => `erwartet im ${calendar.month(day)}`,
  gap: (days) => `Lücke, ${count(days, "Tag", "Tage")}`,
  letterInFull: (days) => `Überbrückungsschreiben, ${count(days, "Tag", "Tage")}, nicht geprüft`,
  letter: (days) => `Überbrückungsschreiben, ${count(days, "Tag", "Tage")}`,
  letterDaysNotAudited: (days) => `${count(days, "Tag", "Tage")}, nicht geprüft`,
  letterDays: (days) => count(days, "Tag", "Tage"),
  notAudited: "Nicht geprüft",
  today: (day) => `Heute, ${calendar.day(day)}`,
};

export const certifications: Words["certifications"] = {
  inPreparation: {
    word: "In Vorbereitung",
    sentence: (expected) =>
      `Es ist noch nichts ausgestellt.${expected ? ` Erwartet im ${calendar.month(expected)}.` : ""}`,
  },
  notYetValid: {
    word: "Noch nicht gültig",
    sentence: (from, until) => `Gültig von ${calendar.day(from)} bis ${calendar.day(until)}.`,
  },
  valid: { word: "Gültig", sentence: (until) => `Bis ${calendar.day(until)}.` },
  endsSoon: {
    word: "Endet bald",
    sentence: (until, daysLeft) =>
      `Gültig bis ${calendar.day(until)}: ${daysLeft === 0 ? "heute ist der letzte Tag" : `noch ${count(daysLeft, "Tag", "Tage")}`}.`,
  },
  lapsed: {
    word: "Abgelaufen",
    sentence: (until) => `Der letzte Tag war der ${calendar.day(until)}. Verlassen Sie sich heute nicht darauf.`,
  },
};

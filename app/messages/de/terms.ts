import type { Words } from "../en.ts";

export const terms: Words["terms"] = {
  kinds: { "soc2-type1": "SOC 2 Typ I", "soc2-type2": "SOC 2 Typ II", soc3: "SOC 3" },
  kindMeanings: {
    "soc2-type1": "Wie Kontrollen an einem Tag ausgestaltet waren",
    "soc2-type2": "Wie Kontrollen über einen Zeitraum wirkten",
    soc3: "Eine Zusammenfassung für alle",
  },
  opinions: {
    unqualified: "Uneingeschränkt",
    qualified: "Eingeschränkt",
    adverse: "Versagt",
    disclaimer: "Nicht abgegeben",
  },
  unqualifiedMeans: {
    "soc2-type1":
      "Bestanden. Nach dem Urteil des Prüfers ist die Beschreibung zutreffend und waren die Kontrollen an diesem Tag angemessen ausgestaltet, in allen wesentlichen Belangen.",
    "soc2-type2":
      "Bestanden. Nach dem Urteil des Prüfers ist die Beschreibung zutreffend und waren die Kontrollen angemessen ausgestaltet und wirksam, in allen wesentlichen Belangen.",
    soc3: "Bestanden. Nach dem Urteil des Prüfers ist die Beschreibung zutreffend und waren die Kontrollen wirksam, in allen wesentlichen Belangen.",
  },
  opinionMeans: {
    qualified:
      "Bestanden, mit benannten Abweichungen. Der Prüfer nennt etwas, das die Kriterien nicht erfüllte; alles andere erfüllte sie in allen wesentlichen Belangen.",
    adverse:
      "Nicht bestanden. Der Prüfer stellte fest, dass Kontrollen die Kriterien in wesentlichen Belangen nicht erfüllten.",
    disclaimer:
      "Es gibt kein Prüfungsurteil. Der Prüfer konnte nicht genügend Nachweise erlangen, um sich eines zu bilden.",
  },
  categories: {
    security: "Sicherheit",
    availability: "Verfügbarkeit",
    "processing-integrity": "Integrität der Verarbeitung",
    confidentiality: "Vertraulichkeit",
    privacy: "Datenschutz",
  },
  categoryMeanings: {
    security: "Systeme und Daten sind gegen unbefugten Zugriff und Schäden geschützt.",
    availability: "Der Dienst ist wie vereinbart nutzbar und läuft nach einem Ausfall wieder an.",
    "processing-integrity": "Die Verarbeitung ist vollständig, gültig, richtig und pünktlich.",
    confidentiality: "Was als vertraulich gekennzeichnet ist, bleibt vertraulich und wird rechtzeitig vernichtet.",
    privacy:
      "Personenbezogene Daten werden so erhoben, genutzt, aufbewahrt und weitergegeben, wie es die Datenschutzhinweise sagen.",
  },
  controlStatuses: { implemented: "Umgesetzt", "in-progress": "In Umsetzung", planned: "Geplant" },
  subprocessorStates: { planned: "Geplant", active: "Aktiv", leaving: "Endet", removed: "Entfernt" },
  topics: {
    compliance: "Compliance",
    vulnerabilities: "Schwachstellen",
    incidents: "Vorfälle",
    subprocessors: "Unterauftragsverarbeiter",
    general: "Allgemeines",
  },
};

export const glossary: Words["glossary"] = [
  {
    word: "SOC 2",
    meaning:
      "Ein Bericht, in dem eine unabhängige Prüfungsgesellschaft (CPA) die Kontrollen eines Dienstleisters anhand der Trust Services Criteria prüft und ihr Urteil abgibt. Er ist eine Bescheinigung über eine Prüfung, keine Zertifizierung.",
  },
  {
    word: "Typ I, Stichtag",
    meaning:
      "Der Prüfer hat betrachtet, wie Kontrollen an einem Tag ausgestaltet waren. Über die Tage danach sagt das nichts.",
  },
  {
    word: "Typ II, Prüfungszeitraum",
    meaning:
      "Der Prüfer hat geprüft, ob Kontrollen über einen Zeitraum wirkten, meist 3 bis 12 Monate. Was nach dem letzten Tag des Zeitraums geschah, wurde nicht untersucht.",
  },
  {
    word: "Prüfungsurteil",
    meaning:
      "Das Ergebnis des Prüfers. Uneingeschränkt: bestanden. Eingeschränkt: bestanden, aber etwas, das der Bericht benennt, erfüllte die Kriterien nicht. Versagt: nicht bestanden. Nicht abgegeben: Der Prüfer konnte nicht genügend Nachweise erlangen, um zu urteilen.",
  },
  {
    word: "Abweichung (Exception)",
    meaning:
      "Ein Test, der nicht so ausging, wie er sollte. Ein Bericht kann Abweichungen und trotzdem ein uneingeschränktes Prüfungsurteil haben; die Geschäftsleitung nimmt zu jeder Stellung.",
  },
  {
    word: "Kategorien",
    meaning:
      "Sicherheit, Verfügbarkeit, Integrität der Verarbeitung, Vertraulichkeit und Datenschutz. Sicherheit gehört zu jedem SOC 2; die übrigen wählt das Unternehmen passend zu seinem Geschäft.",
  },
  {
    word: "Kriterium, Kontrolle",
    meaning:
      "Ein Kriterium ist, was erreicht werden muss. Eine Kontrolle ist, was dieses Unternehmen tut, um es zu erreichen. Das Unternehmen schreibt seine Kontrollen und ordnet sie den Kriterien zu.",
  },
  {
    word: "Überbrückungsschreiben (Bridge Letter)",
    meaning:
      "Die eigene Erklärung der Geschäftsleitung, dass sich seit dem Ende des Zeitraums nichts Wesentliches geändert hat. Es deckt höchstens einige Monate ab und ist nicht geprüft.",
  },
  {
    word: "Unterdienstleister, ausgenommen (Carve-out), einbezogen (Inclusive)",
    meaning:
      "Ein Lieferant, von dessen Kontrollen der Dienst abhängt. Ausgenommen: Diese Kontrollen stehen nicht in diesem Bericht, sondern in dem des Lieferanten. Einbezogen: Der Prüfer hat auch sie untersucht.",
  },
  {
    word: "CUEC",
    meaning:
      "Ergänzende Kontrolle des Kunden (Complementary User Entity Control): etwas, das Sie als Kunde tun, etwa Konten ausgeschiedener Personen entfernen, damit die Kontrollen des Anbieters wirken können.",
  },
  {
    word: "SOC 3",
    meaning:
      "Eine kurze Zusammenfassung eines SOC-2-Berichts, die jeder lesen darf, ohne die Tests und ihre Ergebnisse.",
  },
];

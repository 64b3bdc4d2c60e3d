import type { Words } from "../en.ts";
import { count } from "./calendar.ts";

export const search: Words["search"] = {
  label: "Das Trust Center durchsuchen",
  title: "Suche",
  button: "Suchen",
  placeholder: "Suchen",
  found: (results, q) => `${count(results, "Treffer", "Treffer")} für „${q}“`,
  nothingTitle: (q) => `Nichts gefunden für „${q}“`,
  nothingHelp: "Versuchen Sie es mit weniger oder anderen Wörtern oder mit der Nummer eines Kriteriums wie CC6.1.",
  askUs: "Ein Dokument anfordern oder eine Frage stellen",
  toTrustPage: "Zur Trust-Seite",
  emptyHelp: "Durchsuchen Sie Kontrollen, Kriterien, Dokumente, Unterauftragsverarbeiter, Neuigkeiten und Fragen.",
  more: (left) =>
    `${count(left, "weiterer Treffer", "weitere Treffer")}: Ergänzen Sie ein Wort, um die Suche einzugrenzen`,
  allResults: "Alle Treffer auf einer eigenen Seite",
  groups: {
    report: "SOC 2",
    certification: "Zertifizierungen und Rahmenwerke",
    control: "Kontrollen",
    criterion: "Kriterien",
    document: "Dokumente",
    subprocessor: "Unterauftragsverarbeiter",
    update: "Neuigkeiten",
    question: "Fragen",
  },
};

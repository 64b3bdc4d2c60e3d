import type { Words } from "../en.ts";
import { calendar } from "./calendar.ts";

export const receipts: Words["receipts"] = {
  pageTitle: "Beleg für ein Exemplar",
  lead: "Jedes Exemplar eines Dokuments, das wir einer Person geben, trägt am Fuß jeder Seite eine Nummer. Hier können Sie erfragen, ob wir es ausgegeben haben. An wen, sagen wir nie.",
  copyId: "Nummer des Exemplars",
  example: "Zum Beispiel CP-7F3K-22QD",
  ask: "Nachschlagen",
  genuine: (copyId) => `Exemplar ${copyId} ist echt`,
  unknown: (typed) => `Ein Exemplar „${typed}“ haben wir nicht ausgegeben`,
  unknownHelp:
    "Vergleichen Sie die Nummer mit dem Fuß der Seite. Sie besteht aus den Buchstaben CP und acht Zeichen; O, I, 0 und 1 kommen nicht vor.",
  issued: "Ausgegeben",
  issuedAt: (at) => calendar.dayAndTime(at),
  document: "Dokument",
  unlisted: "In diesem Trust Center nicht aufgeführt",
  state: "Heute",
  states: {
    current: "Dies ist die aktuelle Fassung",
    superseded: "Eine neuere Fassung hat es ersetzt",
    withdrawn: "Das Dokument wurde zurückgezogen",
  },
  only: "Eine echte Nummer besagt, dass wir ein solches Exemplar ausgegeben haben, nicht, dass die Datei vor Ihnen unverändert ist. Im Zweifel fordern Sie das Dokument bei uns an.",
};

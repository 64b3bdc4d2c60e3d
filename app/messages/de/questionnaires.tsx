import type { Words } from "../en.ts";

export const questionnaires: Words["questionnaires"] = {
  pageTitle: "Fragebögen",
  lead: "Senden Sie uns Ihren Sicherheitsfragebogen. Sie erhalten Ihre eigene Datei zurück, ausgefüllt mit Antworten, die unser Sicherheitsteam freigegeben hat.",
  send: "Fragebogen senden",
  sendIntro: "Jede Antwort liest ein Mensch, bevor Sie sie erhalten.",
  file: "Datei wählen oder hier ablegen",
  fileHint:
    "XLSX, XLSM, DOCX, PDF, CSV, TSV oder JSON, bis 10 MiB. Ein PDF ohne Formularfelder kommt als eigenes Dokument zurück, mit den Antworten unter Ihren Fragen.",
  name: "Wie wir ihn nennen sollen",
  nameHint: "Der Name der Datei, wenn das Feld leer bleibt",
  dueOn: "Gebraucht bis",
  sendIt: "Fragebogen senden",
  sentFile: (fileName) => `${fileName} gesendet`,
  sent: "Gesendet",
  corrections: "Berichtigungen",
  correctionsIntro: "Antworten, die wir Ihnen gegeben haben und heute anders geben würden.",
  corrected: ({ title, on }) => (
    <>
      In „{title}“, berichtigt am {on}
    </>
  ),
  asked: "Ihre Frage",
  told: "Unsere Antwort damals",
  holdsNow: "Was jetzt gilt",
  holdsNoMore: "Die Antwort gilt nicht mehr. Fragen Sie uns, und wir sagen Ihnen, was gilt.",
  allSee: (company) => `Alle bei ${company} sehen diese Liste.`,
  none: "Noch kein Fragebogen",
  noneHint: "Senden Sie Ihren oben; hier verfolgen Sie ihn, bis er zurückkommt.",
  sentBy: ({ fileName, by, on, dueOn }) => (
    <>
      {fileName}, gesendet von {by ?? "unserem Team"} am {on}
      {dueOn && <>, gebraucht bis {dueOn}</>}
    </>
  ),
  stands: (title) => `Stand von ${title}`,
  answered: (answered, questions) =>
    `${answered} von ${questions} Fragen ${answered === 1 ? "ist" : "sind"} beantwortet`,
  stayBlank: (blank) => `${blank} ${blank === 1 ? "bleibt" : "bleiben"} offen`,
  apart: "Ihre Datei hat keine Felder für Antworten; sie kommen deshalb als Dokument, das Ihrer Nummerierung folgt.",
  ownFile: "Es ist Ihre eigene Datei: Nur Antwortfelder wurden ausgefüllt.",
  downloadAnswers: "Antworten herunterladen",
  downloadFile: "Ihre Datei herunterladen",
  asFormats: "Fragen und Antworten als",
  or: "oder",
  steps: {
    received: "Eingegangen",
    unreadable: "Ließ sich nicht lesen",
    withdrawn: "Zurückgezogen",
    prepared: "In Vorbereitung",
    preparedHint: "Wir suchen Ihre Fragen in der Datei",
    review: "In Prüfung",
    reviewHint: "Das Sicherheitsteam liest jede Antwort",
    released: "Freigegeben",
    releasedHint: "Sie erhalten eine Mail",
  },
};

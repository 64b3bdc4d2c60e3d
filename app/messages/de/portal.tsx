import type { Words } from "../en.ts";
import { calendar, count } from "./calendar.ts";

export const portal: Words["portal"] = {
  pageTitle: "Ihre Dokumente",
  nav: { label: "Portal", requests: "Anfragen und Dokumente", questionnaires: "Fragebögen", trustPage: "Trust-Seite" },
  stuck: "Kommen Sie nicht weiter? Antworten Sie auf eine unserer Mails.",
  stuckOrWrite: (address) => (
    <>Kommen Sie nicht weiter? Antworten Sie auf eine unserer Mails, oder schreiben Sie an {address}.</>
  ),
  home: {
    openToYou: (documents) => `${count(documents, "Dokument ist", "Dokumente sind")} für Sie offen`,
    title: "Ihre Anfragen und Dokumente",
    opensWithNda: "Einige Dokumente öffnen sich, wenn Sie das NDA annehmen.",
    readNda: "NDA lesen",
    ask: "Dokumente anfordern",
    documents: "Dokumente",
    stamped:
      "Jedes PDF trägt auf jeder Seite Ihren Namen, Ihre E-Mail-Adresse, Ihr Unternehmen, die Zeit und eine Kopie-Nummer.",
    nothingOpen: "Für Sie ist noch nichts offen",
    whatStandsHere: "Was für Sie genehmigt ist, steht hier, mit dem Tag, bis zu dem es offen ist.",
    requests: "Anfragen",
    nothingAsked: "Sie haben noch nichts angefordert",
    askShort: "Anfordern",
    agreements: "Vereinbarungen",
    agreementsIntro: "Was Sie angenommen haben, bleibt festgehalten und ist hier abrufbar.",
    questionnaires: "Fragebögen",
    upload: (link) => (
      <>
        Haben Sie einen Sicherheitsfragebogen für uns? {link("Laden Sie ihn hoch")}, und Sie erhalten Ihre eigene Datei
        ausgefüllt zurück.
      </>
    ),
  },
  requestStatus: {
    unverified: "Adresse nicht bestätigt",
    pending: "Wartet auf eine Entscheidung",
    "more-info": "Rückfrage",
    approved: "Genehmigt",
    declined: "Abgelehnt",
    withdrawn: "Zurückgezogen",
    expired: "Geschlossen",
  },
  grantState: {
    open: "Offen",
    "waits-for-nda": "Wartet",
    expired: "Beendet",
    revoked: "Von uns beendet",
    closed: "Zurückgezogen",
  },
  requests: {
    caption: "Ihre Anfragen",
    columns: { documents: "Dokumente", sent: "Gesendet", status: "Stand" },
    hearBy: (at) => `Sie hören von uns bis ${calendar.dayAndTime(at)}`,
    answerNeeded: "Ihre Antwort wird gebraucht",
  },
  documents: {
    caption: "Ihre Dokumente",
    columns: { document: "Dokument", open: "Offen", copies: "Ihre Kopien", get: "Erhalten" },
    pages: (pages) => count(pages, "Seite", "Seiten"),
    untilNda: "bis Sie das NDA annehmen",
    noLonger: "Wir geben dieses Dokument nicht mehr heraus",
    until: "bis",
    on: "am",
    noCopies: "noch keine",
    copies: (copies, last) => `${copies}, zuletzt ${calendar.dayAndTime(last)}`,
    download: "Herunterladen",
    readNda: "NDA lesen",
    opensOnAcceptance: "Öffnet sich mit der Annahme",
    askAgain: "Erneut anfordern",
  },
  request: {
    pageTitle: (reference, title) => `Anfrage ${reference}: ${title}`,
    anyTitle: "Anfrage",
    eyebrow: (reference, sent) => (
      <>
        Anfrage {reference}, gesendet {sent}
      </>
    ),
    titles: {
      waits: "Ihre Anfrage liegt beim Sicherheitsteam",
      asks: "Das Sicherheitsteam hat eine Rückfrage",
      declined: "Ihre Anfrage wurde abgelehnt",
      withdrawn: "Diese Anfrage ist geschlossen",
      nda: "Genehmigt. Nehmen Sie das NDA an, um Ihre Dokumente zu öffnen",
      open: "Ihre Dokumente sind offen",
      ended: "Ihr Zugang ist beendet",
    },
    openUntil: (day) => `Ihre Dokumente sind bis ${calendar.day(day)} offen`,
    leads: {
      waits: (by) => `Sie hören von uns bis ${calendar.dayAndTime(by)}, per E-Mail und auf dieser Seite.`,
      asks: "Beantworten Sie die Frage unten; dann geht Ihre Anfrage weiter.",
      declined: "Der Grund steht unten. Sie können erneut anfragen, wenn sich etwas geändert hat.",
      withdrawn: "Es wurde nichts geöffnet. Sie können jederzeit erneut anfragen.",
      ended: "Fragen Sie erneut an, wenn Sie noch ein Dokument brauchen. Ihre Annahme des NDA bleibt festgehalten.",
      nda: (waiting) =>
        `${count(waiting, "Dokument öffnet", "Dokumente öffnen")} sich, wenn Sie unten das NDA annehmen.`,
      open: "Jede Kopie trägt Ihren Namen.",
    },
    given: ({ by, approved, all }) => {
      const what =
        approved === all ? count(all, "Dokument", "Dokumente") : `${approved} der ${all} angefragten Dokumente`;
      return by ? `${by} hat ${what} vorbereitet.` : `Das Sicherheitsteam hat ${what} genehmigt.`;
    },
    steps: {
      address: "Adresse bestätigt",
      declined: "Vom Sicherheitsteam abgelehnt",
      withdrawn: "Zurückgezogen",
      question: "Rückfrage: Sie sind dran",
      preparedBy: (name) => `Vorbereitet von ${name}`,
      withSecurity: "Beim Sicherheitsteam",
      decided: "Vom Sicherheitsteam entschieden",
      answerBy: (at) => `Antwort bis ${calendar.dayAndTime(at)}`,
      ndaAccepted: "NDA angenommen",
      ndaNow: "NDA: Sie sind dran",
      nda: "NDA",
      readAndAccept: "Lesen und annehmen auf dieser Seite",
      days: (days) => `${count(days, "Tag", "Tage")} ab Annahme`,
      afterDecision: "Nach der Entscheidung",
      closed: "Dokumente geschlossen",
      open: "Dokumente offen",
      until: (at) => `bis ${calendar.dayAndTime(at)}`,
    },
    question: "Die Rückfrage",
    fromSecurity: "Vom Sicherheitsteam.",
    asked: "Was Sie angefordert haben",
    decision: "Die Entscheidung",
    reason: (words) => `Grund: „${words}“`,
    decidedBy: (name) => (name ? `Von ${name}.` : "Vom Sicherheitsteam."),
    securitySays: "Was das Sicherheitsteam sagt",
    quoted: (words) => `„${words}“`,
    withdraw: "Diese Anfrage zurückziehen",
    withdrew: "Anfrage zurückgezogen",
    nda: "Das NDA",
    ndaIntro:
      "Lesen Sie es bis zum Ende, und nehmen Sie es unten an. Eine Kopie und ein Zertifikat erhalten Sie sofort.",
    documents: "Ihre Dokumente",
    happenings: "Was geschah",
  },
  decisions: {
    noNda: "ohne NDA",
    underNda: (number) => `unter NDA, Fassung ${number}`,
    forDays: (days, terms) => `für ${count(days, "Tag", "Tage")}, ${terms}`,
  },
  answer: {
    pageTitle: "Rückfrage beantworten",
    eyebrow: (reference) => `Anfrage ${reference}`,
    yourAnswer: "Ihre Antwort",
    send: "Antwort senden",
    sent: "Antwort gesendet",
  },
  happenings: {
    asked: (subject) => `Sie haben angefordert: ${subject}`,
    verified: () => "Sie haben Ihre Adresse bestätigt. Die Anfrage ging an das Sicherheitsteam",
    approved: () => "Das Sicherheitsteam hat Ihre Anfrage genehmigt",
    declined: () => "Das Sicherheitsteam hat Ihre Anfrage abgelehnt",
    withdrawn: () => "Sie haben die Anfrage zurückgezogen",
    question: () => "Das Sicherheitsteam hat um weitere Angaben gebeten",
    answer: () => "Sie haben geantwortet",
    "accepted-nda": (subject) => `Sie haben angenommen: ${subject}`,
    "granted-by-link": (subject) => `Über den Link, dem Sie gefolgt sind, erhielten Sie Zugang zu: ${subject}`,
    downloaded: (subject) => `Sie haben heruntergeladen: ${subject}`,
    "grant-revoked": (subject) => `Das Sicherheitsteam hat Ihren Zugang beendet zu: ${subject}`,
  },
  happeningFor: (company) => `für ${company}`,
};

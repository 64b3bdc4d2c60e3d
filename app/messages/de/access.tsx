import type { Words } from "../en.ts";

export const access: Words["access"] = {
  request: {
    pageTitle: "Dokumente anfordern",
    asYou: (email) => `Sie fragen an als ${email}.`,
    lead: "Unser Sicherheitsteam antwortet innerhalb eines Tages. Als Nächstes bestätigen Sie Ihre Adresse mit einem Code, den wir Ihnen mailen.",
    nothing: "Zurzeit gibt es nichts anzufordern",
    openOnes: "Offene Dokumente stehen auf der Trust-Seite.",
    send: "Anfrage senden",
    continue: "Weiter",
    sent: (held) => `Anfrage gesendet${held ? `. Zugang haben Sie schon zu: ${held}` : ""}`,
    documents: "Dokumente",
    underNda: "Unter NDA: öffnet sich, wenn die Anfrage genehmigt ist und Sie das NDA angenommen haben",
    onRequest: "Auf Anfrage: öffnet sich, wenn die Anfrage genehmigt ist",
    reason: "Wofür brauchen Sie die Dokumente?",
    reasonHint: "Ein Satz genügt. Wer entscheidet, liest ihn.",
    emailHint: "Wir senden einen Code dorthin. Nehmen Sie die Adresse des Unternehmens, für das Sie anfragen.",
  },
  person: { email: "Geschäftliche E-Mail", name: "Ihr Name", title: "Ihre Funktion", company: "Unternehmen" },
  signIn: {
    pageTitle: "Anmelden",
    lead: "Es gibt kein Passwort. Wir mailen Ihnen einen Code, und Sie geben ihn hier ein.",
    send: "Code zusenden",
    otherWays: (ask, staff) => (
      <>
        Zum ersten Mal hier? {ask("Dokumente anfordern")}. Arbeiten Sie hier? {staff("Anmeldung für das Team")}.
      </>
    ),
  },
  code: {
    pageTitle: "Code eingeben",
    sentTo: (address) => (
      <>
        Wir haben eine Mail an {address} gesendet. Geben Sie den Code daraus hier ein, oder öffnen Sie den Link darin in
        diesem Browser.
      </>
    ),
    noneOpen:
      "Für diesen Browser ist kein Code offen: Er ist abgelaufen, wurde benutzt oder nie angefordert. Unten erhalten Sie einen neuen.",
    code: "Code",
    hint: "8 Buchstaben und Ziffern, zum Beispiel K7PM-3XQ9",
    continue: "Weiter",
    noMail:
      "Nach einer Minute noch keine Mail? Sehen Sie im Spam-Ordner nach, oder lassen Sie sich einen neuen Code senden.",
    sendNew: "Neuen Code senden",
    otherAddress: (link) => <>Falsche Adresse? {link("Eine andere eingeben")}.</>,
  },
  link: {
    pageTitle: "Weiter",
    title: "Weiter zum Trust Center",
    lead: "Mit dem Knopf bestätigen Sie Ihre Adresse.",
    code: "Code des Links",
    hint: "Der Teil des Links nach dem #. Er trägt sich selbst ein; ohne JavaScript geben Sie stattdessen den kurzen Code aus der Mail ein.",
    continue: "Weiter",
    codeInstead: "Stattdessen den Code aus der Mail eingeben",
  },
  shared: {
    pageTitle: "Dokumente für Sie",
    title: "Dokumente liegen für Sie bereit",
    lead: "Geben Sie Ihre geschäftliche Adresse ein. Wir mailen einen Code dorthin, damit die Dokumente nur Ihr Unternehmen erreichen.",
    code: "Code des Links",
    hint: "Der Teil des Links nach dem #. Er trägt sich selbst ein.",
    continue: "Weiter",
  },
};

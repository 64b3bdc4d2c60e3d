import type { Words } from "../en.ts";

export const layout: Words["layout"] = {
  trustCenter: "Trust Center",
  skipToContent: "Zum Inhalt",
  onThisPage: "Auf dieser Seite",
  languages: "Sprache",
  signIn: "Anmelden",
  signOut: "Abmelden",
  close: "Schließen",
  optional: "(freiwillig)",
  thingsToPutRight: (count) =>
    count === 1 ? "Eine Angabe ist zu berichtigen" : `${count} Angaben sind zu berichtigen`,
  steps: {
    label: "Stand der Dinge",
    done: "Erledigt: ",
    now: "Jetzt: ",
    todo: "Noch offen: ",
    stopped: "Beendet: ",
  },
  audiences: { public: "Öffentlich", "on-request": "Auf Anfrage", nda: "NDA", internal: "Intern" },
  copy: "Kopieren",
  copied: "Kopiert",
};

export const errorPages: Words["errorPages"] = {
  titles: {
    401: "Sie sind abgemeldet",
    403: "Dies steht Ihnen nicht offen",
    404: "Diese Seite gibt es nicht",
    409: "Inzwischen hat sich etwas geändert",
    413: "Das ist zu groß",
    422: "Das ließ sich nicht verwenden",
    429: "Zu viele Versuche",
  },
  otherTitle: "Das hat nicht geklappt",
  otherMessage: "Die Adresse ist vielleicht veraltet, oder es gibt nicht mehr, was sie nannte.",
  mistakeTitle: "Ein Fehler bei uns",
  mistakeMessage:
    "Wir konnten diese Seite nicht anzeigen. Der Fehler ist festgehalten; versuchen Sie es in einer Minute noch einmal.",
  toTrustPage: "Zur Trust-Seite",
};

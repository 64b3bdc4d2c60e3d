import type { Words } from "../en.ts";
import { calendar } from "./calendar.ts";

export const subscriptions: Words["subscriptions"] = {
  pageTitle: "Neuigkeiten per E-Mail",
  pageLead:
    "Wählen Sie, wovon Sie hören möchten. Wir senden Ihnen einen Link; solange Sie ihn nicht bestätigen, senden wir sonst nichts.",
  email: "Geschäftliche E-Mail-Adresse",
  chooseTopics: "Themen",
  subscribe: "Abonnieren",
  privacy:
    "Wir speichern Ihre Adresse und Ihre Themen nur für diese Mails. Jede Mail enthält einen Link, der das Abonnement beendet; danach ist beides gelöscht.",
  feeds: "Oder folgen Sie den Feeds",
  updatesFeed: "Neuigkeiten (Atom)",
  subprocessorsFeed: "Unterauftragsverarbeiter (Atom)",
  sentTitle: "Sehen Sie in Ihrem Postfach nach",
  sentLead: (hours) =>
    `Wenn die Adresse Mails empfangen kann, ist ein Link zur Bestätigung unterwegs. Er gilt ${hours} Stunden.`,
  sentHint:
    "Nach einigen Minuten noch nichts da? Sehen Sie im Spam-Ordner nach, oder geben Sie die Adresse noch einmal ein.",
  confirmTitle: "Abonnement bestätigen",
  confirmLead: (email) => `${email} soll Neuigkeiten zu diesen Themen erhalten:`,
  confirm: "Abonnement bestätigen",
  linkIsOldTitle: "Dieser Link gilt nicht mehr",
  askAgain: "Adresse noch einmal eingeben",
  manageTitle: "Ihr Abonnement",
  manageLead: (email, since) => `${email}, seit ${calendar.day(new Date(since).toISOString().slice(0, 10))}.`,
  confirmed: "Ihr Abonnement ist bestätigt",
  saveTopics: "Themen speichern",
  saved: "Ihre Themen sind gespeichert",
  endLink: "Abonnement beenden",
  endTitle: "Abonnement beenden?",
  endLead: "Sie erhalten keine Mails mehr, und Ihre Adresse wird hier gelöscht.",
  end: "Beenden",
  keep: "Behalten",
  endedTitle: "Das Abonnement ist beendet",
  endedLead: "Ihre Adresse ist hier gelöscht. Eine Mail, die schon unterwegs ist, kann noch ankommen.",
  toTrustPage: "Zur Trust-Seite",
};

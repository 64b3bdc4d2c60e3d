import type { Words } from "../en.ts";
import { calendar, count } from "./calendar.ts";

export const agreement: Words["agreement"] = {
  pageTitle: "NDA annehmen",
  lead: "Die Dokumente, die darauf warten, öffnen sich, sobald Sie es annehmen. Eine Kopie und ein Zertifikat erhalten Sie sofort.",
  title: "Das NDA",
  intro: "Lesen Sie es bis zum Ende, und nehmen Sie es unten an.",
  accepted: "NDA angenommen. Ihr Zertifikat steht auf dieser Seite",
  fullName: "Ihr vollständiger Name",
  signerTitle: "Ihre Funktion",
  company: "Unternehmen, das durch diese Vereinbarung gebunden wird",
  companyHint: (email) => `Die juristische Person, wie in einem Vertrag. Sie sind angemeldet als ${email}.`,
  accepting: "Wird angenommen",
  weRecord:
    "Wir halten die Zeit, Ihre bestätigte Adresse, IP-Adresse und Ihren Browser fest und versiegeln den Eintrag. Die Erklärung und der Knopf bleiben auf Englisch: Ihr Wortlaut ist Teil des Nachweises.",
  text: "Text des NDA",
  version: (number) => `Fassung ${number}`,
  inForceSince: (day) => `in Kraft seit ${calendar.day(day)}`,
  readToEnd: "Bis zum Ende gelesen",
  at: "um",
  scroll: "Blättern Sie bis zum Ende, um alles zu lesen",
  fileRecorded: "Wir halten fest, dass die Datei an Sie gesendet wurde, und verlangen das vor der Annahme.",
  isPdf: (pages) =>
    `Die Vereinbarung ist ein PDF mit ${count(pages, "Seite", "Seiten")}. Öffnen Sie es, lesen Sie es bis zum Ende, und nehmen Sie es unten an.`,
  open: "Vereinbarung öffnen",
  acceptedBy: ({ name, title, company }) => `Angenommen von ${name}, ${title}, für ${company}`,
  when: "Wann",
  textShort: "Text",
  seal: "Siegel",
  agreement: "Vereinbarung",
  certificate: "Zertifikat",
  evidence: "Nachweise",
  asAccepted: "Die Vereinbarung, wie Sie sie angenommen haben",
  acceptedOn: (at, company) => `Angenommen am ${calendar.dayAndTime(at)} für ${company}`,
  theText: "Der Text",
};

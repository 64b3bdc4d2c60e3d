import { calendar, count } from "./calendar.ts";

/**
 * Around an NDA. Its own text, the sentences that are signed, the button and the certificate are not here: they are
 * evidence, sealed in the words that stood on the page, and are the same for everyone in the language of the NDA.
 */
export const agreement = {
  pageTitle: "Accept the NDA",
  lead: "The documents that wait for it open as soon as you accept. You get a copy and a certificate at once.",
  title: "The NDA",
  intro: "Read it to the end, then accept below.",
  accepted: "Accepted the NDA. Your certificate is on this page",
  fullName: "Your full name",
  signerTitle: "Your title",
  company: "Company bound by this agreement",
  companyHint: (email: string) => `The legal entity, as on a contract. You signed in as ${email}.`,
  accepting: "Accepting",
  weRecord: "We record the time, your verified address, IP address and browser, and seal the record.",
  text: "Text of the NDA",
  version: (number: number) => `version ${number}`,
  inForceSince: (day: string) => `in force since ${calendar.day(day)}`,
  readToEnd: "Read to the end",
  at: "at",
  scroll: "Scroll to the end to read all of it",
  fileRecorded: "We record that the file was sent to you, and ask for that before you accept.",
  isPdf: (pages: number) =>
    `The agreement is a PDF of ${count(pages, "page", "pages")}. Open it and read it to the end, then accept below.`,
  open: "Open the agreement",
  acceptedBy: ({ name, title, company }: { name: string; title: string; company: string }) =>
    `Accepted by ${name}, ${title}, for ${company}`,
  when: "When",
  textShort: "Text",
  seal: "Seal",
  agreement: "Agreement",
  certificate: "Certificate",
  evidence: "Evidence",
  asAccepted: "The agreement as you accepted it",
  acceptedOn: (at: Date | string, company: string) => `Accepted ${calendar.dayAndTime(at)} for ${company}`,
  theText: "The text",
};

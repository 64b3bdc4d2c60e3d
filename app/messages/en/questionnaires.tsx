import type { ReactNode } from "react";

/** A buyer's own questionnaires. */
export const questionnaires = {
  pageTitle: "Questionnaires",
  lead: "Send your security questionnaire. You get your own file back, filled from answers that our security team approved.",
  send: "Send a questionnaire",
  sendIntro: "Each answer is read by a person before you get it.",
  file: "Choose your file, or drop it here",
  fileHint:
    "XLSX, XLSM, DOCX, PDF, CSV, TSV or JSON, up to 10 MiB. A PDF without form fields comes back as a document of its own, with the answers under your questions.",
  name: "What we should call it",
  nameHint: "The file’s name if left empty",
  dueOn: "Needed by",
  sendIt: "Send the questionnaire",
  sentFile: (fileName: string) => `Sent ${fileName}`,
  sent: "Sent",
  corrections: "Corrections",
  correctionsIntro: "Answers that we gave you and would give otherwise today.",
  corrected: ({ title, on }: { title: string; on: ReactNode }) => (
    <>
      In “{title}”, corrected on {on}
    </>
  ),
  asked: "You asked",
  told: "We said",
  holdsNow: "What holds now",
  holdsNoMore: "The answer no longer holds. Ask us, and we will tell you what does.",
  allSee: (company: string) => `All of ${company} see these.`,
  none: "No questionnaire yet",
  noneHint: "Send yours above; you follow it here until it comes back.",
  sentBy: ({ fileName, by, on, dueOn }: { fileName: string; by: string | null; on: ReactNode; dueOn: ReactNode }) => (
    <>
      {fileName}, sent by {by ?? "our staff"} on {on}
      {dueOn && <>, wanted by {dueOn}</>}
    </>
  ),
  stands: (title: string) => `Where ${title} stands`,
  answered: (answered: number, questions: number) => `${answered} of ${questions} questions are answered`,
  stayBlank: (blank: number) => `${blank} stay blank`,
  apart: "Your file has no fields for answers, so they come as a document that follows your numbering.",
  ownFile: "It is your own file: only answer cells were filled.",
  downloadAnswers: "Download the answers",
  downloadFile: "Download your file",
  asFormats: "Questions and answers as",
  or: "or",
  steps: {
    received: "Received",
    unreadable: "Could not be read",
    withdrawn: "Withdrawn",
    prepared: "Being prepared",
    preparedHint: "We find your questions in the file",
    review: "In review",
    reviewHint: "Security reads each answer",
    released: "Released",
    releasedHint: "You get a mail",
  },
};

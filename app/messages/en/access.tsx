import type { ReactNode } from "react";

/** Asking for documents, and proving an address. */
export const access = {
  request: {
    pageTitle: "Ask for documents",
    asYou: (email: string) => `You ask as ${email}.`,
    lead: "Security answers within a day. You prove your address next, with a code that we mail to you.",
    nothing: "There is nothing to ask for at the moment",
    openOnes: "Open documents are on the trust page.",
    send: "Send the request",
    continue: "Continue",
    sent: (held: string) => `Sent the request${held ? `. You already have access to ${held}` : ""}`,
    documents: "Documents",
    underNda: "Under NDA: opens when the request is approved and you have accepted the NDA",
    onRequest: "On request: opens when the request is approved",
    reason: "What do you need them for?",
    reasonHint: "One sentence is enough. Whoever decides reads it.",
    emailHint: "We send a code to it. Use the address of the company that you ask for.",
  },
  person: { email: "Work e-mail", name: "Your name", title: "Your title", company: "Company" },
  signIn: {
    pageTitle: "Sign in",
    lead: "There is no password. We mail you a code, and you type it here.",
    send: "Send me a code",
    otherWays: (ask: (words: string) => ReactNode, staff: (words: string) => ReactNode) => (
      <>
        First time here? {ask("Ask for documents")}. Do you work here? {staff("Staff sign-in")}.
      </>
    ),
  },
  code: {
    pageTitle: "Enter the code",
    sentTo: (address: ReactNode) => (
      <>We sent a mail to {address}. Type its code here, or press the link in it, in this browser.</>
    ),
    noneOpen: "This browser has no open code: it has run out, was used, or was never asked for. Get a new one below.",
    code: "Code",
    hint: "8 letters and digits, for example K7PM-3XQ9",
    continue: "Continue",
    noMail: "No mail after a minute? Look in the spam folder, or get a new code.",
    sendNew: "Send a new code",
    otherAddress: (link: (words: string) => ReactNode) => <>Wrong address? {link("Enter another one")}.</>,
  },
  link: {
    pageTitle: "Continue",
    title: "Continue to the trust center",
    lead: "Press the button to prove your address.",
    code: "Link code",
    hint: "The part of the link after the #. It fills itself in; without JavaScript, type the short code from the mail instead.",
    continue: "Continue",
    codeInstead: "Enter the code from the mail instead",
  },
  shared: {
    pageTitle: "Documents for you",
    title: "Documents are ready for you",
    lead: "Enter your work address. We mail a code to it, so that the documents reach your company only.",
    code: "Link code",
    hint: "The part of the link after the #. It fills itself in.",
    continue: "Continue",
  },
};

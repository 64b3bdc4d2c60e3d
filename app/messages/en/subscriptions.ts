import { calendar } from "./calendar.ts";

/** Updates by e-mail: asking for them, confirming, changing and ending it. */
export const subscriptions = {
  pageTitle: "Updates by e-mail",
  pageLead: "Choose what you want to hear of. We mail you a link, and nothing else is sent before you confirm it.",
  email: "Work e-mail",
  chooseTopics: "Topics",
  subscribe: "Subscribe",
  privacy:
    "We keep your address and your topics for these mails alone. Each mail has a link that ends them, and then both are deleted.",
  feeds: "Or follow the feeds",
  updatesFeed: "Updates (Atom)",
  subprocessorsFeed: "Subprocessors (Atom)",
  sentTitle: "Look at your mail",
  sentLead: (hours: number) =>
    `If the address can receive mail, a link to confirm is on its way. It works for ${hours} hours.`,
  sentHint: "Nothing there after a few minutes? Look among the unwanted mail, or enter the address again.",
  confirmTitle: "Confirm your subscription",
  confirmLead: (email: string) => `${email} is to get updates on these topics:`,
  confirm: "Confirm the subscription",
  linkIsOldTitle: "This link no longer works",
  askAgain: "Enter the address again",
  manageTitle: "Your subscription",
  manageLead: (email: string, since: Date | string) => `${email}, since ${calendar.day(dayOf(since))}.`,
  confirmed: "Your subscription is confirmed",
  saveTopics: "Save the topics",
  saved: "Saved your topics",
  endLink: "End the subscription",
  endTitle: "End the subscription?",
  endLead: "You get no more mails, and your address is deleted here.",
  end: "End it",
  keep: "Keep it",
  endedTitle: "The subscription has ended",
  endedLead: "Your address is deleted here. A mail that has already left may still arrive.",
  toTrustPage: "Go to the trust page",
};

const dayOf = (instant: Date | string): string => new Date(instant).toISOString().slice(0, 10);

import { calendar, count } from "./calendar.ts";
import { terms } from "./terms.ts";

type Kind = keyof typeof terms.kinds;
type Opinion = keyof typeof terms.opinions;
type Said = { company: string; kind: Kind };
/** `auditor` is empty where the firm is not named. Days are like "2026-06-30". */
type Cover = { isTypeOne: boolean; coverEnd: string; months: number };

const daysAgo = (days: number): string => (days === 0 ? "today" : `${count(days, "day", "days")} ago`);
const monthsAgo = (months: number) => `${count(months, "month", "months")} ago`;
const opens = ({ isTypeOne, coverEnd, months }: Cover) =>
  `${isTypeOne ? "It describes one day," : "The period ended on"} ${calendar.day(coverEnd)}, ${monthsAgo(months)}`;

const withOpinion: Record<Opinion, string> = {
  unqualified: "",
  qualified: " with a qualified opinion",
  adverse: " with an adverse opinion",
  disclaimer: " with a disclaimer of opinion",
};
const named = (kind: Kind, opinion: Opinion) => `${terms.kinds[kind]} report${withOpinion[opinion]}`;

/** What the company can say of its SOC 2: the same truth on the page, in the badge, in mails and on paper. */
export const status = {
  notSetUp: {
    title: "This trust center is being set up",
    word: "Not set up",
    sentence: "Nothing has been published yet. An admin names the company under Company; then staff publish the page.",
  },
  none: {
    title: (company: string) => `${company} has no SOC 2 report`,
    word: "None",
    withControls: "Here is what we do today, in our own words.",
    withoutControls: "We have not published controls yet.",
  },
  titles: {
    inDate: ({ company, kind, opinion, bridgedTo }: Said & { opinion: Opinion; bridgedTo: string | null }) =>
      `${company} has a ${opinion === "unqualified" ? "current " : ""}${named(kind, opinion)}${bridgedTo ? `, bridged to ${calendar.day(bridgedTo)}` : ""}`,
    lapsed: ({ company, kind, opinion }: Said & { opinion: Opinion }) =>
      `${company}’s ${named(kind, opinion)} has lapsed`,
    lastWithOpinion: ({ company, kind, opinion }: Said & { opinion: Opinion }) =>
      `${company}’s last ${terms.kinds[kind]} report has${withOpinion[opinion].slice(5)}`,
    lastDay: (company: string, months: number) =>
      `${company}’s last SOC 2 Type I report describes a day ${monthsAgo(months)}`,
    lastPeriod: (company: string, months: number) =>
      `${company}’s last SOC 2 Type II period ended ${monthsAgo(months)}`,
  },
  words: {
    current: "Current",
    bridged: (until: string) => `Current, bridged to ${calendar.day(until)}`,
    ageing: "Ageing",
    lapsed: "Lapsed",
    qualified: (word: string) => `${word}, qualified`,
    adverse: "Adverse opinion",
    disclaimer: "Disclaimer of opinion",
    ended: (word: string, opinion: "adverse" | "disclaimer") =>
      `${word}, ${opinion === "adverse" ? "adverse opinion" : "disclaimer of opinion"}`,
  },
  unissued: {
    "in-preparation": "In preparation",
    "in-observation": "In observation",
    "report-pending": "Report pending",
  },
  /** As the start of a sentence. */
  opinionGiven: {
    qualified: (auditor: string) =>
      `${auditor || "The auditor"} gave a qualified opinion: it passed with noted exceptions.`,
    adverse: (auditor: string) =>
      `${auditor || "The auditor"} found that controls did not meet the criteria in material respects.`,
    disclaimer: (auditor: string) => `${auditor || "The auditor"} could not get enough evidence to form an opinion.`,
  },
  issued: ({
    issuedOn,
    isTypeOne,
    coverEnd,
    days,
  }: {
    issuedOn: string;
    isTypeOne: boolean;
    coverEnd: string;
    days: number;
  }) =>
    `The report was issued on ${calendar.day(issuedOn)}, and ${isTypeOne ? `describes ${calendar.day(coverEnd)}, ` : "its period ended "}${daysAgo(days)}.`,
  countsUntil: (day: string) => `It counts as current until ${calendar.day(day)}.`,
  inDateUntil: (day: string) => `It is in date until ${calendar.day(day)}.`,
  bridged: ({ coverEnd, from, until }: { coverEnd: string; from: string; until: string }) =>
    `The period ended on ${calendar.day(coverEnd)}. A letter from management covers ${calendar.range(from, until)}; it is not audited.`,
  letterLeft: (days: number): string =>
    days === 0 ? "Today is its last day." : `${count(days, "day", "days")} of it ${days === 1 ? "is" : "are"} left.`,
  ageing: (cover: Cover) => `${opens(cover)}${cover.isTypeOne ? "" : ", and no bridge letter covers today"}.`,
  lapsed: (cover: Cover) => `${opens(cover)}. We show it for the record; do not rely on it for today.`,
  noNext: "No next report is planned.",
  next: {
    prepared: (expected: string | null): string =>
      expected ? `The next report is expected in ${calendar.month(expected)}.` : "The next report is being prepared.",
    observed: (until: string, expected: string | null) =>
      `The next period is being observed until ${calendar.day(until)}${expected ? `; its report is expected in ${calendar.month(expected)}` : ""}.`,
    pending: (expected: string | null) =>
      `The next report is being written${expected ? ` and is expected in ${calendar.month(expected)}` : ""}.`,
  },
  ownStatement: "Until a report is issued, the controls below are our own statement.",
  preparing: {
    title: ({ company, kind }: Said) => `${company} is preparing for ${terms.kinds[kind]}`,
    asOf: (day: string) => `We plan an as-of date of ${calendar.day(day)}.`,
    window: (start: string, end: string) =>
      `The observation window is planned from ${calendar.range(start, end, " to ")}.`,
  },
  observed: {
    title: ({ company, kind }: Said) => `${company} is being observed for ${terms.kinds[kind]}`,
    window: ({ start, end, done, all }: { start: string; end: string; done: number; all: number }) =>
      `The window runs from ${calendar.range(start, end, " to ")}, ${done} of ${count(all, "day", "days")} done.`,
  },
  pending: {
    title: ({ company, kind }: Said) => `${company}’s first ${terms.kinds[kind]} report is being written`,
    ended: (day: string, isTypeOne: boolean) =>
      `${isTypeOne ? "The auditor’s as-of date was" : "The observation window ended on"} ${calendar.day(day)}.`,
    expected: (auditor: string, expected: string) =>
      `${auditor || "The auditor"} expects to issue the report in ${calendar.month(expected)}.`,
    noOpinion: "No opinion exists yet.",
  },
  reportExpected: (expected: string) => `The report is expected in ${calendar.month(expected)}.`,
};

/** The table of reports, letters and gaps. */
export const record = {
  shortKinds: { "soc2-type1": "Type I", "soc2-type2": "Type II", soc3: "SOC 3" },
  asOf: (day: string) => `as of ${calendar.day(day)}`,
  notSet: "not set",
  expected: (day: string) => `expected ${calendar.month(day)}`,
  exceptions: (exceptions: number) => count(exceptions, "exception", "exceptions"),
  notYet: "not yet",
  superseded: "Superseded",
  letter: "Bridge letter",
  letterOpinion: "none: signed by management, not audited",
  ended: "Ended",
  signedOn: (day: string) => `Signed on ${calendar.day(day)}`,
  from: (day: string) => `From ${calendar.day(day)}`,
  coversToday: "Covers today",
  gap: "Gap",
  noneCovers: (days: number) => `No report covers ${days === 1 ? "this day" : `these ${days} days`}`,
};

export const timeline = {
  title: "What the reports cover",
  keys: {
    current: "Current report",
    bridged: "Current report",
    ageing: "Ageing report",
    qualified: "Qualified opinion",
    lapsed: "Adverse opinion",
    disclaimer: "No opinion",
    earlier: "Earlier report",
    letter: "Bridge letter",
    gap: "Gap",
    pending: "Report being written",
    window: "Observed or planned",
  },
  describe: ({ from, until, gaps }: { from: string; until: string; gaps: number }) =>
    `Coverage timeline from ${calendar.month(from)} to ${calendar.month(until)}${gaps > 0 ? `, with ${count(gaps, "gap", "gaps")}` : ""}. The record table below says the same in words.`,
  newestFirst: (description: string) => `Newest first. ${description}`,
  lanes: { reports: "Reports", issued: "Issued", letters: "Letters" },
  issuedOn: (day: string) => `Issued ${calendar.day(day)}`,
  planned: "Planned",
  /** `opinion` is null where it is clean, or where the report is not the one that counts. */
  point: ({ kind, asOf, opinion }: { kind: string; asOf: string; opinion: Opinion | null }) =>
    `${kind}, as of ${calendar.day(asOf)}${opinion ? `, ${terms.opinions[opinion].toLowerCase()}` : ""}`,
  span: ({ kind, months, opinion }: { kind: string; months: number; opinion: Opinion | null }) =>
    `${kind}, ${count(months, "month", "months")}${opinion ? `, ${terms.opinions[opinion].toLowerCase()}` : ""}`,
  next: (stage: string) => `Next: ${stage.toLowerCase()}`,
  expected: (day: string) => `expected ${calendar.month(day)}`,
  gap: (days: number) => `Gap, ${count(days, "day", "days")}`,
  letterInFull: (days: number) => `Bridge letter, ${days} days, not audited`,
  letter: (days: number) => `Bridge letter, ${days} days`,
  letterDaysNotAudited: (days: number) => `${days} days, not audited`,
  letterDays: (days: number) => `${days} days`,
  notAudited: "Not audited",
  today: (day: string) => `Today, ${calendar.day(day)}`,
};

/** PCI DSS ends in an attestation, others in a certificate: the words leave open which. */
export const certifications = {
  inPreparation: {
    word: "In preparation",
    sentence: (expected: string | null) =>
      `Nothing is issued yet.${expected ? ` Expected in ${calendar.month(expected)}.` : ""}`,
  },
  notYetValid: {
    word: "Not yet valid",
    sentence: (from: string, until: string) => `It holds from ${calendar.day(from)} until ${calendar.day(until)}.`,
  },
  valid: { word: "Valid", sentence: (until: string) => `Until ${calendar.day(until)}.` },
  endsSoon: {
    word: "Ends soon",
    sentence: (until: string, daysLeft: number) =>
      `Valid until ${calendar.day(until)}: ${daysLeft === 0 ? "today is the last day" : `${count(daysLeft, "day", "days")} left`}.`,
  },
  lapsed: {
    word: "Lapsed",
    sentence: (until: string) => `Its last day was ${calendar.day(until)}. Do not rely on it for today.`,
  },
};

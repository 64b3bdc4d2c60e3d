import { count } from "./calendar.ts";

/** The search over everything public, on its own page and as one types. */
export const search = {
  label: "Search the trust center",
  title: "Search",
  button: "Search",
  placeholder: "Search",
  found: (results: number, q: string) => `${count(results, "result", "results")} for “${q}”`,
  nothingTitle: (q: string) => `Nothing found for “${q}”`,
  nothingHelp: "Try fewer or other words, or the number of a criterion such as CC6.1.",
  askUs: "Ask for a document or send a question",
  toTrustPage: "Go to the trust page",
  emptyHelp: "Search controls, criteria, documents, subprocessors, updates and questions.",
  more: (left: number) => `${count(left, "more result", "more results")}: add a word to narrow it down`,
  allResults: "All results on a page of their own",
  groups: {
    report: "SOC 2",
    certification: "Certifications and frameworks",
    control: "Controls",
    criterion: "Criteria",
    document: "Documents",
    subprocessor: "Subprocessors",
    update: "Updates",
    question: "Questions",
  },
};

import type { ResponseState } from "#app/domain/questionnaires/questionnaires.ts";

export const shows = ["decide", "vetoed", "blank", "done", "all"] as const;
export type Show = (typeof shows)[number];

export const showFrom = (asked: string | null | undefined): Show => shows.find((one) => one === asked) ?? "decide";

/** Whether a filter of the review desk lets a question through. */
export function showsQuestion(show: Show, { state, vetoed }: { state: ResponseState; vetoed: boolean }): boolean {
  if (show === "decide") return state === "proposed";
  if (show === "vetoed") return state === "proposed" && vetoed;
  if (show === "blank") return state === "blank";
  return show === "all" || ["accepted", "edited", "rejected"].includes(state);
}

/** The address of a question at the desk. `undo` is the question decided just before. */
export function deskAddress(
  questionnaireId: string,
  { show, question, undo }: { show: Show; question?: string | null; undo?: string | null },
): string {
  const asked = new URLSearchParams({ show });
  if (question) asked.set("question", question);
  if (undo) asked.set("undo", undo);
  return `/staff/questionnaires/${questionnaireId}/review?${asked}`;
}

import type { AnswerDraft, ResponseState } from "#db/schema/questionnaires.ts";

export type { AnswerDraft } from "#db/schema/questionnaires.ts";

/** Whether what a person decided is the draft, word for word: matching's own method stays with the response. */
export function isTakenDraft(response: { state: ResponseState; text: string; draft: AnswerDraft | null }): boolean {
  const { state, text, draft } = response;
  return state === "edited" && draft?.state === "written" && draft.text === text;
}

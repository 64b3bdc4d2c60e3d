import { expect, test } from "vitest";
import type { AnswerDraft } from "#app/domain/questionnaires/drafts.ts";
import type { ResponseState } from "#app/domain/questionnaires/questionnaires.ts";
import { DeskDraft, DraftingOffer } from "#app/domain/questionnaires/ui/desk-draft.tsx";
import { markupAt } from "#scripts/gallery/static-page.tsx";

const written: AnswerDraft = {
  ...{ state: "written", text: "Backups are encrypted.", short: null, model: "small-model" },
  cites: [
    { key: "KB-0001", answerId: "a1", answerVersion: 1 },
    { key: "KB-0002", answerId: "a2", answerVersion: 3 },
  ],
};

const markupOf = async (draft: AnswerDraft | null, state: ResponseState = "blank", text = "") => {
  const question = { id: "q1", state, text, version: 4, draft };
  const markup = await markupAt("/", <DeskDraft questionnaireId="f1" question={question} show="blank" />);
  return { markup, words: markup.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ") };
};

test("a draft says that it is one, who wrote it and from what, and is taken or discarded without JavaScript", async () => {
  const { markup, words } = await markupOf(written);
  expect(words).toContain("Draft, written by small-model from KB-0001 and KB-0002. Read every word.");
  expect(words).toContain("Backups are encrypted.");
  expect(markup).toContain('action="/staff/questionnaires/f1/responses/q1/draft"');
  expect(markup).toContain('action="/staff/questionnaires/f1/responses/q1/draft-removal"');
  expect(markup).toContain('name="version" value="4"');
  expect(markup).toContain('href="/staff/answers/a2"');
});

test("markup in a draft or a reason is shown and never rendered", async () => {
  const { markup } = await markupOf({ ...written, text: "<img src=x>" });
  expect(markup).not.toContain("<img");
  expect((await markupOf({ state: "refused", reason: "<b>No</b>" })).markup).toContain("&lt;b&gt;");
});

test("a draft on its way, a reason why there is none, and no draft at all look different", async () => {
  expect((await markupOf({ state: "asked" })).words).toContain("A draft was asked for");
  expect((await markupOf({ state: "refused", reason: "It was empty." })).words).toContain("It was empty.");
  expect((await markupOf(null)).markup).toBe("");
});

test("a decided question says that its words are a draft's, if they are", async () => {
  expect((await markupOf(written, "edited", "Backups are encrypted.")).words).toContain("the words of a draft");
  expect((await markupOf(written, "edited", "In my own words.")).markup).toBe("");
  expect((await markupOf(written, "rejected")).markup).toBe("");
});

test("drafts are offered only where drafting is set up and there is something to draft", async () => {
  const offer = (drafting: { model: string | null; possible: number; asked: number }) =>
    markupAt("/", <DraftingOffer questionnaireId="f1" drafting={drafting} />);
  expect(await offer({ model: null, possible: 3, asked: 0 })).toBe("");
  expect(await offer({ model: "small-model", possible: 0, asked: 0 })).toBe("");
  const markup = await offer({ model: "small-model", possible: 3, asked: 1 });
  expect(markup).toContain("Ask for 3 drafts");
  expect(markup).toContain("1 draft on the way");
});

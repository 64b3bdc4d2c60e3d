import { z } from "zod";
import { en } from "#app/messages/en.ts";
import type { UpdateChannel, UpdateTopic } from "#db/schema/trust-page.ts";
import { linesOf, requiredWords, words } from "./form-fields.ts";

export const updateTopics = [
  "compliance",
  "vulnerabilities",
  "incidents",
  "subprocessors",
  "general",
] as const satisfies readonly UpdateTopic[];

/** In English, for staff and machines. */
export const topicNames: Record<UpdateTopic, string> = en.terms.topics;

export const updateChannels = ["page", "subscribers", "list"] as const satisfies readonly UpdateChannel[];

export const channelNames: Record<UpdateChannel, string> = {
  page: "Trust page",
  subscribers: "Trust page and subscribers",
  list: "Named list",
};

/** `scheduled`: its hour is set and has not come. */
export type UpdateState = "draft" | "scheduled" | "published";

export const mostListed = 200;
export const furthestScheduleDays = 366;

export const updateForm = z
  .strictObject({
    topic: z.enum(updateTopics, "Choose a topic"),
    title: requiredWords(200, "Enter what happened, in one line"),
    body: words(10_000),
    channel: z.enum(updateChannels, "Choose who gets it").default("page"),
    list: words(40_000)
      .default("")
      .transform((text) => [...new Set(linesOf(text))])
      .refine((lines) => lines.length <= mostListed, `Enter at most ${mostListed} accounts and addresses`),
  })
  .superRefine(({ channel, list }, context) => {
    if (channel !== "list" || list.length > 0) return;
    context.addIssue({ code: "custom", path: ["list"], message: "Enter who gets it: an account or an address a line" });
  });

type UpdateForm = z.output<typeof updateForm>;

/** Without a channel, an update is for the page alone. */
export type UpdateDetails = Omit<UpdateForm, "channel" | "list"> & Partial<Pick<UpdateForm, "channel" | "list">>;

const hour = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What `datetime-local` sends, read as UTC. */
export const scheduleForm = z.strictObject({
  at: z
    .string()
    .trim()
    .refine(
      (text) => hour.test(text) && !Number.isNaN(Date.parse(`${text}Z`)),
      "Enter a day and an hour, for example 2026-12-01 09:00",
    )
    .transform((text) => new Date(`${text}Z`)),
});

import { z } from "zod";
import type { UpdateTopic } from "#db/schema/trust-page.ts";
import { requiredWords, words } from "./form-fields.ts";

export const updateTopics = [
  "compliance",
  "vulnerabilities",
  "incidents",
  "subprocessors",
  "general",
] as const satisfies readonly UpdateTopic[];

export const topicNames: Record<UpdateTopic, string> = {
  compliance: "Compliance",
  vulnerabilities: "Vulnerabilities",
  incidents: "Incidents",
  subprocessors: "Subprocessors",
  general: "General",
};

export const updateForm = z.strictObject({
  topic: z.enum(updateTopics, "Choose a topic"),
  title: requiredWords(200, "Enter what happened, in one line"),
  body: words(10_000),
});

export type UpdateDetails = z.output<typeof updateForm>;

import type { SubprocessorTerms } from "#app/domain/trust-page/subprocessor-terms.ts";
import type { UpdateTopic } from "#db/schema/trust-page.ts";

/** What the contracts of the demo company promise. */
export const subprocessorTerms: SubprocessorTerms = { noticeDays: 30, objectionDays: 30 };

export const subscribers: { email: string; topics: UpdateTopic[] }[] = [
  { email: "priya.raghunathan@northfold.example", topics: ["compliance", "incidents", "subprocessors"] },
  { email: "j.wiersma@calderautilities.example", topics: ["vulnerabilities", "incidents"] },
  { email: "privacy@halmstrandnat.example", topics: ["subprocessors"] },
];

/** Waits for its hour, so that staff see what that looks like. */
export const scheduledUpdate = {
  topic: "general" as const,
  title: "Status page moves to a new address",
  body: "From this day on our status page stands at **status.lindmere.example**. The old address leads there for a year.",
  channel: "subscribers" as const,
  inDays: 5,
};

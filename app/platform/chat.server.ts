import { z } from "zod";
import { OutboundNonsense, type OutboundService, postJson } from "./outbound.server.ts";

export type ChatService = OutboundService & { model: string };

/** In a job, whose worker has 120 s for it. */
const timeoutMs = 45_000;
const mostBytes = 256 * 1024;

const answer = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

/**
 * Asks a chat model once and gives the text that it answered with. `system` is ours; `user` may hold anything. It asks
 * for a JSON object, but what comes back is whatever the model wrote. Temperature and token limits are left to the
 * service, because models differ in which they refuse. Throws what `postJson` throws.
 */
export async function askChat(service: ChatService, asked: { system: string; user: string }): Promise<string> {
  const body = {
    model: service.model,
    messages: [
      { role: "system", content: asked.system },
      { role: "user", content: asked.user },
    ],
    response_format: { type: "json_object" },
  };
  const answered = answer.safeParse(await postJson(service, { path: "/chat/completions", body, timeoutMs, mostBytes }));
  const choice = answered.data?.choices[0];
  if (!choice) throw new OutboundNonsense("The service's answer holds no message.");
  if (choice.finish_reason === "length") throw new OutboundNonsense("The service's answer was cut short.");
  return choice.message.content;
}

import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

export type SentMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  from: string;
  idempotencyKey: string;
};

export const sentMail: SentMail[] = [];

/** Resend as it answers on a good day. Like the real one, it keeps to one answer for an idempotency key. */
const answered = new Map<string, string>();

export const resendAnswers = http.post("https://api.resend.com/emails", async ({ request }) => {
  const body = (await request.json()) as Omit<SentMail, "idempotencyKey" | "to"> & { to: string | string[] };
  const idempotencyKey = request.headers.get("idempotency-key") ?? "";
  const known = answered.get(idempotencyKey);
  if (known) return HttpResponse.json({ id: known });
  const id = `re_${sentMail.length + 1}`;
  answered.set(idempotencyKey, id);
  sentMail.push({ ...body, to: [body.to].flat()[0]!, idempotencyKey });
  return HttpResponse.json({ id });
});

export const embeddingsAt = "https://embeddings.example/v1";
export const chatAt = "https://chat.example/v1";

export type AskedForVectors = { model: string; input: string[] };

/** A service of OpenAI's kind: texts with the same letters have the same vector. `asked` gets each request's body. */
export const embeddingService = (dimensions: number, asked: AskedForVectors[] = []) =>
  http.post(`${embeddingsAt}/embeddings`, async ({ request }) => {
    const body = (await request.json()) as AskedForVectors;
    asked.push(body);
    const data = body.input.map((text, index) => ({ index, embedding: lettersOf(text, dimensions) }));
    return HttpResponse.json({ data: data.reverse(), model: body.model });
  });

export function lettersOf(text: string, dimensions: number): number[] {
  const counts = Array.from({ length: dimensions }, () => 0.01);
  for (const letter of text.toLowerCase()) counts[letter.charCodeAt(0) % dimensions]! += 1;
  return counts;
}

export type AskedChat = { model: string; messages: { role: string; content: string }[] };

/** A chat model that says `content`, whatever it is asked. */
export const chatModel = (content: string | ((asked: AskedChat) => string), asked: AskedChat[] = []) =>
  http.post(`${chatAt}/chat/completions`, async ({ request }) => {
    const body = (await request.json()) as AskedChat;
    asked.push(body);
    const said = typeof content === "string" ? content : content(body);
    return HttpResponse.json({ choices: [{ message: { role: "assistant", content: said }, finish_reason: "stop" }] });
  });

export const server = setupServer(resendAnswers);

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

export const server = setupServer(resendAnswers);

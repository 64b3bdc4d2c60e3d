import { Resend } from "resend";
import { env } from "./env.server.ts";

export type OutgoingMail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/** The provider answered that this mail can never be sent, so trying again is of no use. */
export class MailRefused extends Error {}
/** The provider was busy, down or silent: try again later under the same id. */
export class MailDelayed extends Error {}

const finalRefusals = new Set([
  "validation_error",
  "invalid_to_address",
  "missing_required_field",
  "invalid_parameter",
]);
const timeoutMs = 15_000;

let client: Resend | undefined;

export const sendsMail = (): boolean => env.resendApiKey !== null;

/**
 * Sends one mail through Resend and gives the provider's id. The mail's own id is the idempotency key, which Resend
 * remembers for 24 hours, so a retry after a lost answer sends nothing twice.
 */
export async function sendMail(mail: OutgoingMail): Promise<string> {
  client ??= new Resend(env.resendApiKey!);
  const { data, error } = await withTimeout(
    client.emails.send(
      {
        ...{ from: env.mailFrom, to: mail.to, subject: mail.subject },
        ...{ html: mail.html, text: mail.text, headers: mail.headers },
      },
      { idempotencyKey: mail.id },
    ),
  );
  if (error) {
    const sentence = `Resend answered ${error.name}: ${error.message}`;
    throw finalRefusals.has(error.name) ? new MailRefused(sentence) : new MailDelayed(sentence);
  }
  if (!data?.id) throw new MailDelayed("Resend gave no id for the mail.");
  return data.id;
}

async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailDelayed(`Resend gave no answer in ${timeoutMs / 1000} s.`)), timeoutMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

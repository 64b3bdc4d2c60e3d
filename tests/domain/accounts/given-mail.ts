import type { MailProps } from "#emails/templates.ts";
import { db } from "#db/client.server.ts";

/** What the newest mail to an address was told. */
export async function newestMail<Template extends "sign-in" | "staff-invite">(
  to: string,
  template: Template,
): Promise<MailProps[Template]> {
  const mail = await db
    .selectFrom("mail")
    .select("props")
    .where("recipient", "=", to)
    .where("template", "=", template)
    .orderBy("queuedAt", "desc")
    .executeTakeFirstOrThrow();
  return mail.props as MailProps[Template];
}

/** The secret in a mailed link: behind the #, so that no server or log sees it before it is sent on purpose. */
export const secretIn = (link: string): string => new URL(link).hash.slice(1);

/** What a browser sends back of a Set-Cookie header. */
export const asSent = (setCookie: string): string => setCookie.split(";")[0]!;

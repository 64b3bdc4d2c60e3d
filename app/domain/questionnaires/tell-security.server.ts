import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";

type Waiting = { id: string; title: string; page: "map" | "review"; onlyFromProspects?: boolean };

/** Mails everyone who can take the next step. Call it in the transaction that makes the questionnaire wait for them. */
export async function tellSecurity(db: Db, { id, title, page, onlyFromProspects }: Waiting): Promise<void> {
  const sender = await db
    .selectFrom("questionnaire")
    .leftJoin("person", "person.id", "questionnaire.receivedFrom")
    .leftJoin("companyAccount", "companyAccount.id", "questionnaire.companyAccountId")
    .select(["person.kind", "person.name", "companyAccount.name as account"])
    .where("questionnaire.id", "=", id)
    .executeTakeFirstOrThrow();
  if (onlyFromProspects && sender.kind !== "prospect") return;
  const people = await db
    .selectFrom("person")
    .select("email")
    .where("kind", "=", "staff")
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .orderBy("email")
    .execute();
  const from = [sender.name, sender.account].filter(Boolean).join(", ") || "a colleague";
  const link = `${appOrigin()}/staff/questionnaires/${id}/${page}`;
  for (const { email } of people) {
    await notify(db, { to: email, template: "questionnaire-waiting", props: { title, from, link } });
  }
}

import { sql } from "kysely";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";

/** One mail an hour for a document, however often it is asked for. */
const quietMinutes = 60;

/** Tells everyone who keeps documents that one of them cannot be given out. The caller has put the refusal on the trail. */
export async function tellOfRefusedCopy(db: Db, refused: { title: string; documentId: string; why: string }) {
  const recent = await db
    .selectFrom("auditEvent")
    .select((event) => event.fn.countAll<string>().as("n"))
    .where("action", "=", "access.document.refused")
    .where("subjectId", "=", refused.documentId)
    .where("at", ">", sql<Date>`now() - make_interval(mins => ${quietMinutes})`)
    .executeTakeFirstOrThrow();
  if (Number(recent.n) > 1) return;
  const keepers = await db
    .selectFrom("person")
    .select("email")
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .orderBy("email")
    .execute();
  const link = `${appOrigin()}/staff/documents/${refused.documentId}`;
  for (const { email } of keepers) {
    await notify(db, { to: email, template: "copy-refused", props: { title: refused.title, why: refused.why, link } });
  }
}

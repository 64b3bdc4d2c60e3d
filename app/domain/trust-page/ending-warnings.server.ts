import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { listBridgeLetters } from "./bridge-letters.server.ts";
import { listCertifications } from "./certifications.server.ts";
import type { CalendarDay } from "./days.ts";
import { endingSoon, sayWhen, type Ending } from "./ending-soon.ts";
import { listPublishedReports } from "./reports.server.ts";

/** Of published reports, their letters, and every certification that we hold, shown to visitors or not. */
export async function listEndingSoon(db: Db, today: CalendarDay): Promise<Ending[]> {
  const records = {
    reports: await listPublishedReports(db),
    letters: await listBridgeLetters(db),
    certifications: await listCertifications(db),
  };
  return endingSoon(records, today);
}

/**
 * Mails security and admins what ends soon and was not yet said: each end at 90, 30 and 7 days, in one mail a day at
 * most. It may be called at any time, by any number of processes; the lock lets them do so one after another.
 */
export async function warnOfEndings(db: Db, today: CalendarDay): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('ending-warnings'))`.execute(trx);
    if (await wasSentOn(trx, today)) return;
    const people = await listWarned(trx);
    const endings = people.length > 0 ? await keepNew(trx, await listEndingSoon(trx, today), today) : [];
    if (endings.length === 0) return;
    const props = {
      endings: endings.map((ending) => ({ title: ending.title, when: sayWhen(ending), then: ending.then })),
      link: `${appOrigin()}/staff/reports`,
    };
    for (const { email } of people) await notify(trx, { to: email, template: "ending-soon", props });
    await recordAudit(trx, {
      action: "trust-page.staff.warned",
      actor: { kind: "system" },
      subject: { kind: "trust-page", id: null },
      details: { ends: endings.map((ending) => `${ending.title}: ${ending.endsOn}`), people: people.length },
    });
  });
}

async function wasSentOn(db: Db, day: CalendarDay): Promise<boolean> {
  const sent = await db.selectFrom("endingWarning").select("sentOn").where("sentOn", "=", day).executeTakeFirst();
  return sent !== undefined;
}

const listWarned = (db: Db) =>
  db
    .selectFrom("person")
    .select("email")
    .where("kind", "=", "staff")
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .orderBy("email")
    .execute();

/** Puts the warnings on record and hands back those that were not there before. */
async function keepNew(db: Db, endings: Ending[], sentOn: CalendarDay): Promise<Ending[]> {
  const kept: Ending[] = [];
  for (const ending of endings) {
    const { what, subjectId, endsOn, daysBefore } = ending;
    const isNew = await db
      .insertInto("endingWarning")
      .values({ what, subjectId, endsOn, daysBefore, sentOn })
      .onConflict((conflict) => conflict.constraint("ending_warning_is_sent_once").doNothing())
      .returning("what")
      .executeTakeFirst();
    if (isNew) kept.push(ending);
  }
  return kept;
}

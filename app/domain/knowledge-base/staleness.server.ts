import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { listBridgeLetters } from "#app/domain/trust-page/bridge-letters.server.ts";
import { listReports } from "#app/domain/trust-page/reports.server.ts";
import { reportStatus } from "#app/domain/trust-page/soc2-status.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/**
 * Why an approved answer is not reused at the moment, oldest reason first. The reasons are written by triggers, in the
 * transaction that changes what the answer cites; only the lapse of a report comes with the calendar.
 */
export async function listStaleness(db: Db, answerId: string): Promise<{ reason: string; since: Date }[]> {
  return db
    .selectFrom("answerStaleness")
    .select(["reason", "since"])
    .where("answerId", "=", answerId)
    .where("settledAt", "is", null)
    .orderBy("id")
    .execute();
}

/** An approval answers for what is cited as it stands, so that this is held until the approval is done. */
export async function settleStaleness(trx: Db, { id, version }: { id: string; version: number }): Promise<void> {
  await sql`select 1 from control where code in (
      select cited ->> 'ref' from answer_version, jsonb_array_elements(citations) cited
        where answer_id = ${id} and number = ${version} and cited ->> 'kind' = 'control')
    order by code for share`.execute(trx);
  await trx
    .updateTable("answerStaleness")
    .set({ settledAt: sql<Date>`clock_timestamp()` })
    .where("answerId", "=", id)
    .where("settledAt", "is", null)
    .execute();
}

/** Answers that rest on a report that has lapsed by `today` and were approved before it did. Twice is as good as once. */
export async function staleByLapse(db: Db, today: string): Promise<void> {
  const letters = await listBridgeLetters(db);
  for (const report of await listReports(db)) {
    const own = letters.filter((letter) => letter.reportId === report.id);
    if (reportStatus(report, { letters: own, today }).is !== "lapsed") continue;
    await inTransaction(db, (trx) =>
      sql`select answers_go_stale('report', ${report.id}, 'The report has lapsed.') where not exists (
        select 1 from answer_staleness where kind = 'report' and ref = ${report.id} and reason = 'The report has lapsed.')`.execute(
        trx,
      ),
    );
  }
}

const mostInAMail = 50;

/** Puts what went stale on the trail, and tells each owner once, in one mail. */
export async function tellOfStaleness(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom("answerStaleness")
      .innerJoin("answer", "answer.id", "answerStaleness.answerId")
      .leftJoin("person as owner", (join) =>
        join.onRef("owner.id", "=", "answer.ownerId").on("owner.disabledAt", "is", null),
      )
      .select(["answerStaleness.id", "answerStaleness.answerId", "answer.key", "reason", "owner.email"])
      .where("toldAt", "is", null)
      .orderBy("answerStaleness.id")
      .forUpdate(["answerStaleness"])
      .skipLocked()
      .execute();
    if (rows.length === 0) return;
    await trx
      .updateTable("answerStaleness")
      .set({ toldAt: sql<Date>`clock_timestamp()` })
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    for (const { answerId, key, reason } of rows) {
      const [action, subject] = ["knowledge-base.answer.went-stale" as const, { kind: "answer", id: answerId }];
      await recordAudit(trx, { action, actor: { kind: "system" }, subject, details: { key, reason } });
    }
    const owners = new Set(rows.flatMap(({ email }) => email ?? []));
    for (const to of owners) {
      const own = rows.filter(({ email }) => email === to);
      const answers = own.slice(0, mostInAMail).map(({ key, reason }) => ({ key, reason }));
      const props = { answers, more: own.length - answers.length, link: `${appOrigin()}/staff/answers?state=overdue` };
      await notify(trx, { to, template: "answers-stale", props });
    }
  });
}

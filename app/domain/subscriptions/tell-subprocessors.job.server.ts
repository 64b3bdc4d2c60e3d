import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notifyEach } from "#app/domain/notifications/notify.server.ts";
import { dayOf, type CalendarDay } from "#app/domain/trust-page/days.ts";
import { getPublishedFacts } from "#app/domain/trust-page/publications.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { listReadersOf } from "./mail-update.job.server.ts";
import { subprocessorNews, type SubprocessorNews } from "./subprocessor-news.ts";
import { linksOf } from "./subscription-key.server.ts";

/** Runs once a publication, so that nobody waits for the hour. */
export const tellOfSubprocessorsNow = (db: Db): Promise<void> => tellOfSubprocessors(db, dayOf(new Date()));

/**
 * Mails subscribers what became of the published subprocessors and was not yet said: a notice, a first day, a last day.
 * A notice whose dates change is a new one. It may be called at any time, by any number of processes; the lock lets them
 * do so one after another.
 */
export async function tellOfSubprocessors(db: Db, today: CalendarDay): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('subprocessor-news'))`.execute(trx);
    const { company, subprocessors } = await getPublishedFacts(trx);
    const news = newestOfEach(await keepNew(trx, subprocessorNews(subprocessors, today)));
    if (news.length === 0) return;
    const readers = await listReadersOf(trx, "subprocessors");
    const changes = news.map(({ title, facts }) => ({ title, facts }));
    const said = { company: company.name, changes, link: `${appOrigin()}/#subprocessors` };
    await notifyEach(
      trx,
      readers.map(({ email, subscriptionId }) => ({
        to: email,
        template: "subprocessors-changed" as const,
        props: { ...said, subscription: linksOf(subscriptionId) },
      })),
    );
    await recordAudit(trx, {
      action: "subscriptions.subprocessors.told",
      actor: { kind: "system" },
      subject: { kind: "trust-page", id: null },
      details: { changes: news.map(({ title, onDay }) => `${title}: ${onDay}`), people: readers.length },
    });
  });
}

/** Puts them on record and hands back those that were not there before. */
async function keepNew(db: Db, news: SubprocessorNews[]): Promise<SubprocessorNews[]> {
  const kept: SubprocessorNews[] = [];
  for (const one of news) {
    const { subprocessorId, what, onDay, objectUntil } = one;
    const isNew = await db
      .insertInto("subprocessorTold")
      .values({ subprocessorId, what, onDay, objectUntil })
      .onConflict((conflict) => conflict.constraint("subprocessor_told_once").doNothing())
      .returning("what")
      .executeTakeFirst();
    if (isNew) kept.push(one);
  }
  return kept;
}

/** Of several of one company that are found at once, the last says what is so now. */
const newestOfEach = (news: SubprocessorNews[]): SubprocessorNews[] =>
  news.filter((one, at) => !news.slice(at + 1).some(({ subprocessorId }) => subprocessorId === one.subprocessorId));

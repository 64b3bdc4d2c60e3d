import { sql } from "kysely";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import { vendorName } from "#app/domain/access/vendor.server.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import { listReusableVersions } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { notifyEach } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { readersOf } from "./audience.server.ts";
import { asTold, type Decided, type ToldOtherwise } from "./corrections.ts";
import { listToldOtherwise } from "./told-otherwise.server.ts";

/** What a notice would say: `now` is null when the account may not read the new text, or there is none. */
export async function draftNotice(
  db: Db,
  told: ToldOtherwise,
): Promise<{ told: string; now: string | null; mayRead: boolean }> {
  const mayRead = told.now !== null && (await isReadableBy(db, told));
  return { told: asTold(told.told), now: mayRead ? asTold(told.now!) : null, mayRead };
}

async function isReadableBy(db: Db, { accountId, key, now }: ToldOtherwise): Promise<boolean> {
  const readers = await readersOf(db, { companyAccountId: accountId, products: [] });
  return (await listReusableVersions(db, readers)).get(key) === now?.version;
}

/** Tells the account what was said and what holds now: whoever sent the questionnaire, else all of its people. */
export async function sendCorrection(
  db: Db,
  staff: Staff,
  decided: Decided,
): Promise<{ account: string; people: number }> {
  ensureDecides(staff);
  return onWhatHolds(db, decided, async (trx, told) => {
    const people = await recipientsOf(trx, told);
    if (people.length === 0) {
      const why = `${told.accountName} has nobody in the portal to write to. Tell them yourself, then dismiss this with a word on how.`;
      throw new Conflict("questionnaires.nobody-to-tell", why);
    }
    const notice = await draftNotice(trx, told);
    const props = {
      company: await vendorName(trx),
      title: told.title,
      question: told.question,
      ...notice,
      note: decided.note,
    };
    const link = `${appOrigin()}/portal/questionnaires`;
    const { mayRead: _mayRead, ...written } = { ...props, link };
    await notifyEach(
      trx,
      people.map((to) => ({ to, template: "answer-corrected" as const, props: written })),
    );
    await keep(trx, staff, { told, decided, outcome: "sent", nowText: notice.now });
    return { account: told.accountName, people: people.length };
  });
}

/** No notice is needed, says a person, and why; it comes back when the answer changes again. */
export async function dismissCorrection(db: Db, staff: Staff, decided: Decided): Promise<{ account: string }> {
  ensureDecides(staff);
  return onWhatHolds(db, decided, async (trx, told) => {
    await keep(trx, staff, { told, decided, outcome: "dismissed", nowText: null });
    return { account: told.accountName };
  });
}

/** One after another for an answer, each on what holds then: nobody is told twice, or of a text that was not shown. */
async function onWhatHolds<Done>(
  db: Db,
  { deliveredId, now }: Decided,
  act: (trx: Db, told: ToldOtherwise) => Promise<Done>,
): Promise<Done> {
  return inTransaction(db, async (trx) => {
    const delivered = await trx
      .selectFrom("deliveredAnswer")
      .innerJoin("answer", "answer.id", "deliveredAnswer.answerId")
      .select("answer.id")
      .where("deliveredAnswer.id", "=", deliveredId)
      .forUpdate(["answer"])
      .executeTakeFirst();
    const listed = delivered ? await listToldOtherwise(trx, { answerId: delivered.id }) : [];
    const told = listed.find((one) => one.deliveredId === deliveredId);
    if (!told || (told.now?.version ?? null) !== now) {
      throw new Conflict(
        "questionnaires.correction-is-past",
        "This has changed meanwhile. Read it again before you decide.",
      );
    }
    return act(trx, told);
  });
}

type Keeping = { told: ToldOtherwise; decided: Decided; outcome: "sent" | "dismissed"; nowText: string | null };

async function keep(trx: Db, staff: Staff, { told, decided, outcome, nowText }: Keeping): Promise<void> {
  await trx
    .insertInto("answerCorrection")
    .values({
      ...{ deliveredAnswerId: told.deliveredId, answerId: told.answerId, companyAccountId: told.accountId },
      ...{ outcome, told: asTold(told.told), nowVersion: decided.now, nowText, note: decided.note },
      ...{ decidedBy: staff.id, decidedAt: sql<Date>`clock_timestamp()` },
    })
    .execute();
  await recordAudit(trx, {
    action: `questionnaires.correction.${outcome}`,
    actor: staff,
    subject: { kind: "answer", id: told.answerId },
    details: { key: told.key, account: told.accountName, companyAccountId: told.accountId, note: decided.note },
  });
}

async function recipientsOf(db: Db, { questionnaireId, accountId }: ToldOtherwise): Promise<string[]> {
  const people = await db
    .selectFrom("person")
    .select(["id", "email"])
    .where("companyAccountId", "=", accountId)
    .where("kind", "=", "prospect")
    .where("disabledAt", "is", null)
    .orderBy("email")
    .execute();
  const { receivedFrom } = await db
    .selectFrom("questionnaire")
    .select("receivedFrom")
    .where("id", "=", questionnaireId)
    .executeTakeFirstOrThrow();
  const sender = people.filter(({ id }) => id === receivedFrom);
  return (sender.length > 0 ? sender : people).map(({ email }) => email);
}

/** The corrections that an account was sent, newest first, for its people. */
export async function listOwnCorrections(db: Db, prospect: Prospect) {
  return db
    .selectFrom("answerCorrection")
    .innerJoin("deliveredAnswer", "deliveredAnswer.id", "answerCorrection.deliveredAnswerId")
    .innerJoin("questionnaire", "questionnaire.id", "deliveredAnswer.questionnaireId")
    .select(["answerCorrection.id", "answerCorrection.told", "answerCorrection.nowText", "answerCorrection.decidedAt"])
    .select(["questionnaire.title", "deliveredAnswer.questionText"])
    .where("answerCorrection.companyAccountId", "=", prospect.companyAccountId)
    .where("outcome", "=", "sent")
    .orderBy("answerCorrection.decidedAt", "desc")
    .limit(50)
    .execute();
}

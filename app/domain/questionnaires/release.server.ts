import { sql } from "kysely";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import { vendorName } from "#app/domain/access/vendor.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { holdAnswers } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { makeFilledCopy } from "./filled-copy.server.ts";
import { planRelease, type ReleasePlan } from "./release-plan.server.ts";

/**
 * Hands the filled file to the account. `shown` is the digest of the list that was on the page: anything that is
 * otherwise by now, before the file is written or after, stops the release and nothing leaves.
 */
export async function releaseQuestionnaire(
  db: Db,
  staff: Staff,
  { id, shown }: { id: string; shown: string },
): Promise<{ answered: number; blank: number }> {
  ensureDecides(staff);
  const plan = await planRelease(db, id);
  ensureMayLeave(plan, shown);
  const { bytes: releasedFile, fidelity } = await makeFilledCopy(db, plan, { releasedAt: new Date() });

  return inTransaction(db, async (trx) => {
    await trx.selectFrom("questionnaire").select("id").where("id", "=", id).forUpdate().execute();
    await holdAnswers(trx, [...new Set(plan.leaving.flatMap(({ answerId }) => answerId ?? []))]);
    ensureMayLeave(await planRelease(trx, id), shown);
    await trx
      .updateTable("questionnaire")
      .set({ state: "released", releasedAt: sql`now()`, releasedBy: staff.id, releasedFile })
      .set({ fidelity: fidelity === null ? null : JSON.stringify(fidelity) })
      .where("id", "=", id)
      .execute();
    await keepInLedger(trx, plan);
    const counts = { answered: plan.leaving.length, blank: plan.blank.length };
    await tellSender(trx, plan, counts);
    await enqueueJob(trx, "questionnaires.recalibrate", {});
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.released",
      actor: staff,
      subject: { kind: "questionnaire", id },
      details: { ...counts, sha256: sha256(releasedFile), companyAccountId: plan.questionnaire.companyAccountId },
    });
    return counts;
  });
}

function ensureMayLeave(plan: ReleasePlan, shown: string) {
  const { state } = plan.questionnaire;
  if (state === "released")
    throw new Conflict("questionnaires.released-already", "This questionnaire was released already.");
  if (state !== "in-review") throw new Conflict("questionnaires.not-in-review", "This questionnaire is not in review.");
  if (plan.blocking.length > 0) {
    const list = plan.blocking.map(({ ref, position, problem }) => `${ref ?? `question ${position + 1}`}: ${problem}`);
    throw new Conflict("questionnaires.answers-not-reusable", `Not released. ${list.slice(0, 10).join(" ")}`);
  }
  if (plan.digest !== shown) {
    throw new Conflict(
      "questionnaires.list-has-changed",
      "The list changed since it was shown. Read it again, then release.",
    );
  }
  if (plan.leaving.length === 0) {
    throw new Invalid(
      "questionnaires.nothing-to-release",
      "No answer was accepted yet, so there is nothing to release.",
    );
  }
}

async function keepInLedger(db: Db, { questionnaire, leaving }: ReleasePlan) {
  const rows = leaving.map(({ id, question, short, text, answerId, answerVersion }) => ({
    ...{ questionnaireId: questionnaire.id, questionId: id, companyAccountId: questionnaire.companyAccountId },
    ...{ questionText: question, short, text, answerId, answerVersion },
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto("deliveredAnswer")
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

/** Whoever sent the file, if they sent it from the portal. A colleague who took it in hands it on as it came. */
async function tellSender(db: Db, { questionnaire }: ReleasePlan, counts: { answered: number; blank: number }) {
  const sender = await db
    .selectFrom("questionnaire")
    .innerJoin("person", "person.id", "questionnaire.receivedFrom")
    .select(["person.email"])
    .where("questionnaire.id", "=", questionnaire.id)
    .where("person.kind", "=", "prospect")
    .where("person.disabledAt", "is", null)
    .executeTakeFirst();
  if (!sender) return;
  const props = { company: await vendorName(db), title: questionnaire.title, ...counts };
  const link = `${appOrigin()}/portal/questionnaires`;
  await notify(db, { to: sender.email, template: "questionnaire-released", props: { ...props, link } });
}

import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/** Back to the columns, as if they had not been confirmed. A running job finds out before it writes the next batch. */
export async function cancelFilling(db: Db, staff: Staff, id: string): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const cancelled = await trx
      .updateTable("questionnaire")
      .set({ state: "mapping", confirmedBy: null, libraryVersion: null, layoutFingerprint: null })
      .where("id", "=", id)
      .where("state", "=", "filling")
      .returning("id")
      .executeTakeFirst();
    if (!cancelled) {
      throw new Conflict("questionnaires.not-being-filled", "This questionnaire is not being filled any more.");
    }
    const responses = await trx.deleteFrom("response").where("questionnaireId", "=", id).executeTakeFirst();
    const questions = await trx.deleteFrom("question").where("questionnaireId", "=", id).executeTakeFirst();
    await recordAudit(trx, {
      action: "questionnaires.filling.cancelled",
      actor: staff,
      subject: { kind: "questionnaire", id },
      details: { filled: Number(responses.numDeletedRows), of: Number(questions.numDeletedRows) },
    });
  });
}

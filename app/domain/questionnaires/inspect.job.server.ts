import { complaints } from "#app/messages/en/complaints.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { JobContext } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { PackedInspection } from "./formats/packed-inspection.server.ts";
import type { LayoutChoices } from "./formats/questionnaire-file.ts";
import { inspectFileUnseen } from "./formats/read-in-child.server.ts";
import { UnreadableFile } from "./formats/unreadable-file.ts";
import { findLearnedLayout } from "./learned-layouts.server.ts";
import { openQuestionnaireFile } from "./questionnaire-file.server.ts";
import { tellSecurity } from "./tell-security.server.ts";

/** Reads a received file. What cannot be read is kept, with the reason in words; running twice changes nothing. */
export async function inspectQuestionnaire(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select(["id", "title", "fileName", "layout"])
    .where("id", "=", String(payload.questionnaireId))
    .where("state", "=", "received")
    .executeTakeFirst();
  if (!questionnaire) return;

  const { id, fileName, layout } = questionnaire;
  const failure = await read(db, { id, fileName, choices: layout as LayoutChoices | null })
    .then((reading) => offerForMapping(db, questionnaire, reading))
    .then(
      () => null,
      (error: unknown) => ({ error }),
    );
  if (!failure) return;

  const { error } = failure;
  const settled = error instanceof UnreadableFile && error.code !== "file.reader_busy";
  if (!settled && !job.lastAttempt) throw error;
  const reason = error instanceof UnreadableFile ? error.message : complaints.fileUnread;
  await failQuestionnaire(db, { id, from: "received", reason });
}

type Reading = PackedInspection & { choices: LayoutChoices };

/** Reads the file as it stands, and once more when a person has said something about it or about one of its make. */
async function read(
  db: Db,
  { id, fileName, choices: said }: { id: string; fileName: string; choices: LayoutChoices | null },
): Promise<Reading> {
  const file = await openQuestionnaireFile(db, id);
  const untouched = await inspectFileUnseen(file, fileName);
  const choices = said ?? (await findLearnedLayout(db, untouched)) ?? {};
  if (Object.keys(choices).length === 0) return { ...untouched, choices };
  return { ...(await inspectFileUnseen(file, fileName, choices)), choices, fileMake: untouched.fileMake };
}

async function offerForMapping(db: Db, { id, title }: { id: string; title: string }, reading: Reading) {
  const { fileMake, answersApart, packed: packedInspection } = reading;
  const layout = JSON.stringify(reading.choices);

  await inTransaction(db, async (trx) => {
    const moved = await trx
      .updateTable("questionnaire")
      .set({ state: "mapping", inspection: null, packedInspection, layout, fileMake, answersApart, failure: null })
      .where("id", "=", id)
      .where("state", "=", "received")
      .returning("id")
      .executeTakeFirst();
    if (moved) await tellSecurity(trx, { id, title, page: "map", onlyFromProspects: true });
  });
}

export async function failQuestionnaire(
  db: Db,
  failed: { id: string; from: "received" | "filling"; reason: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const moved = await trx
      .updateTable("questionnaire")
      .set({ state: "failed", failure: failed.reason })
      .where("id", "=", failed.id)
      .where("state", "=", failed.from)
      .returning("id")
      .executeTakeFirst();
    if (!moved) return;
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.failed",
      actor: { kind: "system" },
      subject: { kind: "questionnaire", id: failed.id },
      details: { reason: failed.reason },
    });
  });
}

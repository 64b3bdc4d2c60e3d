import { complaints } from "#app/messages/en/complaints.ts";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { unpackedInspection } from "./formats/packed-inspection.server.ts";
import type { Inspection, LayoutChoices } from "./formats/questionnaire-file.ts";
import { inspectFileUnseen } from "./formats/read-in-child.server.ts";
import { inspectionOf } from "./kept-inspection.server.ts";
import { changedChoice, type LayoutForm } from "./layout-choice.ts";
import { rememberLayout } from "./learned-layouts.server.ts";
import { layoutFingerprint } from "./formats/layout-fingerprint.ts";
import { openQuestionnaireFile } from "./questionnaire-file.server.ts";

/** What was found in the file, for the person who checks it. */
export async function getFileMap(db: Db, id: string) {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .leftJoin("companyAccount", "companyAccount.id", "questionnaire.companyAccountId")
    .leftJoin("person as sender", "sender.id", "questionnaire.receivedFrom")
    .select(["questionnaire.id", "questionnaire.title", "state", "fileName", "fileSha256", "receivedAt"])
    .select(["inspection", "packedInspection", "fileSize as size"])
    .select(["companyAccount.name as accountName", "sender.name as senderName"])
    .where("questionnaire.id", "=", id)
    .executeTakeFirst();
  if (!questionnaire) throw noSuchQuestionnaire();
  const { packedInspection, ...shown } = questionnaire;
  const inspection = await inspectionOf({ inspection: shown.inspection, packedInspection });
  if (!inspection) throw new Conflict("questionnaires.not-read-yet", "This file has not been read yet.");
  return { ...shown, inspection };
}

/** Reads the file again with a person's word on one sheet. Nothing is filled. */
export async function changeLayout(db: Db, staff: Staff, change: { id: string; form: LayoutForm }): Promise<void> {
  ensureDecides(staff);
  const checked = await checkedLayout(db, change);
  await inTransaction(db, (trx) => keepLayout(trx, change.id, checked));
}

/** Takes the layout as right: its questions are what will be answered. Filling them is a job. */
export async function confirmLayout(db: Db, staff: Staff, confirm: { id: string; form: LayoutForm }): Promise<void> {
  ensureDecides(staff);
  const checked = await checkedLayout(db, confirm);
  const inspection = checked.changed ? await unpackedInspection(checked.changed) : checked.untouched;
  const found = inspection.sheets.flatMap((sheet) =>
    sheet.questions.map((question) => ({ sheet: sheet.name, question })),
  );
  if (found.length === 0) {
    throw new Invalid(
      "questionnaires.no-question-found",
      "No question was found. Say which column holds the questions.",
    );
  }
  await inTransaction(db, async (trx) => {
    await keepLayout(trx, confirm.id, checked);
    const rows = found.map(({ sheet, question }, position) => ({
      ...{ questionnaireId: confirm.id, position, sheet, row: question.row, ref: question.id },
      ...{ section: question.section, text: question.text, place: JSON.stringify(question) },
    }));
    for (let at = 0; at < rows.length; at += 500) {
      await trx
        .insertInto("question")
        .values(rows.slice(at, at + 500))
        .execute();
    }
    await trx
      .updateTable("questionnaire")
      .set({ state: "filling", confirmedBy: staff.id, layoutFingerprint: layoutFingerprint(inspection) })
      .where("id", "=", confirm.id)
      .execute();
    await rememberLayout(trx, staff, { questionnaireId: confirm.id, choices: checked.choices });
    await enqueueJob(trx, "questionnaires.fill", { questionnaireId: confirm.id });
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.confirmed",
      actor: staff,
      subject: { kind: "questionnaire", id: confirm.id },
      details: { questions: found.length },
    });
  });
}

/** `changed` is what was found with the choices, packed; null when they say nothing new. */
type Checked = { untouched: Inspection; changed: Buffer | null; choices: LayoutChoices; before: string };

async function checkedLayout(db: Db, { id, form }: { id: string; form: LayoutForm }): Promise<Checked> {
  const kept = await db
    .selectFrom("questionnaire")
    .select(["inspection", "packedInspection", "layout", "state", "fileName"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!kept) throw noSuchQuestionnaire();
  if (kept.state !== "mapping") throw notBeingMapped();
  const untouched = (await inspectionOf(kept))!;
  const choices = (kept.layout ?? {}) as LayoutChoices;
  const before = JSON.stringify(choices);
  const sheet = untouched.sheets[form.sheet];
  if (!sheet) throw new Invalid("questionnaires.no-such-sheet", "This file has no such sheet.");
  const changed = changedChoice(sheet, form);
  if (!changed) return { untouched, changed: null, choices, before };

  const known = choices[sheet.name];
  const rows = { ...known?.rows, ...changed.rows };
  const merged = { ...choices, [sheet.name]: { ...known, ...changed, rows } };
  const { packed } = await inspectFileUnseen(await openQuestionnaireFile(db, id), kept.fileName, merged);
  return { untouched, changed: packed, choices: merged, before };
}

/** Between reading the file and keeping the result a colleague may have been faster: then theirs stands. */
async function keepLayout(db: Db, id: string, { changed, choices, before }: Checked) {
  const now = await db
    .selectFrom("questionnaire")
    .select(["state", "layout"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (now?.state !== "mapping") throw notBeingMapped();
  if (JSON.stringify(now.layout ?? {}) !== before) {
    throw new Conflict("questionnaires.layout-has-changed", "A colleague changed the columns meanwhile. Look again.");
  }
  await db
    .updateTable("questionnaire")
    .set({ layout: JSON.stringify(choices) })
    .$if(changed !== null, (update) => update.set({ inspection: null, packedInspection: changed }))
    .where("id", "=", id)
    .execute();
}

const noSuchQuestionnaire = () => new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);
const notBeingMapped = () =>
  new Conflict("questionnaires.not-being-mapped", "The columns of this questionnaire were confirmed already.");

import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { confirmLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { sendQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { people, questionnaires } from "./content/people.ts";
import { makeDemoQuestionnaires } from "./make-questionnaires.ts";
import { securityStaff } from "./security-staff.ts";

const client = { ipAddress: "203.0.113.24", userAgent: "Mozilla/5.0 (demo)" };
const job = { jobId: "demo", attempt: 1, lastAttempt: true };

/** One waits for a person to check what was found in it; the other is filled and waits for review. */
export async function loadQuestionnaires(db: Db, today: Date): Promise<void> {
  const files = makeDemoQuestionnaires();
  for (const [at, sent] of questionnaires(today).entries()) {
    const person = people.find((one) => one.key === sent.uploadedBy)!;
    const prospect = await inTransaction(db, (trx) => ensureProspect(trx, { email: person.email }));
    const { bytes: content } = files.find((file) => file.fileName === sent.fileName)!;
    const arrival = { title: sent.title, dueOn: sent.dueOn, fileName: sent.fileName, content, client };
    const { id } = await sendQuestionnaire(db, prospect, arrival);
    await db.updateTable("questionnaire").set({ receivedAt: sent.receivedAt }).where("id", "=", id).execute();
    await inspectQuestionnaire(db, { questionnaireId: id }, job);
    if (at === 0) await fill(db, id);
  }
}

async function fill(db: Db, id: string) {
  const { inspection } = await getFileMap(db, id);
  const sheet = inspection.sheets.findIndex((one) => one.questions.length > 0);
  const { role, headerRow, columns } = inspection.sheets[sheet]!;
  const form = { sheet, role, headerRow, columns };
  await confirmLayout(db, await securityStaff(db), { id, form });
  await fillQuestionnaire(db, { questionnaireId: id }, job);
}

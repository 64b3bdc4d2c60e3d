import { vendorName } from "#app/domain/access/vendor.server.ts";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import { getCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client, Prospect, Staff } from "#app/domain/accounts/people.ts";
import { Invalid } from "#app/domain/errors.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { ArrivedFile } from "#app/platform/arriving-files.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { fileKindOf } from "./formats/file-kind.ts";
import { pastedFile, pastedFileName, pastedQuestions } from "./formats/pasted-questions.ts";
import { limits } from "./limits.ts";

export type Arrival = { title: string; dueOn: string | null; fileName: string; content: Uint8Array | ArrivedFile };

/** A prospect sends a file for their own account; it is read by a job, and the sender is told that it is here. */
export async function sendQuestionnaire(
  db: Db,
  prospect: Prospect,
  { client, ...arrival }: Arrival & { client: Client },
): Promise<{ id: string }> {
  await ensureWithinAddressLimit(db, limits.sentByAddress, client);
  await ensureWithinLimit(db, limits.sentByPerson, prospect.id);
  return keep(db, prospect, { ...arrival, companyAccountId: prospect.companyAccountId, products: [] });
}

/** Security takes in a file that came another way, for an account or for nobody in particular. */
export async function takeInQuestionnaire(
  db: Db,
  staff: Staff,
  arrival: Arrival & { companyAccountId: string | null; products: string[] },
): Promise<{ id: string }> {
  ensureDecides(staff);
  if (arrival.companyAccountId !== null) await getCompanyAccount(db, arrival.companyAccountId);
  return keep(db, staff, arrival);
}

/** Questions that came in a mail or a form: kept as a questionnaire in our own JSON. */
export async function takeInPastedQuestions(
  db: Db,
  staff: Staff,
  { pasted, ...arrival }: Omit<Parameters<typeof takeInQuestionnaire>[2], "fileName" | "content"> & { pasted: string },
): Promise<{ id: string }> {
  const questions = pastedQuestions(pasted);
  if (questions.length === 0) {
    throw new Invalid("questionnaires.nothing-pasted", "There is no question in what you pasted. Put each on a line.");
  }
  const title = arrival.title || "Pasted questions";
  const content = pastedFile(questions, title);
  return takeInQuestionnaire(db, staff, { ...arrival, title, fileName: pastedFileName, content });
}

type Kept = Arrival & { companyAccountId: string | null; products: string[] };

async function keep(db: Db, from: Prospect | Staff, arrival: Kept): Promise<{ id: string }> {
  const fileName = plainFileName(arrival.fileName);
  ensureReadable(arrival.content, fileName);
  const title = arrival.title || fileName.replace(/\.[^.]+$/, "").replaceAll("_", " ");
  const { sha256: fileSha256, sizeBytes: fileSize } = await fileStore.put(arrival.content);
  return inTransaction(db, async (trx) => {
    const questionnaire = await trx
      .insertInto("questionnaire")
      .values({
        title,
        fileName,
        fileSha256,
        fileSize,
        fileFormat: fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase(),
        companyAccountId: arrival.companyAccountId,
        receivedFrom: from.id,
        dueOn: arrival.dueOn,
        products: arrival.products,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await enqueueJob(trx, "questionnaires.inspect", { questionnaireId: questionnaire.id });
    if (from.kind === "prospect") {
      const link = `${appOrigin()}/portal/questionnaires`;
      const props = { company: await vendorName(trx), title, link };
      await notify(trx, { to: from.email, template: "questionnaire-received", props });
    }
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.received",
      actor: from,
      subject: { kind: "questionnaire", id: questionnaire.id },
      details: { title, fileName, sha256: fileSha256, companyAccountId: arrival.companyAccountId },
    });
    return questionnaire;
  });
}

function ensureReadable(content: Uint8Array | ArrivedFile, fileName: string): void {
  if (content instanceof Uint8Array) fileKindOf(content, fileName);
  else fileKindOf(content.beginning, fileName, content.sizeBytes);
}

/** The name alone, without the folders and the control characters that some browsers and some people add. */
function plainFileName(sent: string): string {
  const name = sent
    .replace(/^.*[\\/]/, "")
    .replaceAll(/[\p{Cc}\p{Cf}"]/gu, "")
    .trim();
  if (name.length <= 160) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 ? name.slice(dot, dot + 8) : "";
  return name.slice(0, 160 - extension.length) + extension;
}

import { complaints } from "#app/messages/en/complaints.ts";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { makeFilledCopy } from "./filled-copy.server.ts";
import { planRelease } from "./release-plan.server.ts";

export type ExportedFile = { fileName: string; mediaType: string; bytes: Uint8Array };

/** The released file, for members of the account that it was released to, and for nobody else. */
export async function getReleasedFile(db: Db, prospect: Prospect, id: string): Promise<ExportedFile> {
  return released(db, prospect, { id, companyAccountId: prospect.companyAccountId });
}

/** The customer's file: as it was released, or else a copy to look at, with what has been accepted so far. */
export async function exportFile(db: Db, staff: Staff, id: string): Promise<ExportedFile> {
  const { state } = await stateOf(db, id);
  if (state === "released") return released(db, staff, { id });
  ensureDecides(staff);
  if (state !== "in-review") throw new Conflict("questionnaires.not-filled-yet", "There is nothing to export yet.");
  const plan = await planRelease(db, id);
  const { questionnaire, blocking, leaving } = plan;
  if (blocking.length > 0) {
    const [first] = blocking;
    throw new Conflict("questionnaires.answers-not-reusable", `Not exported. ${first!.problem}`);
  }
  const { bytes } = await makeFilledCopy(db, plan);
  await recordExport(db, staff, { id, bytes, answered: leaving.length, draft: true });
  return { bytes, fileName: named(questionnaire.fileName, "draft"), mediaType: mediaTypeOf(questionnaire.fileName) };
}

/** Names are the customer's own, with a word added before the extension. */
const named = (fileName: string, word: string) =>
  fileName.replace(/(\.[^.]+)?$/, (extension) => `-${word}${extension}`);

const mediaTypes: Record<string, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  json: "application/json",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
};

const mediaTypeOf = (fileName: string) =>
  mediaTypes[fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";

async function released(
  db: Db,
  reader: Prospect | Staff,
  { id, companyAccountId }: { id: string; companyAccountId?: string },
): Promise<ExportedFile> {
  const found = await db
    .selectFrom("questionnaire")
    .select(["fileName", "releasedFile"])
    .where("id", "=", id)
    .where("state", "=", "released")
    .$if(companyAccountId !== undefined, (query) => query.where("companyAccountId", "=", companyAccountId!))
    .executeTakeFirst();
  if (!found?.releasedFile) throw noSuchFile();
  const { fileName, releasedFile: bytes } = found;
  await recordExport(db, reader, { id, bytes, draft: false });
  return { bytes, fileName: named(fileName, "answered"), mediaType: mediaTypeOf(fileName) };
}

async function stateOf(db: Db, id: string) {
  const found = await db.selectFrom("questionnaire").select("state").where("id", "=", id).executeTakeFirst();
  if (!found) throw noSuchFile();
  return found;
}

const noSuchFile = () => new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);

type Exported = { id: string; bytes: Uint8Array; draft: boolean; answered?: number };

async function recordExport(db: Db, reader: Prospect | Staff, { id, bytes, draft, answered }: Exported) {
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "questionnaires.questionnaire.exported",
      actor: reader,
      subject: { kind: "questionnaire", id },
      details: { draft, sha256: sha256(bytes), ...(answered === undefined ? {} : { answered }) },
    }),
  );
}

import { complaints } from "#app/messages/en/complaints.ts";
import { vendorName } from "#app/domain/access/vendor.server.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import {
  type AnswerDocument,
  type AnsweredQuestion,
  type AnswerFormat,
  answerFormats,
  answerMediaTypes,
} from "./answer-document.ts";
import { answersAsCsv } from "./answers-csv.ts";
import { answersAsJson } from "./answers-json.ts";
import { answersAsWorkbook } from "./answers-workbook.server.ts";

export type AnswerFile = { fileName: string; mediaType: string; bytes: Uint8Array };

/**
 * The delivered answers of a released questionnaire as a document of ours, for staff and for members of the account.
 * Made anew each time from the ledger, which does not change.
 */
export async function makeAnswerFile(
  db: Db,
  reader: Prospect | Staff,
  { id, format }: { id: string; format: string },
): Promise<AnswerFile> {
  if (!isAnswerFormat(format)) throw noSuchFile();
  const own = reader.kind === "prospect" ? reader.companyAccountId : null;
  const questionnaire = await db
    .selectFrom("questionnaire")
    .leftJoin("companyAccount", "companyAccount.id", "questionnaire.companyAccountId")
    .select(["title", "fileName", "releasedAt", "companyAccount.name as account"])
    .where("questionnaire.id", "=", id)
    .where("state", "=", "released")
    .$if(own !== null, (query) => query.where("questionnaire.companyAccountId", "=", own!))
    .executeTakeFirst();
  if (!questionnaire) throw noSuchFile();
  const { fileName, ...about } = questionnaire;
  const document = { ...about, vendor: await vendorName(db), questions: await listDelivered(db, id) };
  const bytes = await answersAs(format, document);
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "questionnaires.questionnaire.exported",
      actor: reader,
      subject: { kind: "questionnaire", id },
      details: { draft: false, document: format, sha256: sha256(bytes) },
    }),
  );
  const name = fileName.replace(/(\.[^.]+)?$/, `-answers.${format}`);
  return { bytes, fileName: name, mediaType: answerMediaTypes[format] };
}

/** The document's bytes in a format; the PDF library is loaded when it is first needed. */
export async function answersAs(format: AnswerFormat, document: AnswerDocument): Promise<Buffer> {
  if (format === "csv") return answersAsCsv(document);
  if (format === "json") return answersAsJson(document);
  if (format === "xlsx") return answersAsWorkbook(document);
  return (await import("./answers-pdf.server.tsx")).answersAsPdf(document);
}

const isAnswerFormat = (format: string): format is AnswerFormat =>
  (answerFormats as readonly string[]).includes(format);

async function listDelivered(db: Db, id: string): Promise<AnsweredQuestion[]> {
  return db
    .selectFrom("question")
    .leftJoin("deliveredAnswer", "deliveredAnswer.questionId", "question.id")
    .select(["ref", "position", "section", "question.text as question"])
    .select(["deliveredAnswer.short", "deliveredAnswer.text"])
    .where("question.questionnaireId", "=", id)
    .orderBy("position")
    .execute();
}

const noSuchFile = () => new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);

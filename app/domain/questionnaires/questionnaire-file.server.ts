import { fileStore } from "#app/platform/file-store.server.ts";
import type { Db } from "#db/client.server.ts";
import type { ReadableFile } from "./formats/read-in-child.server.ts";

/** The customer's file as it came, checked against its SHA-256. */
export async function readQuestionnaireFile(db: Db, questionnaireId: string): Promise<Buffer> {
  const { fileSha256, file } = await placeOf(db, questionnaireId);
  return file ?? fileStore.get(fileSha256);
}

/** The same for the reading process, which checks it. */
export async function openQuestionnaireFile(db: Db, questionnaireId: string): Promise<ReadableFile> {
  const { fileSha256: sha256, file } = await placeOf(db, questionnaireId);
  return file ?? { sha256, open: () => fileStore.open(sha256) };
}

/** Files of early versions lie in the row. */
const placeOf = (db: Db, questionnaireId: string) =>
  db
    .selectFrom("questionnaire")
    .select(["fileSha256", "file"])
    .where("id", "=", questionnaireId)
    .executeTakeFirstOrThrow();

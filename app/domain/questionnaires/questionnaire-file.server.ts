import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Small enough that decoding one piece holds nobody up. */
const pieceBytes = 512 * 1024;

/** The customer's file as it came, fetched in pieces: a large one at once would keep every other request waiting. */
export async function readQuestionnaireFile(db: Db, questionnaireId: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let from = 1; ; from += pieceBytes) {
    const { piece } = await db
      .selectFrom("questionnaire")
      .select(sql<Buffer>`substring(file from ${from}::int for ${pieceBytes}::int)`.as("piece"))
      .where("id", "=", questionnaireId)
      .executeTakeFirstOrThrow();
    pieces.push(piece);
    if (piece.length < pieceBytes) return Buffer.concat(pieces);
  }
}

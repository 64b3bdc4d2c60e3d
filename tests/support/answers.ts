import { addAnswers, type NewAnswer } from "#app/domain/knowledge-base/add-answers.server.ts";
import type { AnswerForm } from "#app/domain/knowledge-base/answers.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

export const anAnswerForm = (given: Partial<AnswerForm> = {}): AnswerForm => ({
  question: "Is customer data encrypted at rest?",
  text: "Yes. Databases and backups are encrypted with AES-256.",
  short: "Yes",
  section: "Cryptography",
  tags: [],
  audience: "public",
  products: [],
  notes: "",
  citations: [],
  ownerId: null,
  ...given,
});

/** A day from today, as the database writes days. */
export const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An answer as it would be after review, put straight into the table. */
export async function anApprovedAnswer(given: Partial<NewAnswer> & { reviewBy?: string | null } = {}) {
  const { reviewBy = dayFromNow(365), ...answer } = given;
  const approval = { by: null, at: null, reviewBy };
  const added = await inTransaction(db, (trx) =>
    addAnswers(trx, [{ ...anAnswerForm(), authorId: null, reason: "", state: "approved", approval, ...answer }]),
  );
  return added[0]!;
}

import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureMayEdit } from "./editing.server.ts";
import { canBeDiscarded, factChanges, type FactChange } from "./fact-changes.ts";
import type { ListedPart } from "./fact-labels.ts";
import { getStanding } from "./publish.server.ts";
import { putBackOne } from "./put-back.server.ts";
import { documentTitles } from "./unpublished-changes.server.ts";

export type Discarding = { part: ListedPart; id: string };

export async function getChangeToDiscard(db: Db, staff: Staff, { part, id }: Discarding) {
  const { published, draft, shown } = await getStanding(db, staff);
  const changes = factChanges({ before: published, after: draft, titles: await documentTitles(db) });
  const change = changes.find((one) => one.part === part && one.id === id);
  if (!change || !canBeDiscarded(change)) {
    throw new NotFound("trust-page.no-such-change", "There is no such change that can be discarded.");
  }
  return { change, shown };
}

/** The draft of one thing becomes what visitors see of it now. */
export async function discardChange(db: Db, staff: Staff, asked: Discarding & { shown: string }): Promise<FactChange> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const { change, shown } = await getChangeToDiscard(trx, staff, asked);
    if (shown !== asked.shown) {
      throw new Conflict("trust-page.draft-changed", "Someone changed the draft while you were reading. Look again.");
    }
    const { published } = await getStanding(trx, staff);
    await putBackOne(trx, staff, { part: asked.part, id: asked.id, facts: published });
    await recordAudit(trx, {
      action: "trust-page.draft.discarded",
      actor: staff,
      subject: { kind: asked.part, id: asked.id },
      details: { what: change.what, change: change.how, fields: change.fields.map(({ label }) => label) },
    });
    return change;
  });
}

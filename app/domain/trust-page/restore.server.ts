import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureIsAdmin } from "./editing.server.ts";
import { isSame } from "./fact-changes.ts";
import { getStanding, insertEntry, keepPublished, lockHistory, type Standing } from "./publish.server.ts";
import { getHistoryEntry, getPublication } from "./publications.server.ts";
import { putBackAll } from "./put-back.server.ts";

/** `setAside`: under which number the draft that was replaced stays in the history. */
export type Restored = { setAside: number | null; published: number | null; waiting: number };

/**
 * Makes the draft what an entry of the history holds. One that was published is published again at once, less the
 * reports that a second person has to confirm; a draft that was set aside is a draft again, and visitors see no change.
 */
export async function restorePublication(
  db: Db,
  staff: Staff,
  { number, shown }: { number: number; shown: string },
): Promise<Restored> {
  ensureIsAdmin(staff);
  return inTransaction(db, async (trx) => {
    await lockHistory(trx);
    const before = await getStanding(trx, staff);
    if (before.shown !== shown) {
      throw new Conflict(
        "trust-page.draft-changed",
        "Someone changed the draft or published it while you were reading. Look again, then restore.",
      );
    }
    const { facts } = await getPublication(trx, number);
    const { state } = await getHistoryEntry(trx, number);
    const setAside = await keepDraft(trx, staff, { standing: before, number });
    await putBackAll(trx, staff, facts);
    await putBackLogo(trx, number);
    const standing = await getStanding(trx, staff);
    if (isSame(standing.draft, before.draft) && isSame(standing.content, before.published)) {
      throw new Conflict("trust-page.nothing-to-restore", "The trust page and its draft say this already.");
    }
    const isNew = state === "published" && !isSame(standing.content, standing.published);
    if (isNew) await keepPublished(trx, staff, { standing, note: "", restoredFrom: number });
    else await recordRestoredDraft(trx, staff, { number, setAside });
    return { setAside, published: isNew ? standing.number + 1 : null, waiting: standing.waiting.length };
  });
}

type Replaced = { standing: Standing; number: number };

/** A draft that visitors see already is in the history as it is. */
async function keepDraft(trx: Db, staff: Staff, { standing, number }: Replaced): Promise<number | null> {
  if (isSame(standing.draft, standing.published)) return null;
  const setAside = standing.number + 1;
  const note = `The draft when ${number} was restored`;
  const entry = { number: setAside, state: "set-aside", madeBy: staff.id, note, restoredFrom: null } as const;
  await insertEntry(trx, { ...entry, content: standing.draft });
  return setAside;
}

const putBackLogo = (trx: Db, number: number) =>
  trx
    .updateTable("companyProfile")
    .from("trustPagePublication")
    .set((row) => ({
      logo: row.ref("trustPagePublication.logo"),
      logoType: row.ref("trustPagePublication.logoType"),
      updatedAt: sql<Date>`now()`,
    }))
    .where("trustPagePublication.number", "=", number)
    .execute();

async function recordRestoredDraft(trx: Db, staff: Staff, restored: { number: number; setAside: number | null }) {
  await recordAudit(trx, {
    action: "trust-page.draft.restored",
    actor: staff,
    subject: { kind: "trust-page", id: null },
    details: { restoredFrom: restored.number, setAside: restored.setAside },
  });
}

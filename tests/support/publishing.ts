import type { Staff } from "#app/domain/accounts/people.ts";
import { getDraft } from "#app/domain/trust-page/draft.server.ts";
import { getStanding, insertEntry, publishTrustPage } from "#app/domain/trust-page/publish.server.ts";
import { getNewestNumber } from "#app/domain/trust-page/publications.server.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/** Shows visitors all that has been entered, for tests that are about something else: nobody is asked, nothing recorded. */
export async function publishDraft(): Promise<void> {
  await inTransaction(db, async (trx) => {
    const [number, content] = [(await getNewestNumber(trx)) + 1, await getDraft(trx)];
    await insertEntry(trx, { number, state: "published", content, madeBy: null, note: "", restoredFrom: null });
  });
}

/** As a member of staff does it who looks at the changes and publishes them. */
export async function publishAs(staff: Staff, note = ""): Promise<void> {
  const { shown } = await getStanding(db, staff);
  await publishTrustPage(db, staff, { shown, note });
}

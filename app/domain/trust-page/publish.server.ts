import { sql } from "kysely";
import { z } from "zod";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { getDraft } from "./draft.server.ts";
import { ensureMayEdit } from "./editing.server.ts";
import { isSame } from "./fact-changes.ts";
import { factsVersion, noFacts, type PublicFacts } from "./facts.ts";
import { words } from "./form-fields.ts";
import { findNewestPublication, getNewestNumber } from "./publications.server.ts";
import {
  fingerprintOf,
  isSecondPerson,
  keepConfirmation,
  listReportsToConfirm,
  type ReportToConfirm,
} from "./second-person.server.ts";

const shown = z.string().max(100);
export const publicationForm = z.strictObject({ shown, note: words(500) });
export const shownForm = z.strictObject({ shown });

export type Standing = {
  /** Of the newest entry in the history. */
  number: number;
  published: PublicFacts;
  draft: PublicFacts;
  /** What this person's publishing would show: the draft, less what waits for a second person. */
  content: PublicFacts;
  toConfirm: ReportToConfirm[];
  waiting: ReportToConfirm[];
  /** Names all of this, so that nobody publishes what they were not shown. */
  shown: string;
};

export async function getStanding(db: Db, staff: Staff): Promise<Standing> {
  const number = await getNewestNumber(db);
  const published = (await findNewestPublication(db))?.facts ?? noFacts;
  const draft = await getDraft(db);
  const toConfirm = await listReportsToConfirm(db, { draft, published });
  const waiting = toConfirm.filter((entry) => !entry.confirmedBy && !isSecondPerson(staff, entry));
  const content = holdBack({ draft, published }, waiting);
  return { number, published, draft, content, toConfirm, waiting, shown: fingerprintOf({ number, draft, content }) };
}

/** The draft with the reports that wait as visitors know them, or without them if they are new. */
function holdBack({ draft, published }: { draft: PublicFacts; published: PublicFacts }, waiting: ReportToConfirm[]) {
  const reports = draft.reports.flatMap((report) => {
    if (!waiting.some((entry) => entry.report.id === report.id)) return [report];
    return published.reports.filter(({ id }) => id === report.id);
  });
  const letters = draft.letters.filter((letter) => reports.some(({ id }) => id === letter.reportId));
  return { ...draft, reports, letters };
}

/** Shows visitors the draft as it was shown to `staff`, all at once. */
export async function publishTrustPage(
  db: Db,
  staff: Staff,
  { shown, note }: { shown: string; note: string },
): Promise<Standing> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    await lockHistory(trx);
    const standing = await getStanding(trx, staff);
    if (standing.shown !== shown) {
      throw new Conflict(
        "trust-page.draft-changed",
        "Someone changed the draft or published it while you were reading. Look at the changes again, then publish.",
      );
    }
    if (isSame(standing.content, standing.published)) {
      throw new Conflict("trust-page.nothing-to-publish", "Nothing would change for visitors.");
    }
    await keepPublished(trx, staff, { standing, note, restoredFrom: null });
    return standing;
  });
}

type Publishing = { standing: Standing; note: string; restoredFrom: number | null };

/** Writes the publication that `standing` describes, with the confirmations that publishing it gives. */
export async function keepPublished(trx: Db, staff: Staff, { standing, note, restoredFrom }: Publishing) {
  const { content, toConfirm, waiting } = standing;
  const confirmed = toConfirm.filter((entry) => !waiting.includes(entry));
  for (const entry of confirmed.filter(({ confirmedBy }) => !confirmedBy)) await keepConfirmation(trx, staff, entry);
  const number = standing.number + 1;
  await insertEntry(trx, { number, state: "published", content, madeBy: staff.id, note, restoredFrom });
  await enqueueJob(trx, "subscriptions.tell-subprocessors", {});
  const byTwo = confirmed.map(
    ({ what, lastEditor, confirmedBy }) =>
      `${what} (edited by ${lastEditor?.name ?? "someone unknown"}, confirmed by ${confirmedBy?.name ?? staff.name})`,
  );
  await recordAudit(trx, {
    action: restoredFrom === null ? "trust-page.page.published" : "trust-page.page.restored",
    actor: staff,
    subject: { kind: "trust-page", id: null },
    details: {
      ...{ number, note, restoredFrom },
      ...(byTwo.length > 0 ? { confirmedReports: byTwo } : {}),
      ...(waiting.length > 0 ? { reportsHeldBack: waiting.map(({ what }) => what) } : {}),
    },
  });
}

type Entry = {
  number: number;
  state: "published" | "set-aside";
  content: PublicFacts;
  madeBy: string | null;
  note: string;
  restoredFrom: number | null;
};

/** With the logo that goes with the draft. */
export async function insertEntry(trx: Db, { content, ...entry }: Entry): Promise<void> {
  await trx
    .insertInto("trustPagePublication")
    .values({
      ...entry,
      schemaVersion: factsVersion,
      content: JSON.stringify(content),
      logo: sql<Buffer | null>`(select logo from company_profile)`,
      logoType: sql<string | null>`(select logo_type from company_profile)`,
    })
    .execute();
}

/** One at a time writes history; the profile stands still meanwhile, so that its logo is the one in the facts. */
export async function lockHistory(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('trust-page-publication'))`.execute(trx);
  await sql`select 1 from company_profile for share`.execute(trx);
}

/**
 * For an installation that was in use before there were publications: what visitors saw until now becomes the first.
 * Any number of processes may call it at their start.
 */
export async function publishFirstIfDue(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockHistory(trx);
    const due = await trx
      .updateTable("publishingRule")
      .set({ firstPublicationDue: false })
      .where("firstPublicationDue", "=", true)
      .returning("firstPublicationDue")
      .executeTakeFirst();
    if (!due || (await getNewestNumber(trx)) > 0) return;
    const entry = { number: 1, state: "published", madeBy: null, restoredFrom: null } as const;
    const note = "What visitors saw before the page was published as a whole";
    await insertEntry(trx, { ...entry, note, content: await getDraft(trx) });
    await recordAudit(trx, {
      action: "trust-page.page.published",
      actor: { kind: "system" },
      subject: { kind: "trust-page", id: null },
      details: { number: 1, note },
    });
  });
}

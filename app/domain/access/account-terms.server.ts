import { sql } from "kysely";
import { z } from "zod";
import { getCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { AccountTermsForm, NdaGroundForm } from "./account-terms.ts";
import { ensureDecides } from "./deciders.ts";
import { readPaper } from "./nda-file.server.ts";
import { holdNdaVersionsAlone } from "./nda.server.ts";

/** What decisions and share links for an account start from, and what stands in the place of its NDA. */
export async function getAccountTerms(db: Db, companyAccountId: string) {
  const terms = await db
    .selectFrom("accountTerms")
    .select(["defaultDays", "documentIds"])
    .where("companyAccountId", "=", companyAccountId)
    .executeTakeFirst();
  const grounds = await listNdaGrounds(db, companyAccountId);
  return {
    defaultDays: terms?.defaultDays ?? null,
    documentIds: terms?.documentIds ?? [],
    ground: grounds.find((ground) => ground.endedAt === null) ?? null,
    grounds,
  };
}

export type AccountTerms = Awaited<ReturnType<typeof getAccountTerms>>;

/** What a form for this account starts from; an account that there is not has nothing usual. */
export async function usualTermsFor(db: Db, asked: string | null) {
  const account = z.uuid().safeParse(asked).data ?? null;
  const terms = account ? await getAccountTerms(db, account) : null;
  const days = terms?.defaultDays ? String(terms.defaultDays) : null;
  return { account, usual: { documents: terms?.documentIds ?? [], days } };
}

async function listNdaGrounds(db: Db, companyAccountId: string) {
  return db
    .selectFrom("ndaGround")
    .innerJoin("person as maker", "maker.id", "ndaGround.madeBy")
    .leftJoin("person as ender", "ender.id", "ndaGround.endedBy")
    .select(["ndaGround.id", "ndaGround.kind", "ndaGround.reason", "ndaGround.signedOn", "ndaGround.paperName"])
    .select(["ndaGround.paperSha256", "ndaGround.madeAt", "ndaGround.endedAt"])
    .select(["maker.name as madeByName", "ender.name as endedByName"])
    .where("ndaGround.companyAccountId", "=", companyAccountId)
    .orderBy("madeAt", "desc")
    .execute();
}

export async function changeAccountTerms(
  db: Db,
  staff: Staff,
  change: AccountTermsForm & { companyAccountId: string },
): Promise<void> {
  ensureDecides(staff);
  const { companyAccountId, defaultDays, documents } = change;
  const terms = { defaultDays, documentIds: documents, changedBy: staff.id };
  await inTransaction(db, async (trx) => {
    await getCompanyAccount(trx, companyAccountId);
    await trx
      .insertInto("accountTerms")
      .values({ companyAccountId, ...terms })
      .onConflict((known) => known.column("companyAccountId").doUpdateSet({ ...terms, changedAt: sql`now()` }))
      .execute();
    await recordAudit(trx, {
      action: "access.account-terms.changed",
      actor: staff,
      subject: { kind: "company-account", id: companyAccountId },
      details: { defaultDays, documentIds: documents },
    });
  });
}

/** From now on, grants for people of the account rest on this and not on an acceptance. Earlier grants stay as they are. */
export async function makeNdaGround(
  db: Db,
  staff: Staff,
  made: NdaGroundForm & { companyAccountId: string },
): Promise<void> {
  ensureDecides(staff);
  const { companyAccountId, kind, reason } = made;
  const paper = kind === "signed-elsewhere" && made.file ? await keepPaper(made.file) : null;
  await inTransaction(db, async (trx) => {
    const ground = await trx
      .insertInto("ndaGround")
      .values({
        ...{ companyAccountId, kind, reason, madeBy: staff.id, signedOn: paper && made.signedOn },
        ...{ paperSha256: paper?.sha256 ?? null, paperName: paper?.name ?? null },
      })
      .onConflict((known) => known.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!ground) {
      throw new Conflict(
        "access.nda-ground-in-force",
        "This account has one in force. End it before you make another.",
      );
    }
    await recordAudit(trx, {
      action: "access.nda-ground.made",
      actor: staff,
      subject: { kind: "company-account", id: companyAccountId },
      details: { kind, reason, signedOn: paper && made.signedOn, paperSha256: paper?.sha256 ?? null },
    });
  });
}

async function keepPaper(file: File): Promise<{ sha256: string; name: string }> {
  const { bytes } = await readPaper(file);
  const { sha256 } = await fileStore.put(bytes);
  return { sha256, name: file.name.slice(0, 160) };
}

/** Grants that rest on it wait from now on, until the person accepts the version in force. */
export async function endNdaGround(db: Db, staff: Staff, companyAccountId: string): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    await holdNdaVersionsAlone(trx);
    const ended = await trx
      .updateTable("ndaGround")
      .set({ endedAt: sql`now()`, endedBy: staff.id })
      .where("companyAccountId", "=", companyAccountId)
      .where("endedAt", "is", null)
      .returning(["id", "kind"])
      .executeTakeFirst();
    if (!ended) throw new Conflict("access.no-nda-ground", "Nothing stands in the place of the NDA here.");
    await recordAudit(trx, {
      action: "access.nda-ground.ended",
      actor: staff,
      subject: { kind: "company-account", id: companyAccountId },
      details: { kind: ended.kind },
    });
  });
}

export async function findNdaGroundOf(db: Db, personId: string): Promise<string | null> {
  const ground = await db
    .selectFrom("ndaGround")
    .innerJoin("person", "person.companyAccountId", "ndaGround.companyAccountId")
    .select("ndaGround.id")
    .where("person.id", "=", personId)
    .where("ndaGround.endedAt", "is", null)
    .executeTakeFirst();
  return ground?.id ?? null;
}

export async function openSignedPaper(
  db: Db,
  companyAccountId: string,
  groundId: string,
): Promise<{ bytes: Buffer; name: string }> {
  const ground = (await listNdaGrounds(db, companyAccountId)).find(({ id }) => id === groundId);
  if (!ground?.paperSha256) throw new NotFound("access.paper-not-found", "There is no such paper.");
  return { bytes: await fileStore.get(ground.paperSha256), name: ground.paperName ?? "signed.pdf" };
}

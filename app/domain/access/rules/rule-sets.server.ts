import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { canonicalJson } from "#app/domain/audit/chain.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "../deciders.ts";
import { mostRules, type Rule, rulesShape } from "./rule.ts";

export type RuleSet = {
  number: number;
  rules: Rule[];
  savedBy: string;
  savedByName: string;
  savedAt: Date;
  active: boolean;
};

/** The rules that act now; null before any were saved. They rest while the person who saved them may not sign in. */
export async function findRuleSet(db: Db): Promise<RuleSet | null> {
  const newest = await db
    .selectFrom("accessRuleSet")
    .innerJoin("person", "person.id", "accessRuleSet.savedBy")
    .select(["accessRuleSet.number", "accessRuleSet.rules", "accessRuleSet.savedBy", "accessRuleSet.savedAt"])
    .select(["person.name as savedByName", "person.disabledAt", "person.role"])
    .orderBy("accessRuleSet.number", "desc")
    .executeTakeFirst();
  if (!newest) return null;
  const { disabledAt, role, rules, ...set } = newest;
  return { ...set, rules: rulesShape.parse(rules), active: disabledAt === null && role !== "sales" };
}

export type RuleDraft = { rules: Rule[]; differs: boolean; digest: string };

/** What staff see and change; it acts only once it is saved. */
export async function getRuleDraft(db: Db): Promise<RuleDraft> {
  const saved = (await findRuleSet(db))?.rules ?? [];
  const draft = await db.selectFrom("accessRuleDraft").select("rules").executeTakeFirst();
  const rules = draft ? rulesShape.parse(draft.rules) : saved;
  const digest = digestOf(rules);
  return { rules, digest, differs: digest !== digestOf(saved) };
}

const digestOf = (rules: Rule[]) => sha256(canonicalJson(rules));

export async function getDraftRule(db: Db, ruleId: string): Promise<Rule> {
  const rule = (await getRuleDraft(db)).rules.find(({ id }) => id === ruleId);
  if (!rule) throw new NotFound("access.rule-not-found", "There is no such rule. It may have been removed meanwhile.");
  return rule;
}

export async function addRule(db: Db, staff: Staff, rule: Omit<Rule, "id">): Promise<void> {
  await changeDraft(db, staff, {
    change: (rules) => {
      if (rules.length >= mostRules) {
        throw new Invalid("access.too-many-rules", `There may be at most ${mostRules} rules.`);
      }
      return [...rules, { ...rule, id: randomUUID() }];
    },
  });
}

export async function changeRule(db: Db, staff: Staff, rule: Rule): Promise<void> {
  const change = (rules: Rule[]) => rules.map((one) => (one.id === rule.id ? rule : one));
  await changeDraft(db, staff, { ruleId: rule.id, change });
}

export async function removeRule(db: Db, staff: Staff, ruleId: string): Promise<void> {
  await changeDraft(db, staff, { ruleId, change: (rules) => rules.filter(({ id }) => id !== ruleId) });
}

/** One place up or down; rules are asked in their order. */
export async function moveRule(db: Db, staff: Staff, move: { ruleId: string; to: "up" | "down" }): Promise<void> {
  const change = (rules: Rule[]) => {
    const at = rules.findIndex(({ id }) => id === move.ruleId);
    const other = move.to === "up" ? at - 1 : at + 1;
    return rules[other] ? rules.with(at, rules[other]).with(other, rules[at]!) : rules;
  };
  await changeDraft(db, staff, { ruleId: move.ruleId, change });
}

export async function discardRuleDraft(db: Db, staff: Staff): Promise<void> {
  ensureDecides(staff);
  await db.deleteFrom("accessRuleDraft").execute();
}

/** `ruleId` is the rule that has to be there still. */
async function changeDraft(
  db: Db,
  staff: Staff,
  { ruleId, change }: { ruleId?: string; change: (rules: Rule[]) => Rule[] },
) {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    await lockRules(trx);
    if (ruleId) await getDraftRule(trx, ruleId);
    const { rules } = await getRuleDraft(trx);
    const changed = { rules: JSON.stringify(change(rules)), changedBy: staff.id };
    await trx
      .insertInto("accessRuleDraft")
      .values(changed)
      .onConflict((draft) => draft.column("one").doUpdateSet({ ...changed, changedAt: sql`now()` }))
      .execute();
  });
}

/** From now on these act, in the name of who saves them. Only what was shown is saved. */
export async function saveRules(db: Db, staff: Staff, shown: { digest: string }): Promise<{ number: number }> {
  ensureDecides(staff);
  return inTransaction(db, async (trx) => {
    await lockRules(trx);
    const draft = await getRuleDraft(trx);
    if (draft.digest !== shown.digest) {
      throw new Conflict("access.rules-changed-meanwhile", "Someone changed the rules meanwhile. Look at them again.");
    }
    if (!draft.differs) throw new Conflict("access.rules-unchanged", "These rules act already. Nothing was changed.");
    const number = ((await findRuleSet(trx))?.number ?? 0) + 1;
    await trx
      .insertInto("accessRuleSet")
      .values({ number, rules: JSON.stringify(draft.rules), savedBy: staff.id })
      .execute();
    await trx.deleteFrom("accessRuleDraft").execute();
    await recordAudit(trx, {
      action: "access.rules.saved",
      actor: staff,
      subject: { kind: "rules", id: null },
      details: { version: number, rules: draft.rules.map((rule) => rule.name), sha256: draft.digest },
    });
    return { number };
  });
}

const lockRules = (db: Db) => sql`select pg_advisory_xact_lock(hashtext('access-rules'))`.execute(db);

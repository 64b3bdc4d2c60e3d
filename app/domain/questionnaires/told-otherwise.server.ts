import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { ToldOtherwise } from "./corrections.ts";

/** Whom to look for: those told by one answer, or by the answers that rest on one control or report. */
export type RecallFilter = { answerId?: string | null; control?: string | null; report?: string | null };

type Row = Omit<ToldOtherwise, "told" | "now"> & {
  toldVersion: number | null;
  toldText: string;
  toldShort: string | null;
  toldAt: Date;
  nowVersion: number | null;
  nowText: string | null;
  nowShort: string | null;
};

const mostListed = 500;

/**
 * The accounts that were told otherwise than holds now, newest telling first. What counts is the last thing that an
 * account was told by an answer, in a released file or in a correction; what a person dismissed stays away until the
 * answer changes again.
 */
export async function listToldOtherwise(db: Db, filter: RecallFilter = {}): Promise<ToldOtherwise[]> {
  const { rows } =
    await sql<Row>`${toldOtherwise(filter)} order by last.at desc, last.delivered_id limit ${mostListed}`.execute(db);
  return rows.map(({ toldVersion, toldText, toldShort, toldAt, nowVersion, nowText, nowShort, ...row }) => ({
    ...row,
    told: { version: toldVersion, text: toldText, short: toldShort, at: toldAt },
    now: nowVersion === null ? null : { version: nowVersion, text: nowText ?? "", short: nowShort },
  }));
}

export async function countToldOtherwise(db: Db, filter: RecallFilter = {}): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${toldOtherwise(filter)}) found`.execute(
    db,
  );
  return rows[0]!.n;
}

function answersIn({ answerId, control, report }: RecallFilter) {
  if (answerId) return sql`answer.id = ${answerId}`;
  const [kind, ref] = control ? ["control", control] : ["report", report];
  if (!ref) return sql`(answer.version > 1 or answer.approved_version is null)`;
  return sql`exists (select 1 from answer_version v where v.answer_id = answer.id
    and v.citations @> jsonb_build_array(jsonb_build_object('kind', ${kind}::text, 'ref', ${ref}::text)))`;
}

/** An answer of one version has told nobody otherwise, so that the whole ledger is never gone through. */
const toldOtherwise = (filter: RecallFilter) => sql`
  with recalled as (select id, key, approved_version from answer where ${answersIn(filter)}),
  told as (
    select d.answer_id, d.company_account_id, d.id as delivered_id, d.answer_version as version, d.text, d.short,
        d.delivered_at as at
      from delivered_answer d join recalled on recalled.id = d.answer_id
      where d.company_account_id is not null and d.answer_version is not null
    union all
    select c.answer_id, c.company_account_id, c.delivered_answer_id, c.now_version, coalesce(c.now_text, ''), null,
        c.decided_at
      from answer_correction c join recalled on recalled.id = c.answer_id where c.outcome = 'sent'
  ),
  last as (
    select distinct on (answer_id, company_account_id) * from told
      order by answer_id, company_account_id, at desc, delivered_id
  )
  select last.delivered_id as "deliveredId", recalled.id as "answerId", recalled.key, account.id as "accountId",
      account.name as "accountName", questionnaire.id as "questionnaireId", questionnaire.title,
      delivered.question_text as question, last.version as "toldVersion", last.text as "toldText",
      last.short as "toldShort", last.at as "toldAt", present.number as "nowVersion", present.text as "nowText",
      present.short as "nowShort"
    from last
      join recalled on recalled.id = last.answer_id
      join company_account account on account.id = last.company_account_id
      join delivered_answer delivered on delivered.id = last.delivered_id
      join questionnaire on questionnaire.id = delivered.questionnaire_id
      left join answer_version present on present.answer_id = recalled.id and present.number = recalled.approved_version
      left join answer_version former on former.answer_id = recalled.id and former.number = last.version
    where (present.text, present.short) is distinct from (former.text, former.short)
      and not exists (
        select 1 from answer_correction c where c.delivered_answer_id = last.delivered_id and c.outcome = 'dismissed'
          and coalesce(c.now_version, 0) = coalesce(recalled.approved_version, 0) and c.decided_at > last.at)`;

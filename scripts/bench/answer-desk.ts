import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { quantile } from "#scripts/bench/measures.ts";

/**
 * The lists of the answer desk with 10,000 answers, 1,000 questionnaires and 100,000 rows in the ledger, and how long
 * a changed control takes to make its dependents stale:
 *
 *     DATABASE_URL=postgresql://…/an-empty-database node --import tsx scripts/bench/answer-desk.ts
 */
const [answers, questionnaires, deliveries, accounts, controls] = [10_000, 1_000, 100_000, 200, 100];
const rounds = 20;

const { db } = await import("#db/client.server.ts");
const { migrateToLatest } = await import("#db/migrator.server.ts");
const { createStaff } = await import("#app/domain/accounts/staff.server.ts");
const { inTransaction } = await import("#db/transaction.server.ts");
await migrateToLatest(db);
const person = { name: "Ada", email: "ada@vendor.example", role: "security" as const, password: randomUUID() };
const staff = await inTransaction(db, (trx) => createStaff(trx, person));
await fill();

const { listAnswers, countAnswers } = await import("#app/domain/knowledge-base/list-answers.server.ts");
const { countFindings, listFindings, lookForFindings } = await import("#app/domain/knowledge-base/findings.server.ts");
const { listToldOtherwise } = await import("#app/domain/questionnaires/told-otherwise.server.ts");
const { listQuestionnaires } = await import("#app/domain/questionnaires/questionnaires.server.ts");
const { getDeliveries } = await import("#app/domain/questionnaires/ledger.server.ts");
const { listReusableVersions } = await import("#app/domain/knowledge-base/reusable-answers.server.ts");

const { id: oneAnswer } = await db.selectFrom("answer").select("id").orderBy("key").limit(1).executeTakeFirstOrThrow();
const open = { kind: null, dismissed: false };
process.stdout.write("| what | median | p95 |\n| --- | --: | --: |\n");
await timed("answers, first page", () => listAnswers(db, staff, {}));
await timed("answers that need re-approval", () => listAnswers(db, staff, { state: "overdue" }));
await timed("answers with a word", () => listAnswers(db, staff, { text: "backup" }));
await timed("answers by state", () => countAnswers(db));
await timed("questionnaires", () => listQuestionnaires(db, "all"));
await timed("deliveries of an answer", () => getDeliveries(db, oneAnswer));
await timed("reusable answers, all", () => listReusableVersions(db, { audiences: ["public"], products: [] }));
await timed("accounts told otherwise, all", () => listToldOtherwise(db));
await timed("accounts told otherwise by an answer", () => listToldOtherwise(db, { answerId: oneAnswer }));
const began = performance.now();
await lookForFindings(db, new Date().toISOString().slice(0, 10));
process.stdout.write(`| findings looked for anew | ${(performance.now() - began).toFixed(0)} ms | |\n`);
await timed("findings", async () => [await listFindings(db, open), await countFindings(db)]);
let code = 0;
await timed("a control changes its status", () =>
  inTransaction(db, (trx) =>
    trx.updateTable("control").set({ status: "planned" }).where("code", "=", `C-${code++}`).execute(),
  ),
);
const { n } = await db
  .selectFrom("answer")
  .select(sql<number>`count(*) filter (where stale_since is not null)::int`.as("n"))
  .executeTakeFirstOrThrow();
process.stdout.write(`\n${n} answers of ${answers} went stale with ${code} controls.\n`);
await db.destroy();

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  await work();
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  process.stdout.write(
    `| ${name} | ${quantile(times, 0.5).toFixed(1)} ms | ${quantile(times, 0.95).toFixed(1)} ms |\n`,
  );
}

/** In SQL, because a hundred thousand releases through the product would take hours. */
async function fill(): Promise<void> {
  await sql`insert into company_account (name) select 'Account ' || n from generate_series(1, ${accounts}::int) n`.execute(
    db,
  );
  await sql`insert into control (code, title, status) select 'C-' || n, 'Control ' || n, 'implemented'
    from generate_series(0, ${controls}::int - 1) n`.execute(db);
  await sql`insert into answer (key, state, version, approved_version, approved_at, review_by)
    select 'KB-' || lpad(n::text, 5, '0'), 'approved', 1 + (n % 10 = 0)::int, 1 + (n % 10 = 0)::int, now(), current_date + 100
    from generate_series(1, ${answers}::int) n`.execute(db);
  await sql`insert into answer_version (answer_id, number, question, text, short, audience, citations)
    select answer.id, v, 'Do you test ' || md5(key) || ' and ' || md5(key || 'b') || ' with backups?',
      'Yes. We test ' || md5(key || v) || ' every month, and write down what came of it.', 'Yes', 'public',
      jsonb_build_array(jsonb_build_object('kind', 'control', 'ref', 'C-' || (substring(key from 4)::int % ${controls})))
    from answer, generate_series(1, version) v`.execute(db);
  await sql`insert into questionnaire (title, file_name, file_format, file_sha256, file_size, company_account_id)
    select 'Questionnaire ' || n, 'q.xlsx', 'xlsx', 'none', 1, (select id from company_account where name = 'Account ' || (1 + n % ${accounts}))
    from generate_series(1, ${questionnaires}::int) n`.execute(db);
  await sql`insert into question (questionnaire_id, position, sheet, "row", text, place)
    select id, n, 's', n, 'Do you?', '{}' from questionnaire, generate_series(1, ${deliveries / questionnaires}::int) n`.execute(
    db,
  );
  await sql`
    with numbered as (
      select question.id, questionnaire_id, company_account_id, row_number() over (order by question.id) n
        from question join questionnaire on questionnaire.id = questionnaire_id
    ), by_number as (select id, row_number() over (order by key) n from answer)
    insert into delivered_answer (questionnaire_id, question_id, company_account_id, question_text, text, answer_id, answer_version)
      select questionnaire_id, numbered.id, company_account_id, 'Do you?', 'Yes.', by_number.id, 1
        from numbered join by_number on by_number.n = 1 + numbered.n % ${answers}`.execute(db);
  await sql`analyze`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`alter table questionnaire 
    add column fidelity jsonb,
    add column file_make text,
    add column answers_apart boolean not null default false`.execute(db);
  // Pieces of a file can be read by themselves when it is not compressed, and workbooks are compressed already.
  await sql`alter table questionnaire alter column file set storage external`.execute(db);
  await sql`
    create table learned_layout (
      file_make text primary key,
      choices jsonb not null,
      questionnaire_id uuid not null references questionnaire (id) on delete cascade,
      learned_by uuid not null references person (id),
      learned_at timestamptz not null default now()
    )`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await knowledgeBase(db);
  await questionnaires(db);
}

async function knowledgeBase(db: Kysely<unknown>) {
  await sql`
    create table answer (
      id uuid primary key default gen_random_uuid(),
      key text not null constraint answer_key_once unique,
      state text not null default 'draft'
        constraint answer_state check (state in ('draft', 'in-review', 'approved', 'retired')),
      version int not null,
      approved_version int,
      owner_id uuid references person (id),
      review_by date,
      approved_at timestamptz,
      approved_by uuid references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint answer_approved_is_its_newest_version check (state <> 'approved' or approved_version = version),
      constraint answer_retired_is_never_reused check (state <> 'retired' or approved_version is null)
    )`.execute(db);
  await sql`create index answer_reusable on answer (review_by) where approved_version is not null`.execute(db);

  await sql`
    create table answer_version (
      answer_id uuid not null references answer (id),
      number int not null,
      question text not null,
      text text not null,
      short text,
      section text not null default '',
      tags text[] not null default '{}',
      audience text not null
        constraint answer_version_audience check (audience in ('public', 'on-request', 'nda', 'internal')),
      products text[] not null default '{}',
      notes text not null default '',
      citations jsonb not null default '[]',
      author_id uuid references person (id),
      reason text not null default '',
      created_at timestamptz not null default now(),
      primary key (answer_id, number)
    )`.execute(db);
  await sql`create trigger answer_version_is_append_only before update or delete on answer_version
    for each row execute function refuse_change()`.execute(db);

  await sql`
    create table answer_import (
      id uuid primary key default gen_random_uuid(),
      file_name text not null,
      rows jsonb not null,
      started_by uuid not null references person (id),
      started_at timestamptz not null default now(),
      confirmed_at timestamptz,
      report jsonb,
      constraint answer_import_reports_when_confirmed check ((confirmed_at is null) = (report is null))
    )`.execute(db);
}

async function questionnaires(db: Kysely<unknown>) {
  await sql`
    create table questionnaire (
      id uuid primary key default gen_random_uuid(),
      title text not null,
      state text not null default 'received' constraint questionnaire_state
        check (state in ('received', 'mapping', 'filling', 'in-review', 'released', 'failed', 'withdrawn')),
      company_account_id uuid references company_account (id),
      received_from uuid references person (id),
      file_name text not null,
      file_format text not null,
      file bytea not null constraint questionnaire_file_is_at_most_10_mib check (octet_length(file) <= 10485760),
      file_sha256 text not null,
      inspection jsonb,
      layout jsonb,
      failure text,
      due_on date,
      products text[] not null default '{}',
      received_at timestamptz not null default now(),
      confirmed_by uuid references person (id),
      filled_at timestamptz,
      released_at timestamptz,
      released_by uuid references person (id),
      released_file bytea,
      constraint questionnaire_released_by_someone
        check ((state = 'released') = (released_at is not null and released_by is not null and released_file is not null))
    )`.execute(db);
  await sql`create index questionnaire_by_account on questionnaire (company_account_id, received_at desc)`.execute(db);

  await sql`
    create table question (
      id uuid primary key default gen_random_uuid(),
      questionnaire_id uuid not null references questionnaire (id) on delete cascade,
      position int not null,
      sheet text not null,
      "row" int not null,
      ref text,
      section text,
      text text not null,
      place jsonb not null,
      constraint question_position_once unique (questionnaire_id, position)
    )`.execute(db);

  await sql`
    create table response (
      question_id uuid primary key references question (id) on delete cascade,
      questionnaire_id uuid not null references questionnaire (id) on delete cascade,
      state text not null
        constraint response_state check (state in ('proposed', 'blank', 'accepted', 'edited', 'rejected')),
      short text,
      text text not null,
      answer_id uuid references answer (id),
      answer_version int,
      method text not null
        constraint response_method check (method in ('exact', 'near-exact', 'semantic', 'drafted', 'none')),
      confidence double precision not null constraint response_confidence check (confidence between 0 and 1),
      reason text not null default '',
      alternatives jsonb not null default '[]',
      explanation jsonb not null,
      version int not null default 1,
      decided_by uuid references person (id),
      decided_at timestamptz,
      constraint response_decided_by_someone
        check ((state in ('accepted', 'edited', 'rejected')) = (decided_by is not null and decided_at is not null))
    )`.execute(db);
  await sql`create index response_by_questionnaire on response (questionnaire_id, state)`.execute(db);

  await sql`
    create table delivered_answer (
      id uuid primary key default gen_random_uuid(),
      questionnaire_id uuid not null references questionnaire (id),
      question_id uuid not null references question (id),
      company_account_id uuid references company_account (id),
      question_text text not null,
      short text,
      text text not null,
      answer_id uuid references answer (id),
      answer_version int,
      delivered_at timestamptz not null default now(),
      constraint delivered_answer_once unique (questionnaire_id, question_id)
    )`.execute(db);
  await sql`create index delivered_answer_by_answer on delivered_answer (answer_id)`.execute(db);
  await sql`create trigger delivered_answer_is_append_only before update or delete on delivered_answer
    for each row execute function refuse_change()`.execute(db);
}

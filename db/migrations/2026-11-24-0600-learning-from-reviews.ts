import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await library(db);
  await learned(db);
  await onQuestionnaires(db);
}

/**
 * One number that rises in every transaction after which autofill could answer otherwise. The triggers wait for the
 * commit, so its row is always the last lock that a transaction takes.
 */
async function library(db: Kysely<unknown>) {
  await sql`
    create table answer_library (
      only_row boolean primary key default true constraint answer_library_has_one_row check (only_row),
      version bigint not null,
      moved_in xid8 not null,
      moved_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create function move_answer_library() returns trigger language plpgsql as $$
    begin
      insert into answer_library (version, moved_in) values (1, pg_current_xact_id())
        on conflict (only_row) do update
          set version = answer_library.version + 1, moved_in = excluded.moved_in, moved_at = now()
          where answer_library.moved_in <> excluded.moved_in;
      return null;
    end $$`.execute(db);
  await sql`create constraint trigger answer_moves_library
    after insert or update of approved_version, review_by or delete on answer
    deferrable initially deferred for each row execute function move_answer_library()`.execute(db);
}

async function learned(db: Kysely<unknown>) {
  await sql`
    create table answer_alias (
      id uuid primary key default gen_random_uuid(),
      answer_id uuid not null references answer (id),
      wording text not null constraint answer_alias_says_something check (wording <> ''),
      layout text,
      question_id uuid constraint answer_alias_once_a_question unique references question (id) on delete set null,
      learned_by uuid not null references person (id),
      learned_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index answer_alias_by_answer on answer_alias (answer_id, learned_at)`.execute(db);

  await sql`
    create table own_concept (
      id uuid primary key default gen_random_uuid(),
      name text not null constraint own_concept_name_once unique,
      phrases text[] not null default '{}',
      changed_by uuid not null references person (id),
      changed_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table matching_calibration (
      id bigint generated always as identity primary key,
      calibration jsonb not null,
      decisions int not null,
      made_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table text_vector (
      model text not null,
      text_sha256 text not null,
      dimensions int not null,
      vector bytea not null,
      made_at timestamptz not null default now(),
      primary key (model, text_sha256),
      constraint text_vector_has_its_dimensions check (octet_length(vector) = dimensions * 4)
    )`.execute(db);

  await sql`create constraint trigger answer_alias_moves_library after insert or update or delete on answer_alias
    deferrable initially deferred for each row execute function move_answer_library()`.execute(db);
  await sql`create constraint trigger own_concept_moves_library after insert or update or delete on own_concept
    deferrable initially deferred for each row execute function move_answer_library()`.execute(db);
  await sql`create constraint trigger matching_calibration_moves_library after insert or delete on matching_calibration
    deferrable initially deferred for each row execute function move_answer_library()`.execute(db);
}

async function onQuestionnaires(db: Kysely<unknown>) {
  await sql`alter table questionnaire
    add column library_version bigint,
    add column layout_fingerprint text`.execute(db);
  await sql`alter table response
    add column evidence jsonb,
    add column draft jsonb`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
    end $$`.execute(db);

  await sql`
    create table audit_event (
      seq bigint primary key,
      id uuid not null unique,
      at timestamptz not null,
      action text not null,
      actor_kind text not null
        constraint audit_event_actor_kind check (actor_kind in ('staff', 'prospect', 'visitor', 'system')),
      actor_id uuid,
      actor_name text not null,
      subject_kind text not null,
      subject_id uuid,
      details jsonb not null,
      previous_hash text not null unique,
      hash text not null unique
    )`.execute(db);
  await sql`create index audit_event_by_subject on audit_event (subject_id, seq)`.execute(db);
  await sql`create trigger audit_event_is_append_only before update or delete on audit_event
    for each row execute function refuse_change()`.execute(db);
  await sql`create trigger audit_event_is_never_emptied before truncate on audit_event
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table audit_head (
      id smallint primary key default 1 constraint audit_head_is_one_row check (id = 1),
      seq bigint not null,
      hash text not null
    )`.execute(db);
  await sql`insert into audit_head (seq, hash) values (0, ${"0".repeat(64)})`.execute(db);

  await sql`
    create table job (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      payload jsonb not null,
      state text not null default 'queued'
        constraint job_state check (state in ('queued', 'running', 'done', 'dead')),
      run_at timestamptz not null default now(),
      attempts int not null default 0,
      max_attempts int not null default 8,
      lease_until timestamptz,
      last_error text,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      constraint job_runs_under_a_lease check ((state = 'running') = (lease_until is not null)),
      constraint job_finishes_once check ((state in ('done', 'dead')) = (finished_at is not null))
    )`.execute(db);
  await sql`create index job_due on job (run_at) where state in ('queued', 'running')`.execute(db);

  await sql`
    create table rate_limit (
      key text not null,
      window_start timestamptz not null,
      hits int not null,
      primary key (key, window_start)
    )`.execute(db);

  await sql`
    create table mail (
      id uuid primary key default gen_random_uuid(),
      recipient text not null,
      template text not null,
      props jsonb,
      state text not null default 'queued' constraint mail_state check (state in ('queued', 'sent', 'kept', 'dead')),
      subject text,
      html text,
      plain_text text,
      provider_id text,
      failure text,
      queued_at timestamptz not null default now(),
      sent_at timestamptz
    )`.execute(db);
  await sql`create index mail_newest on mail (queued_at desc)`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table marking_key (
      id uuid primary key default gen_random_uuid(),
      sealed_secret bytea not null,
      sealed_under text not null constraint marking_key_one_a_secret unique,
      made_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table issued_copy (
      copy_id text primary key,
      person_id uuid not null references person (id),
      document_version_id uuid not null references document_version (id),
      marking_key_id uuid not null references marking_key (id),
      sha256 text not null constraint issued_copy_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      issued_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index issued_copy_by_version on issued_copy (document_version_id, issued_at desc)`.execute(db);
  await sql`create index issued_copy_by_sha256 on issued_copy (sha256)`.execute(db);
  await sql`create trigger issued_copy_is_append_only before update or delete on issued_copy
    for each row execute function refuse_change()`.execute(db);

  await sql`
    create table copy_trace (
      id uuid primary key default gen_random_uuid(),
      file_name text not null,
      sha256 text not null constraint copy_trace_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      asked_by uuid not null references person (id),
      asked_at timestamptz not null default now(),
      finished_at timestamptz,
      report jsonb,
      problem text,
      constraint copy_trace_ends_once check ((finished_at is null) = (report is null and problem is null))
    )`.execute(db);
  await sql`create index copy_trace_by_time on copy_trace (asked_at desc)`.execute(db);
}

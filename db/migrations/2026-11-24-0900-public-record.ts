import { type Kysely, sql } from "kysely";

const tables = [
  "company_profile",
  "report",
  "bridge_letter",
  "control",
  "subprocessor",
  "trust_update",
  "document",
  "document_version",
];

/**
 * One number that rises in every transaction after which the trust page could say otherwise, whatever wrote it. The
 * triggers wait for the commit, so its row is always the last lock that a transaction takes.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table public_record (
      only_row boolean primary key default true constraint public_record_has_one_row check (only_row),
      version bigint not null,
      moved_in xid8 not null,
      moved_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create function move_public_record() returns trigger language plpgsql as $$
    begin
      insert into public_record (version, moved_in) values (1, pg_current_xact_id())
        on conflict (only_row) do update
          set version = public_record.version + 1, moved_in = excluded.moved_in, moved_at = now()
          where public_record.moved_in <> excluded.moved_in;
      return null;
    end $$`.execute(db);
  for (const table of tables) {
    await sql`create constraint trigger ${sql.id(`${table}_moves_public_record`)}
      after insert or update or delete on ${sql.id(table)}
      deferrable initially deferred for each row execute function move_public_record()`.execute(db);
  }
}

import { type Kysely, sql } from "kysely";

/** What staff edit from now on; visitors see it once it is published. */
const drafts = ["company_profile", "report", "bridge_letter", "control", "subprocessor", "certification"];

export async function up(db: Kysely<unknown>) {
  await sql`
    create table trust_page_publication (
      number int primary key constraint trust_page_publication_counts_from_one check (number > 0),
      state text not null constraint trust_page_publication_state check (state in ('published', 'set-aside')),
      schema_version int not null,
      content jsonb not null,
      logo bytea constraint trust_page_publication_logo_is_small check (octet_length(logo) <= 262144),
      logo_type text
        constraint trust_page_publication_logo_type check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
      made_by uuid references person (id),
      made_at timestamptz not null default now(),
      note text not null default '',
      restored_from int references trust_page_publication (number),
      constraint trust_page_publication_logo_has_a_type check ((logo is null) = (logo_type is null)),
      constraint trust_page_publication_restores_an_older_one check (restored_from < number)
    )`.execute(db);
  await sql`create trigger trust_page_publication_is_append_only before update or delete on trust_page_publication
    for each row execute function refuse_change()`.execute(db);

  await sql`
    create table report_confirmation (
      report_id uuid not null references report (id),
      fingerprint text not null,
      confirmed_by uuid not null references person (id),
      confirmed_at timestamptz not null default now(),
      constraint report_confirmation_is_given_once primary key (report_id, fingerprint, confirmed_by)
    )`.execute(db);
  await sql`create trigger report_confirmation_is_append_only before update on report_confirmation
    for each row execute function refuse_change()`.execute(db);

  await sql`alter table report
    add column edited_by uuid references person (id),
    add column edited_at timestamptz not null default now()`.execute(db);

  await sql`
    create table publishing_rule (
      only_row boolean primary key default true constraint publishing_rule_has_one_row check (only_row),
      second_person boolean not null default true,
      first_publication_due boolean not null default false
    )`.execute(db);
  await sql`insert into publishing_rule (first_publication_due) select exists (select from company_profile)`.execute(
    db,
  );

  for (const table of drafts) {
    await sql`drop trigger ${sql.id(`${table}_moves_public_record`)} on ${sql.id(table)}`.execute(db);
  }
  await sql`create constraint trigger trust_page_publication_moves_public_record
    after insert on trust_page_publication
    deferrable initially deferred for each row execute function move_public_record()`.execute(db);
}

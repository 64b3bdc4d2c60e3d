import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await evidence(db);
  await accountTerms(db);
  await rules(db);
  await queueAndLinks(db);
}

async function evidence(db: Kysely<unknown>) {
  await sql`
    alter table nda_version
      add column format text not null default 'markdown'
        constraint nda_version_format check (format in ('markdown', 'pdf')),
      add column language text not null default 'en' constraint nda_version_language check (language ~ '^[a-z]{2}$'),
      add column material boolean not null default false,
      add column obligation_months int
        constraint nda_version_obligation_months check (obligation_months between 1 and 240),
      add column pages int,
      add constraint nda_version_pdf_has_pages_and_no_body
        check ((format = 'pdf') = (pages is not null) and (format <> 'pdf' or body = ''))`.execute(db);

  await sql`
    alter table nda_acceptance
      add column seal_format text not null default 'candor-acceptance-1',
      add column language text,
      add column page_template text,
      add column http_request_id text,
      add column proof_event_id uuid,
      add column proved_at timestamptz,
      add column purpose text,
      add column obligations_until date,
      add column grants jsonb,
      add column mail_id uuid,
      add constraint nda_acceptance_holds_how_it_came_about
        check (seal_format = 'candor-acceptance-1' or (language is not null and page_template is not null
          and http_request_id is not null and proof_event_id is not null and proved_at is not null
          and purpose is not null and grants is not null and mail_id is not null))`.execute(db);
  await sql`alter table nda_acceptance alter column seal_format drop default`.execute(db);

  await sql`
    create table nda_reading (
      id uuid primary key default gen_random_uuid(),
      nda_version_id uuid not null references nda_version (id),
      person_id uuid not null references person (id),
      session_hash text not null,
      at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index nda_reading_by_person on nda_reading (person_id, nda_version_id)`.execute(db);
  await sql`create trigger nda_reading_is_append_only before update or delete on nda_reading
    for each row execute function refuse_change()`.execute(db);
}

async function accountTerms(db: Kysely<unknown>) {
  await sql`alter table company_account add column domains_confirmed_by uuid references person (id)`.execute(db);

  await sql`
    create table nda_ground (
      id uuid primary key default gen_random_uuid(),
      company_account_id uuid not null references company_account (id),
      kind text not null constraint nda_ground_kind check (kind in ('signed-elsewhere', 'waived')),
      reason text not null,
      signed_on date,
      paper_sha256 text,
      paper_name text,
      made_by uuid not null references person (id),
      made_at timestamptz not null default now(),
      ended_at timestamptz,
      ended_by uuid references person (id),
      constraint nda_ground_signed_elsewhere_has_its_paper
        check ((kind = 'signed-elsewhere') = (paper_sha256 is not null and paper_name is not null and signed_on is not null)),
      constraint nda_ground_ended_by_someone check ((ended_at is null) = (ended_by is null))
    )`.execute(db);
  await sql`create unique index nda_ground_one_in_force on nda_ground (company_account_id) where ended_at is null`.execute(
    db,
  );
  await sql`alter table access_grant add column nda_ground_id uuid references nda_ground (id)`.execute(db);

  await sql`
    create table account_terms (
      company_account_id uuid primary key references company_account (id),
      default_days int constraint account_terms_default_days check (default_days between 1 and 365),
      document_ids uuid[] not null default '{}',
      changed_by uuid not null references person (id),
      changed_at timestamptz not null default now()
    )`.execute(db);
}

async function rules(db: Kysely<unknown>) {
  await sql`
    create table access_rule_set (
      number int primary key,
      rules jsonb not null,
      saved_by uuid not null references person (id),
      saved_at timestamptz not null default now()
    )`.execute(db);
  await sql`create trigger access_rule_set_is_append_only before update or delete on access_rule_set
    for each row execute function refuse_change()`.execute(db);

  await sql`
    create table access_rule_draft (
      one boolean primary key default true constraint access_rule_draft_is_one check (one),
      rules jsonb not null,
      changed_by uuid not null references person (id),
      changed_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table rule_decision (
      id uuid primary key default gen_random_uuid(),
      access_request_id uuid not null references access_request (id),
      rule_set_number int not null references access_rule_set (number),
      rule_id uuid,
      rule_name text not null,
      outcome text not null constraint rule_decision_outcome check (outcome in ('approve', 'hold', 'decline', 'route')),
      why jsonb not null,
      at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by uuid references person (id),
      constraint rule_decision_undone_by_someone check ((undone_at is null) = (undone_by is null))
    )`.execute(db);
  await sql`create index rule_decision_by_request on rule_decision (access_request_id)`.execute(db);

  await sql`
    create table mail_domain (
      domain text primary key,
      kind text not null constraint mail_domain_kind check (kind in ('free-mail', 'disposable')),
      added_by uuid not null references person (id),
      added_at timestamptz not null default now()
    )`.execute(db);
}

async function queueAndLinks(db: Kysely<unknown>) {
  await sql`
    create table holder_notice (
      document_version_id uuid primary key references document_version (id),
      told int not null,
      at timestamptz not null default now()
    )`.execute(db);
  await sql`alter table access_request add column assigned_to uuid references person (id)`.execute(db);

  await sql`
    alter table share_link
      add column starts_at timestamptz not null default now(),
      add column addresses text[],
      add constraint share_link_ends_after_it_starts check (expires_at > starts_at),
      add constraint share_link_names_someone check (addresses is null or cardinality(addresses) > 0)`.execute(db);
  await sql`
    create table share_link_event (
      id uuid primary key default gen_random_uuid(),
      share_link_id uuid not null references share_link (id),
      kind text not null constraint share_link_event_kind check (kind in ('address-given', 'refused', 'used')),
      email text not null,
      at timestamptz not null default now()
    )`.execute(db);
  await sql`create index share_link_event_by_link on share_link_event (share_link_id, at desc)`.execute(db);
}

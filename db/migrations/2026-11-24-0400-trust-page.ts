import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table company_profile (
      id smallint primary key default 1 constraint company_profile_is_one_row check (id = 1),
      name text not null,
      legal_name text not null default '',
      website text not null default '',
      description text not null default '',
      products text[] not null default '{}',
      security_email text not null default '',
      contact_email text not null default '',
      address text not null default '',
      logo bytea constraint company_profile_logo_is_small check (octet_length(logo) <= 262144),
      logo_type text constraint company_profile_logo_type check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
      updated_at timestamptz not null default now(),
      constraint company_profile_logo_has_a_type check ((logo is null) = (logo_type is null))
    )`.execute(db);

  await sql`
    create table report (
      id uuid primary key default gen_random_uuid(),
      kind text not null constraint report_kind check (kind in ('soc2-type1', 'soc2-type2', 'soc3')),
      as_of date,
      period_start date,
      period_end date,
      issued_on date,
      expected_on date,
      auditor text not null default '',
      auditor_licence text not null default '',
      auditor_url text not null default '',
      opinion text constraint report_opinion check (opinion in ('unqualified', 'qualified', 'adverse', 'disclaimer')),
      categories text[] not null default '{security}',
      system_name text not null default '',
      products text[] not null default '{}',
      controls_tested int,
      exceptions jsonb not null default '[]',
      subservice jsonb not null default '[]',
      cuecs text[] not null default '{}',
      document_id uuid references document (id),
      published boolean not null default false,
      created_at timestamptz not null default now(),
      constraint report_includes_security check ('security' = any (categories)),
      constraint report_knows_its_categories
        check (categories <@ '{security,availability,processing-integrity,confidentiality,privacy}'),
      constraint report_type1_has_a_date_and_no_period
        check (kind <> 'soc2-type1' or (as_of is not null and period_start is null and period_end is null)),
      constraint report_type2_has_a_period_and_no_date
        check (kind <> 'soc2-type2' or (as_of is null and period_start is not null and period_end is not null)),
      constraint report_period_ends_after_it_starts check (period_end > period_start),
      constraint report_is_issued_after_what_it_covers check (issued_on >= coalesce(period_end, as_of)),
      constraint report_issued_has_an_opinion_and_an_auditor
        check ((issued_on is null and opinion is null) or (issued_on is not null and opinion is not null and auditor <> ''))
    )`.execute(db);

  await sql`
    create table bridge_letter (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null references report (id) on delete cascade,
      covers_from date not null,
      covers_until date not null,
      signed_on date not null,
      document_id uuid references document (id),
      constraint bridge_letter_ends_after_it_starts check (covers_until > covers_from)
    )`.execute(db);

  await sql`
    create table control (
      id uuid primary key default gen_random_uuid(),
      code text not null constraint control_code_once unique,
      title text not null,
      description text not null default '',
      status text not null constraint control_status check (status in ('implemented', 'in-progress', 'planned')),
      criteria text[] not null default '{}',
      owner text not null default '',
      public boolean not null default false,
      updated_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table subprocessor (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      service text not null,
      purpose text not null default '',
      data_categories text not null default '',
      region text not null default '',
      transfer_basis text not null default '',
      dpa_url text not null default '',
      announced_on date,
      object_until date,
      added_on date,
      removed_on date,
      constraint subprocessor_is_removed_after_it_is_added check (removed_on >= added_on),
      constraint subprocessor_objection_ends_after_notice check (object_until >= announced_on)
    )`.execute(db);

  await sql`
    create table trust_update (
      id uuid primary key default gen_random_uuid(),
      topic text not null constraint trust_update_topic
        check (topic in ('compliance', 'vulnerabilities', 'incidents', 'subprocessors', 'general')),
      title text not null,
      body text not null default '',
      published_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db);
}

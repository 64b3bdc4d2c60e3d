import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table certification (
      id uuid primary key default gen_random_uuid(),
      kind text not null constraint certification_kind check (kind in ('certification', 'framework')),
      name text not null constraint certification_is_not_a_soc_report check (name !~* '\\msoc[\\s-]*[123]\\M'),
      issuer text not null default '',
      certificate_number text not null default '',
      scope text not null default '',
      valid_from date,
      valid_until date,
      expected_on date,
      statement text not null default '',
      stated_on date,
      document_id uuid references document (id),
      link text not null default '',
      published boolean not null default false,
      created_at timestamptz not null default now(),
      constraint certification_has_both_dates_or_neither check ((valid_from is null) = (valid_until is null)),
      constraint certification_ends_after_it_starts check (valid_until > valid_from),
      constraint certification_that_is_issued_has_an_issuer check (valid_from is null or issuer <> ''),
      constraint certification_that_is_issued_is_not_expected check (valid_from is null or expected_on is null),
      constraint certification_is_stated_by_its_issuer check (kind <> 'certification' or stated_on is null),
      constraint framework_has_a_dated_statement
        check (kind <> 'framework' or (statement <> '' and stated_on is not null)),
      constraint framework_has_no_certificate
        check (kind <> 'framework' or (issuer = '' and certificate_number = '' and scope = ''
          and valid_from is null and expected_on is null))
    )`.execute(db);

  await sql`create constraint trigger certification_moves_public_record
    after insert or update or delete on certification
    deferrable initially deferred for each row execute function move_public_record()`.execute(db);

  await sql`
    create table ending_warning (
      what text not null constraint ending_warning_what
        check (what in ('report-ageing', 'report-lapsing', 'bridge-letter', 'certification')),
      subject_id uuid not null,
      ends_on date not null,
      days_before int not null constraint ending_warning_days_before check (days_before in (90, 30, 7)),
      sent_on date not null,
      constraint ending_warning_is_sent_once primary key (what, subject_id, ends_on, days_before)
    )`.execute(db);
}

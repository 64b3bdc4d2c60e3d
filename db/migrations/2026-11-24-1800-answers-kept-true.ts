import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await staleness(db);
  await whatMakesStale(db);
  await findings(db);
  await corrections(db);
}

async function staleness(db: Kysely<unknown>) {
  await sql`alter table answer add column stale_since timestamptz`.execute(db);
  await sql`
    create table answer_staleness (
      id bigint generated always as identity primary key,
      answer_id uuid not null references answer (id),
      kind text not null
        constraint answer_staleness_kind check (kind in ('control', 'document', 'report', 'subprocessor')),
      ref text not null,
      reason text not null,
      since timestamptz not null default clock_timestamp(),
      told_at timestamptz,
      settled_at timestamptz
    )`.execute(db);
  await sql`create unique index answer_staleness_once on answer_staleness (answer_id, kind, ref)
    where settled_at is null`.execute(db);
  await sql`create index answer_staleness_to_tell on answer_staleness (since) where told_at is null`.execute(db);
  await sql`create index answer_version_by_citation on answer_version using gin (citations jsonb_path_ops)`.execute(db);
  await sql`create constraint trigger answer_staleness_moves_library after update of stale_since on answer
    deferrable initially deferred for each row execute function move_answer_library()`.execute(db);
  // Whoever changes what answers rest on knows nothing of answers, so the database tells them, in the same transaction.
  await sql`
    create function answers_go_stale(cited_kind text, cited_ref text, why text) returns int language plpgsql as $$
    declare
      gone int;
    begin
      with dependent as (
        select answer.id from answer
          join answer_version v on v.answer_id = answer.id and v.number = answer.approved_version
          where v.citations @> jsonb_build_array(jsonb_build_object('kind', cited_kind, 'ref', cited_ref))
          order by answer.id for update of answer
      ), marked as (
        update answer set stale_since = coalesce(stale_since, clock_timestamp()) from dependent
          where answer.id = dependent.id returning answer.id
      )
      insert into answer_staleness (answer_id, kind, ref, reason) select id, cited_kind, cited_ref, why from marked
        on conflict (answer_id, kind, ref) where settled_at is null do nothing;
      get diagnostics gone = row_count;
      if gone > 0 then
        insert into job (name, payload) values ('knowledge-base.tell-of-staleness', '{}');
      end if;
      return gone;
    end $$`.execute(db);
}

async function whatMakesStale(db: Kysely<unknown>) {
  // What was changed and changed back within a transaction is as it was, so the end of it is compared with the last end.
  await sql`create table control_standing (code text primary key, status text not null)`.execute(db);
  await sql`insert into control_standing select code, status from control`.execute(db);
  await sql`
    create function control_makes_answers_stale() returns trigger language plpgsql as $$
    declare
      named text;
      present text;
      before text;
    begin
      foreach named in array array_remove(array[old.code, new.code], null) loop
        select status into present from control where code = named;
        select status into before from control_standing where code = named;
        if present is not distinct from before then
          continue;
        elsif present is null then
          delete from control_standing where code = named;
          perform answers_go_stale('control', named, format('Control %s is no longer held.', named));
        else
          insert into control_standing values (named, present)
            on conflict (code) do update set status = excluded.status;
          if before is not null then
            perform answers_go_stale('control', named,
              format('Control %s went from %s to %s.', named, replace(before, '-', ' '), replace(present, '-', ' ')));
          end if;
        end if;
      end loop;
      return null;
    end $$`.execute(db);
  await sql`create constraint trigger control_makes_answers_stale after insert or update of code, status or delete on control
    deferrable initially deferred for each row execute function control_makes_answers_stale()`.execute(db);

  await sql`
    create function document_version_makes_answers_stale() returns trigger language plpgsql as $$
    begin
      if new.number > 1 then
        perform answers_go_stale('document', new.document_id::text,
          format('Version %s of “%s” was uploaded.', new.number, (select title from document where id = new.document_id)));
      end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger document_version_makes_answers_stale after insert on document_version
    for each row execute function document_version_makes_answers_stale()`.execute(db);

  await sql`
    create function document_makes_answers_stale() returns trigger language plpgsql as $$
    begin
      if old.withdrawn_at is null and new.withdrawn_at is not null then
        perform answers_go_stale('document', new.id::text, format('“%s” was withdrawn.', new.title));
      end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger document_makes_answers_stale after update of withdrawn_at on document
    for each row execute function document_makes_answers_stale()`.execute(db);

  await sql`
    create function report_makes_answers_stale() returns trigger language plpgsql as $$
    declare
      present report;
    begin
      select * into present from report where id = old.id;
      if present.id is null then
        perform answers_go_stale('report', old.id::text, 'The report is no longer held.');
      elsif old.issued_on is not null and (present.opinion, present.as_of, present.period_start, present.period_end,
          present.issued_on, present.categories) is distinct from (old.opinion, old.as_of, old.period_start,
          old.period_end, old.issued_on, old.categories) then
        perform answers_go_stale('report', old.id::text, 'The record of the report was changed.');
      end if;
      return null;
    end $$`.execute(db);
  await sql`create constraint trigger report_makes_answers_stale after update or delete on report
    deferrable initially deferred for each row execute function report_makes_answers_stale()`.execute(db);

  await sql`
    create function subprocessor_makes_answers_stale() returns trigger language plpgsql as $$
    declare
      present subprocessor;
    begin
      select * into present from subprocessor where id = old.id;
      if present.id is null or (old.removed_on is null and present.removed_on is not null) then
        perform answers_go_stale('subprocessor', old.id::text, format('%s leaves as a subprocessor.', old.name));
      end if;
      return null;
    end $$`.execute(db);
  await sql`create constraint trigger subprocessor_makes_answers_stale after update of removed_on or delete on subprocessor
    deferrable initially deferred for each row execute function subprocessor_makes_answers_stale()`.execute(db);
}

async function findings(db: Kysely<unknown>) {
  await sql`
    create table answer_finding (
      id uuid primary key default gen_random_uuid(),
      kind text not null,
      answer_ids uuid[] not null,
      sentence text not null,
      shown jsonb not null,
      mark text not null constraint answer_finding_once unique,
      found_at timestamptz not null default now(),
      dismissed_at timestamptz,
      dismissed_by uuid references person (id),
      dismissed_because text not null default '',
      constraint answer_finding_dismissed_by_someone check ((dismissed_at is null) = (dismissed_by is null))
    )`.execute(db);
  await sql`create index answer_finding_by_answer on answer_finding using gin (answer_ids)`.execute(db);
  await sql`
    create table answer_findings_look (
      only_row boolean primary key default true constraint answer_findings_look_has_one_row check (only_row),
      library_version bigint not null,
      moved_in text not null,
      day date not null,
      looked_at timestamptz not null default now()
    )`.execute(db);
}

async function corrections(db: Kysely<unknown>) {
  await sql`
    create table answer_correction (
      id uuid primary key default gen_random_uuid(),
      delivered_answer_id uuid not null references delivered_answer (id),
      answer_id uuid not null references answer (id),
      company_account_id uuid not null references company_account (id),
      outcome text not null constraint answer_correction_outcome check (outcome in ('sent', 'dismissed')),
      told text not null,
      now_version int,
      now_text text,
      note text not null default '',
      decided_by uuid not null references person (id),
      decided_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index answer_correction_by_delivery on answer_correction (delivered_answer_id)`.execute(db);
  await sql`create index answer_correction_by_answer on answer_correction (answer_id, company_account_id, decided_at)`.execute(
    db,
  );
  await sql`create index answer_correction_by_account on answer_correction (company_account_id, decided_at)`.execute(
    db,
  );
  await sql`create trigger answer_correction_is_append_only before update or delete on answer_correction
    for each row execute function refuse_change()`.execute(db);
  await sql`create index delivered_answer_newest
    on delivered_answer (answer_id, company_account_id, delivered_at desc)`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    alter table trust_update
      add column channel text not null default 'page' constraint trust_update_channel
        check (channel in ('page', 'subscribers', 'list')),
      add column list_accounts uuid[] not null default '{}',
      add column list_addresses text[] not null default '{}'`.execute(db);

  await sql`
    create table subscription (
      id uuid primary key default gen_random_uuid(),
      email text not null constraint subscription_email_once unique,
      topics text[] not null,
      confirmed_at timestamptz not null default now(),
      constraint subscription_has_a_topic check (cardinality(topics) > 0),
      constraint subscription_knows_its_topics
        check (topics <@ '{compliance,vulnerabilities,incidents,subprocessors,general}')
    )`.execute(db);

  await sql`
    create table subscription_ask (
      token_hash text primary key,
      email text not null,
      topics text[] not null,
      expires_at timestamptz not null,
      constraint subscription_ask_has_a_topic check (cardinality(topics) > 0),
      constraint subscription_ask_knows_its_topics
        check (topics <@ '{compliance,vulnerabilities,incidents,subprocessors,general}')
    )`.execute(db);

  await sql`
    create table update_mailing (
      update_id uuid primary key,
      people int not null,
      mailed_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table subprocessor_told (
      subprocessor_id uuid not null,
      what text not null constraint subprocessor_told_what check (what in ('planned', 'begun', 'ended')),
      on_day date not null,
      object_until date,
      told_at timestamptz not null default now(),
      constraint subprocessor_told_once unique nulls not distinct (subprocessor_id, what, on_day, object_until)
    )`.execute(db);

  // What stood on the page before there were subscribers is news to nobody.
  await sql`
    insert into subprocessor_told (subprocessor_id, what, on_day, object_until)
      select id, 'planned', announced_on, object_until from subprocessor where announced_on is not null
      union all select id, 'begun', added_on, null from subprocessor where added_on <= now()::date
      union all select id, 'ended', removed_on, null from subprocessor where removed_on <= now()::date`.execute(db);

  await sql`
    alter table company_profile
      add column notice_days int constraint company_profile_notice_days check (notice_days between 1 and 365),
      add column objection_days int constraint company_profile_objection_days check (objection_days between 1 and 365),
      add constraint company_profile_leaves_time_to_object check (objection_days <= notice_days)`.execute(db);
}

import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table person (
      id uuid primary key default gen_random_uuid(),
      kind text not null constraint person_kind check (kind in ('staff', 'prospect')),
      email text not null constraint person_email_is_canonical check (email = lower(email)),
      email_as_typed text not null,
      name text not null,
      title text,
      role text constraint person_role check (role in ('admin', 'security', 'sales')),
      password_hash text,
      company_account_id uuid,
      created_at timestamptz not null default now(),
      disabled_at timestamptz,
      constraint person_staff_have_a_role check ((kind = 'staff') = (role is not null)),
      constraint person_only_staff_have_a_password check (kind = 'staff' or password_hash is null),
      constraint person_only_prospects_have_an_account check (kind = 'prospect' or company_account_id is null)
    )`.execute(db);
  await sql`create unique index person_one_a_mailbox on person (email)`.execute(db);

  await sql`
    create table company_account (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      domains text[] not null default '{}',
      owner_id uuid references person (id),
      notes text not null default '',
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index company_account_by_domain on company_account using gin (domains)`.execute(db);
  await sql`alter table person add constraint person_company_account
    foreign key (company_account_id) references company_account (id)`.execute(db);

  await sql`
    create table session (
      id text primary key,
      person_id uuid not null references person (id) on delete cascade,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      absolute_expires_at timestamptz not null,
      proved_by text not null,
      ip_address text not null,
      user_agent text not null
    )`.execute(db);
  await sql`create index session_by_person on session (person_id)`.execute(db);

  await sql`
    create table sign_in_challenge (
      id uuid primary key default gen_random_uuid(),
      email text not null,
      browser_hash text not null,
      token_hash text not null unique,
      code_hash text not null,
      tries_left int not null default 5 constraint sign_in_challenge_tries check (tries_left >= 0),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`create index sign_in_challenge_by_browser on sign_in_challenge (browser_hash, created_at desc)`.execute(db);

  await sql`
    create table staff_invite (
      id uuid primary key default gen_random_uuid(),
      email text not null,
      name text not null,
      role text not null constraint staff_invite_role check (role in ('admin', 'security', 'sales')),
      token_hash text not null unique,
      invited_by uuid references person (id),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);

  await sql`
    create table setup_token (
      id smallint primary key default 1 constraint setup_token_is_one_row check (id = 1),
      token_hash text not null,
      created_at timestamptz not null default now(),
      used_at timestamptz
    )`.execute(db);
}

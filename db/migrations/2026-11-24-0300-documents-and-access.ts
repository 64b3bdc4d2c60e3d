import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await documents(db);
  await requests(db);
  await ndaAndGrants(db);
  await downloads(db);
}

async function documents(db: Kysely<unknown>) {
  await sql`
    create table document (
      id uuid primary key default gen_random_uuid(),
      title text not null,
      description text not null default '',
      kind text not null default 'other'
        constraint document_kind
        check (kind in ('report', 'letter', 'certificate', 'policy', 'test', 'agreement', 'other')),
      audience text not null default 'internal'
        constraint document_audience check (audience in ('public', 'on-request', 'nda', 'internal')),
      position int not null default 0,
      created_at timestamptz not null default now(),
      withdrawn_at timestamptz
    )`.execute(db);

  await sql`
    create table document_version (
      id uuid primary key default gen_random_uuid(),
      document_id uuid not null references document (id),
      number int not null,
      sha256 text not null constraint document_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
      file_name text not null,
      media_type text not null,
      size_bytes int not null,
      pages int,
      stampable boolean not null,
      note text not null default '',
      uploaded_by uuid references person (id),
      uploaded_at timestamptz not null default now(),
      constraint document_version_number_once unique (document_id, number)
    )`.execute(db);
  await sql`create trigger document_version_is_append_only before update or delete on document_version
    for each row execute function refuse_change()`.execute(db);
}

async function requests(db: Kysely<unknown>) {
  await sql`
    create table share_link (
      id uuid primary key default gen_random_uuid(),
      company_account_id uuid not null references company_account (id),
      token_hash text not null unique,
      grant_days int not null constraint share_link_grant_days check (grant_days between 1 and 365),
      max_uses int not null constraint share_link_max_uses check (max_uses between 1 and 500),
      uses int not null default 0,
      note text not null default '',
      created_by uuid not null references person (id),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      revoked_by uuid references person (id),
      constraint share_link_used_within_its_limit check (uses <= max_uses),
      constraint share_link_revoked_by_someone check ((revoked_at is null) = (revoked_by is null))
    )`.execute(db);
  await sql`
    create table share_link_document (
      share_link_id uuid not null references share_link (id),
      document_id uuid not null references document (id),
      primary key (share_link_id, document_id)
    )`.execute(db);

  await sql`
    create table access_request (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique,
      status text not null default 'unverified'
        constraint access_request_status
        check (status in ('unverified', 'pending', 'more-info', 'approved', 'declined', 'withdrawn', 'expired')),
      email text not null,
      name text not null,
      company text not null,
      title text,
      reason text not null,
      challenge_id uuid references sign_in_challenge (id) on delete set null,
      person_id uuid references person (id),
      company_account_id uuid references company_account (id),
      share_link_id uuid references share_link (id),
      requested_at timestamptz not null default now(),
      verified_at timestamptz,
      decided_at timestamptz,
      decided_by uuid references person (id),
      message text,
      constraint access_request_in_the_queue_is_verified
        check (status in ('unverified', 'expired') or (verified_at is not null and person_id is not null)),
      constraint access_request_decided_once
        check ((status in ('approved', 'declined')) = (decided_at is not null and decided_by is not null))
    )`.execute(db);
  await sql`create index access_request_queue on access_request (verified_at) where status in ('pending', 'more-info')`.execute(
    db,
  );
  await sql`create index access_request_by_person on access_request (person_id, requested_at desc)`.execute(db);
  await sql`
    create table access_request_document (
      access_request_id uuid not null references access_request (id),
      document_id uuid not null references document (id),
      decision text constraint access_request_document_decision check (decision in ('approved', 'declined')),
      primary key (access_request_id, document_id)
    )`.execute(db);
  await sql`
    create table access_request_message (
      id uuid primary key default gen_random_uuid(),
      access_request_id uuid not null references access_request (id),
      person_id uuid not null references person (id),
      text text not null,
      at timestamptz not null default now()
    )`.execute(db);
  await sql`create index access_request_message_by_request on access_request_message (access_request_id, at)`.execute(
    db,
  );
}

async function ndaAndGrants(db: Kysely<unknown>) {
  await sql`
    create table nda_version (
      id uuid primary key default gen_random_uuid(),
      number int not null unique,
      title text not null,
      body text not null,
      sha256 text not null,
      effective_from timestamptz not null,
      published_by uuid references person (id),
      published_at timestamptz not null default now()
    )`.execute(db);
  await sql`create trigger nda_version_is_append_only before update or delete on nda_version
    for each row execute function refuse_change()`.execute(db);

  await sql`
    create table nda_acceptance (
      id uuid primary key default gen_random_uuid(),
      nda_version_id uuid not null references nda_version (id),
      nda_sha256 text not null,
      person_id uuid not null references person (id),
      company_account_id uuid references company_account (id),
      email text not null,
      full_name text not null,
      title text not null,
      company text not null,
      authorised boolean not null constraint nda_acceptance_needs_authority check (authorised),
      consent_sentence text not null,
      button_label text not null,
      page_sha256 text not null,
      events jsonb not null,
      proved_by text not null,
      ip_address text not null,
      user_agent text not null,
      session_hash text not null,
      access_request_id uuid references access_request (id),
      accepted_at timestamptz not null,
      seal text not null unique,
      constraint nda_acceptance_once_a_version unique (person_id, nda_version_id)
    )`.execute(db);
  await sql`create trigger nda_acceptance_is_append_only before update or delete on nda_acceptance
    for each row execute function refuse_change()`.execute(db);
  await sql`create trigger nda_acceptance_is_never_emptied before truncate on nda_acceptance
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table access_grant (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id),
      document_id uuid not null references document (id),
      access_request_id uuid references access_request (id),
      share_link_id uuid references share_link (id),
      requires_nda_version_id uuid references nda_version (id),
      days int not null constraint access_grant_days check (days between 1 and 365),
      granted_by uuid not null references person (id),
      granted_at timestamptz not null default now(),
      starts_at timestamptz,
      expires_at timestamptz,
      revoked_at timestamptz,
      revoked_by uuid references person (id),
      revoke_reason text,
      constraint access_grant_has_a_term check ((starts_at is null) = (expires_at is null)),
      constraint access_grant_ends_after_it_starts check (expires_at > starts_at),
      constraint access_grant_waits_only_for_an_nda check (starts_at is not null or requires_nda_version_id is not null),
      constraint access_grant_revoked_by_someone_for_a_reason
        check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
    )`.execute(db);
  await sql`create index access_grant_by_person on access_grant (person_id, document_id)`.execute(db);
  await sql`create index access_grant_by_document on access_grant (document_id)`.execute(db);
}

async function downloads(db: Kysely<unknown>) {
  await sql`
    create table download (
      id uuid primary key default gen_random_uuid(),
      copy_id text not null unique,
      access_grant_id uuid not null references access_grant (id),
      person_id uuid not null references person (id),
      document_id uuid not null references document (id),
      document_version_id uuid not null references document_version (id),
      ip_address text not null,
      user_agent text not null,
      at timestamptz not null default now()
    )`.execute(db);
  await sql`create index download_by_person on download (person_id, at desc)`.execute(db);
  await sql`create trigger download_is_append_only before update or delete on download
    for each row execute function refuse_change()`.execute(db);
}

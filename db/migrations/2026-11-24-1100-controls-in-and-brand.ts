import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table control_import (
      id uuid primary key default gen_random_uuid(),
      file_name text not null,
      rows jsonb not null,
      started_by uuid not null references person (id),
      started_at timestamptz not null default now(),
      confirmed_at timestamptz,
      report jsonb,
      constraint control_import_reports_when_confirmed check ((confirmed_at is null) = (report is null))
    )`.execute(db);

  await sql`
    create table brand (
      id smallint primary key default 1 constraint brand_is_one_row check (id = 1),
      main_colour text constraint brand_main_colour check (main_colour ~ '^#[0-9a-f]{6}$'),
      second_colour text constraint brand_second_colour check (second_colour ~ '^#[0-9a-f]{6}$'),
      footer_links jsonb not null default '[]',
      icon bytea constraint brand_icon_is_small check (octet_length(icon) <= 262144),
      icon_type text constraint brand_icon_type check (icon_type in ('image/png', 'image/jpeg', 'image/webp')),
      updated_at timestamptz not null default now(),
      constraint brand_icon_has_a_type check ((icon is null) = (icon_type is null))
    )`.execute(db);
  await sql`create constraint trigger brand_moves_public_record
    after insert or update or delete on brand
    deferrable initially deferred for each row execute function move_public_record()`.execute(db);
}

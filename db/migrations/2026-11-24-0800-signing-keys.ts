import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table signing_key (
      id text primary key constraint signing_key_is_named_by_its_thumbprint check (id ~ '^[A-Za-z0-9_-]{43}$'),
      public_key text not null,
      sealed_private_key bytea not null,
      sealed_under text not null constraint signing_key_one_a_secret unique,
      made_at timestamptz not null default now()
    )`.execute(db);
}

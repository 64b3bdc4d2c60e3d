import { type Kysely, sql } from "kysely";

/**
 * Customers' files lie with the documents from now on, named by their SHA-256, and what was found in them is kept as
 * gzipped JSON; those that are in rows stay there.
 */
export async function up(db: Kysely<unknown>) {
  await sql`alter table questionnaire
    alter column file drop not null,
    add column file_size int constraint questionnaire_file_size_is_at_most_10_mib check (file_size <= 10485760),
    add column packed_inspection bytea`.execute(db);
  await sql`update questionnaire set file_size = octet_length(file)`.execute(db);
  await sql`alter table questionnaire alter column file_size set not null`.execute(db);
}

import { type Kysely, Migrator } from "kysely";
import type { Database } from "./schema/database.ts";
import { migrations } from "./migrations/migrations.ts";

export async function migrateToLatest(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

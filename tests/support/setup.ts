import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, inject, vi } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "candor-data-"));
Object.assign(process.env, { NODE_ENV: "test", DATA_DIR: directory, LOG_LEVEL: "silent", PORT: "3000", DEMO: "off" });
for (const name of Object.keys(process.env)) {
  if (/^(DATABASE_URL|APP_ORIGIN|RESEND_API_KEY|SECRET_KEY|FILL_PRECISION)$|^(EMBEDDINGS|DRAFTING)_/.test(name)) {
    delete process.env[name];
  }
}

const { openDatabase } = await import("#db/open.server.ts");
const { openEmbedded } = await import("#db/embedded.server.ts");

const postgres = inject("postgres");
const own = `candor_test_${randomUUID().replaceAll("-", "")}`;
const kept = globalThis as { candorDb?: ReturnType<typeof openDatabase>; candorTables?: string };

const db = (kept.candorDb = openDatabase(async () => {
  if (!postgres) return openEmbedded(null, new Blob([readFileSync(inject("embeddedTemplate")!)]));
  await asAdmin(`create database "${own}" template "${postgres.template}"`);
  const at = new URL(postgres.url);
  at.pathname = `/${own}`;
  const pool = new pg.Pool({ connectionString: at.href, max: 10, options: "-c timezone=UTC" });
  // Dropping the database may end connections before they end themselves.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool as never;
}));
let used = false;
const { startRecordingConsole, unexpectedConsoleLines } = await import("./console.ts");
const { server } = await import("./msw.ts");

beforeAll(() => {
  startRecordingConsole();
  server.listen({
    onUnhandledRequest(request, print) {
      // react-pdf's layout engine fetches its own WebAssembly from a data: address; localhost is Candor itself.
      const { protocol, hostname } = new URL(request.url);
      if (protocol !== "data:" && hostname !== "localhost") print.error();
    },
  });
});

afterEach(async () => {
  server.resetHandlers();
  vi.useRealTimers();
  if (databaseWasUsed()) await emptyDatabase();
  const lines = unexpectedConsoleLines();
  if (lines.length > 0) throw new Error(`The test wrote to the console:\n${lines.join("\n")}`);
});

afterAll(async () => {
  server.close();
  await db.destroy();
  if (postgres && used) await asAdmin(`drop database if exists "${own}" with (force)`);
  rmSync(directory, { recursive: true, force: true });
});

function databaseWasUsed() {
  used = (kept as { candorDbOpened?: boolean }).candorDbOpened ?? false;
  return used;
}

async function emptyDatabase() {
  const { sql } = await import("kysely");
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ tables: string }>`
      select string_agg(format('%I', table_name), ', ') as tables from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('audit_head', 'kysely_migration', 'kysely_migration_lock')`.execute(connection);
    // The append-only triggers hold for everyone but a superuser who says that this is a replica.
    await sql`set session_replication_role = replica`.execute(connection);
    await sql`truncate ${sql.raw(rows[0]!.tables)} restart identity`.execute(connection);
    await sql`update audit_head set seq = 0, hash = repeat('0', 64)`.execute(connection);
    await sql`set session_replication_role = origin`.execute(connection);
  });
}

async function asAdmin(statement: string) {
  const admin = new pg.Client({ connectionString: postgres!.url });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

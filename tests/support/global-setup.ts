import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#db/open.server.ts";
import { openEmbedded } from "#db/embedded.server.ts";
import { migrateToLatest } from "#db/migrator.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    embeddedTemplate: string | null;
    postgres: { url: string; template: string } | null;
  }
}

/**
 * Migrates once. With the embedded database each test file then opens a copy of the migrated files; with
 * TEST_DATABASE_URL (PostgreSQL) each gets a database of its own from a migrated template.
 */
export default async function setUp(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL?.trim();
  if (url) {
    const template = `candor_test_${process.pid}_template`;
    project.provide("embeddedTemplate", null);
    project.provide("postgres", { url, template });
    await makePostgresTemplate(url, template);
    return () => asAdmin(url, `drop database if exists "${template}" with (force)`);
  }
  const directory = mkdtempSync(join(tmpdir(), "candor-test-"));
  project.provide("postgres", null);
  project.provide("embeddedTemplate", await makeEmbeddedTemplate(directory));
  return () => rmSync(directory, { recursive: true, force: true });
}

async function makeEmbeddedTemplate(directory: string) {
  const db = openDatabase(() => openEmbedded(directory));
  await migrateToLatest(db);
  await db.destroy();
  const migrated = await PGlite.create({ dataDir: join(directory, "database") });
  const dump = await migrated.dumpDataDir("none");
  await migrated.close();
  const file = join(directory, "template.tar");
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}

async function makePostgresTemplate(url: string, template: string) {
  await asAdmin(url, `drop database if exists "${template}" with (force)`);
  await asAdmin(url, `create database "${template}"`);
  const at = new URL(url);
  at.pathname = `/${template}`;
  const db = openDatabase(async () => new pg.Pool({ connectionString: at.href, options: "-c timezone=UTC" }) as never);
  await migrateToLatest(db);
  await db.destroy();
}

async function asAdmin(url: string, statement: string) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
}

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const writes = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*"(\w+)"/g;
const rawWrites = /\b(?:insert into|update|delete from)\s+([a-z_]+)\b(?=\s*(?:\(|set|where|$))/g;

test("a table is written only by the domain whose schema file declares it", () => {
  const owners = tableOwners();
  const trespasses = filesUnder("app").flatMap((file) =>
    writtenIn(read(file))
      .map((table) => ({ table, owner: owners.get(table) }))
      .filter(({ owner }) => !file.startsWith(owner === "platform" ? "app/platform/" : `app/domain/${owner}/`))
      .map(({ table, owner }) => `${file} writes ${table}, which belongs to ${owner ?? "nobody"}`),
  );

  expect(trespasses).toEqual([]);
});

const writtenIn = (source: string) => [
  ...[...source.matchAll(writes)].map(([, table]) => table!),
  ...[...source.matchAll(rawWrites)].map(([, table]) => camel(table!)),
];

function tableOwners() {
  const owners = new Map<string, string>();
  for (const file of filesUnder("db/schema")) {
    const tables = /export interface \w+Tables \{([^}]*)\}/.exec(read(file))?.[1] ?? "";
    for (const [, table] of tables.matchAll(/(\w+):/g)) owners.set(table!, basename(file, ".ts"));
  }
  return owners;
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file));
const read = (file: string) => readFileSync(file, "utf8");

import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";

test("db/schema describes the tables that the migrations make", async () => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name
      || case when is_nullable = 'YES' then ' nullable' else '' end
      || case when column_default is not null or is_identity = 'YES' then ' generated' else '' end as "column"
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely\\_%'`.execute(db);

  expect(declaredColumns().sort()).toEqual(rows.map((row) => row.column).sort());
});

function declaredColumns() {
  const sources = readdirSync("db/schema")
    .map((name) => readFileSync(`db/schema/${name}`, "utf8"))
    .join("\n");
  const tables = [...sources.matchAll(/^  (\w+): (\w+Table);$/gm)];

  return tables.flatMap(([, table, type]) => {
    const body = new RegExp(`interface ${type} \\{([^}]*(?:\\{[^}]*\\}[^}]*)*?)\\n\\}`).exec(sources)?.[1] ?? "";
    return [...body.matchAll(/^  (\w+): (.*);$/gm)].map(([, column, columnType]) =>
      [
        `${snake(table!)}.${snake(column!)}`,
        columnType!.includes("| null") && !columnType!.startsWith("ColumnType<{") && "nullable",
        columnType!.startsWith("Generated") && "generated",
      ]
        .filter(Boolean)
        .join(" "),
    );
  });
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

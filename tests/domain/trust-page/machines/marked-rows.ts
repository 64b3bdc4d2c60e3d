import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { db } from "#db/client.server.ts";

/** What is written into a column that no visitor may see: known again in any text. */
export const canary = "canary";
export const markedId = () => `cafe0000${randomUUID().slice(8)}`;
export const markedDay = "1999-09-09";
export const markedInstant = "1999-09-09T19:29:39Z";
export const markedNumber = 90909;

/** Any of the marks, as it would stand in a page, a file, a feed or an encoded value. */
export const anyMark = /canary|Y2FuYX|cafe0000|1999-09-0|Sep 1999|\b90,?909\b|0\.0909/i;

type Column = { table: string; column: string; type: string };
export type Row = Record<string, unknown>;

/** Every column of the product's tables, but for numbers that the database gives itself. */
export async function listColumns(): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column",
      case data_type when 'ARRAY' then udt_name else data_type end as type from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely\\_%' and is_identity = 'NO'
    order by table_name, ordinal_position`.execute(db);
  return rows;
}

/**
 * A row with a mark in every column, except those that are given. The rows that others point to need not be there, and
 * nothing acts on the row: a superuser says that this is a copy of a database.
 */
export async function insertMarked(columns: Column[], table: string, given: Row): Promise<string[]> {
  const own = columns.filter((column) => column.table === table);
  const unknown = Object.keys(given).filter((name) => !own.some(({ column }) => column === name));
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(", ")}`);
  const isMarked = ({ column }: Column) => !(column in given);
  const values = own.map((column) => (isMarked(column) ? markOf(column) : valueOf(column, given[column.column])));
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection);
    await sql`insert into ${sql.table(table)} (${sql.join(own.map(({ column }) => sql.ref(column)))})
      values (${sql.join(values)})`
      .execute(connection)
      .finally(() => sql`set session_replication_role = origin`.execute(connection));
  });
  return own.filter(isMarked).map(({ column }) => `${table}.${column}`);
}

const valueOf = ({ type }: Column, value: unknown): RawBuilder<unknown> =>
  type === "jsonb" && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;

function markOf({ table, column, type }: Column): RawBuilder<unknown> {
  const text = `${canary}-${table}-${column}`;
  switch (type) {
    case "text":
      return sql`${text}`;
    case "_text":
      return sql`${[text]}`;
    case "_uuid":
      return sql`${[markedId()]}`;
    case "jsonb":
      return sql`${JSON.stringify([{ [text]: text }])}::jsonb`;
    case "bytea":
      return sql`${Buffer.from(text)}`;
    case "uuid":
      return sql`${markedId()}`;
    case "date":
      return sql`${markedDay}`;
    case "timestamp with time zone":
      return sql`${markedInstant}`;
    case "boolean":
      return sql`true`;
    case "double precision":
      return sql`${0.0909}`;
    case "smallint":
      return sql`1`;
    case "integer":
    case "bigint":
      return sql`${markedNumber}`;
    case "xid8":
      return sql`${String(markedNumber)}::xid8`;
    default:
      throw new Error(`No mark is known for ${type}, the type of ${table}.${column}`);
  }
}

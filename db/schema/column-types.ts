import type { ColumnType } from "kysely";

export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;

/** A calendar day, "2026-06-30": both drivers hand it over as text, so no time zone can move it. */
export type Day = ColumnType<string, string, string>;

/** Read as a value, written as JSON text. */
export type Json<Value> = ColumnType<Value, string, string>;
export type GeneratedJson<Value> = ColumnType<Value, string | undefined, string>;

import type { ColumnType, Generated } from "kysely";
import type { GeneratedTimestamp, Timestamp } from "./column-types.ts";

export type JobState = "queued" | "running" | "done" | "dead";

export interface JobTable {
  id: Generated<string>;
  name: string;
  payload: ColumnType<Record<string, unknown>, string, string>;
  state: Generated<JobState>;
  runAt: GeneratedTimestamp;
  attempts: Generated<number>;
  maxAttempts: Generated<number>;
  leaseUntil: Timestamp | null;
  lastError: string | null;
  createdAt: GeneratedTimestamp;
  finishedAt: Timestamp | null;
}

export interface RateLimitTable {
  key: string;
  windowStart: Timestamp;
  hits: number;
}

export interface PlatformTables {
  job: JobTable;
  rateLimit: RateLimitTable;
}

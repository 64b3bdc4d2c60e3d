import type { ColumnType, Generated } from "kysely";
import type { GeneratedTimestamp, Timestamp } from "./column-types.ts";

export type MailState = "queued" | "sent" | "kept" | "dead";

export interface MailTable {
  id: Generated<string>;
  recipient: string;
  template: string;
  props: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  state: Generated<MailState>;
  subject: string | null;
  html: string | null;
  plainText: string | null;
  providerId: string | null;
  failure: string | null;
  queuedAt: GeneratedTimestamp;
  sentAt: Timestamp | null;
}

export interface NotificationsTables {
  mail: MailTable;
}

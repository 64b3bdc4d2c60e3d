import type { Generated } from "kysely";
import type { Day, GeneratedTimestamp, Timestamp } from "./column-types.ts";
import type { UpdateTopic } from "./trust-page.ts";

/** An address whose owner confirmed it. Ending a subscription removes the row. */
export interface SubscriptionTable {
  id: Generated<string>;
  email: string;
  topics: UpdateTopic[];
  confirmedAt: GeneratedTimestamp;
}

/** What somebody asked for an address; nothing until its owner follows the link. */
export interface SubscriptionAskTable {
  tokenHash: string;
  email: string;
  topics: UpdateTopic[];
  expiresAt: Timestamp;
}

/** An update whose mails have been queued: once, for good. */
export interface UpdateMailingTable {
  updateId: string;
  people: number;
  mailedAt: GeneratedTimestamp;
}

export type SubprocessorChange = "planned" | "begun" | "ended";

/** What subscribers were told of a subprocessor, on which dates. */
export interface SubprocessorToldTable {
  subprocessorId: string;
  what: SubprocessorChange;
  onDay: Day;
  objectUntil: Day | null;
  toldAt: GeneratedTimestamp;
}

export interface SubscriptionsTables {
  subscription: SubscriptionTable;
  subscriptionAsk: SubscriptionAskTable;
  updateMailing: UpdateMailingTable;
  subprocessorTold: SubprocessorToldTable;
}

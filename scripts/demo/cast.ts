import type { Staff } from "#app/domain/accounts/people.ts";
import type { Db } from "#db/client.server.ts";

/** Who loads the demo, into what, on which day. */
export type DemoCast = { db: Db; today: Date; staff: Record<string, Staff>; admin: Staff; security: Staff };

import { TooMany } from "#app/domain/errors.ts";
import { type RateLimit, withinRateLimit } from "#app/platform/rate-limit.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Client } from "./people.ts";

/** Everyone on the machine itself is its operator: a limit by network address would only lock out the person who tries Candor. */
const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address);

/** IPv6 customers hold a /64: count the network, not the address. */
const networkOf = (address: string) =>
  address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;

export async function ensureWithinAddressLimit(db: Db, limit: RateLimit, client: Client): Promise<void> {
  if (isLoopback(client.ipAddress)) return;
  await ensureWithinLimit(db, limit, networkOf(client.ipAddress));
}

export async function ensureWithinLimit(db: Db, limit: RateLimit, subject: string): Promise<void> {
  if (await withinRateLimit(db, limit, subject)) return;
  throw new TooMany("accounts.too-many-tries", `Too many tries. Wait ${inWords(limit.perSeconds)} and try again.`);
}

const inWords = (seconds: number) => (seconds < 3600 ? `${seconds / 60} minutes` : `${seconds / 3600} h`);

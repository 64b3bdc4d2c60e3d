import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { TooMany } from "#app/domain/errors.ts";
import { type RateLimit, withinRateLimit } from "#app/platform/rate-limit.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Client } from "./people.ts";

/** Everyone on the machine itself is its operator: a limit by network address would only lock out the person who tries Candor. */
const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address);

/** IPv6 customers hold a /64: count the network, not the address, however its zeros are written. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [front = [], back = []] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
  return [...front, ...zeros, ...back].slice(0, 4).join(":");
}

export async function ensureWithinAddressLimit(db: Db, limit: RateLimit, client: Client): Promise<void> {
  if (isLoopback(client.ipAddress)) return;
  await ensureWithinLimit(db, limit, networkOf(client.ipAddress));
}

export async function ensureWithinLimit(db: Db, limit: RateLimit, subject: string): Promise<void> {
  if (await withinRateLimit(db, limit, subject)) return;
  throw new TooMany("accounts.too-many-tries", waitFor(limit.perSeconds));
}

const waitFor = (seconds: number) =>
  seconds < 3600
    ? filled(complaints.tooManyTriesMinutes, { minutes: seconds / 60 })
    : filled(complaints.tooManyTriesHours, { hours: seconds / 3600 });

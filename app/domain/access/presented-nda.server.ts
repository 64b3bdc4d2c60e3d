import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { Invalid } from "#app/domain/errors.ts";
import { keyedHash, sameSecret } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { presentationHours } from "./limits.ts";

type Showing = { ndaVersionId: string; personId: string; sessionHash: string };

/**
 * Notes, in the page itself, when the server showed this version to this person in this session. The keyed hash keeps
 * the browser from changing it; it is read back when the form is sent.
 */
export async function presentNda(
  db: Db,
  prospect: Prospect,
  showing: { ndaVersionId: string; sessionHash: string },
): Promise<string> {
  const at = (await clock(db)).toISOString();
  return `${at}~${stampOf(at, { ...showing, personId: prospect.id })}`;
}

/** The moment of the showing, or a refusal when it was another's, another version's, or too long ago. */
export async function ensurePresented(db: Db, presented: string, showing: Showing): Promise<Date> {
  const [at = "", stamp = ""] = presented.split("~");
  const genuine = sameSecret(stamp, stampOf(at, showing));
  const hoursAgo = genuine ? ((await clock(db)).getTime() - Date.parse(at)) / 3_600_000 : Infinity;
  if (hoursAgo > presentationHours) {
    throw new Invalid("access.page-out-of-date", complaints.agreementOutOfDate);
  }
  return new Date(at);
}

const stampOf = (at: string, { ndaVersionId, personId, sessionHash }: Showing) =>
  keyedHash("nda-presented", [at, ndaVersionId, personId, sessionHash].join("\0"));

async function clock(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(db);
  return rows[0]!.at;
}

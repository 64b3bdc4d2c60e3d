import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { sql } from "kysely";
import { appOrigin } from "#app/platform/env.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { PersonKind, StaffRole } from "#db/schema/accounts.ts";
import { sessionLife } from "./limits.ts";
import type { Client, Prospect, Staff } from "./people.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

type SessionAttributes = { provedBy: string; ipAddress: string; userAgent: string };
type PersonAttributes = {
  kind: PersonKind;
  name: string;
  email: string;
  title: string | null;
  role: StaffRole | null;
  companyAccountId: string | null;
  companyName: string | null;
};

export type SignedIn<Person> = {
  person: Person;
  /** SHA-256 of the session's secret: what evidence may name. */
  sessionHash: string;
  provedBy: string;
};

/** Staff and prospect sessions live side by side, in two cookies: neither can be taken for the other. */
export async function startSession(
  db: Db,
  person: { id: string; kind: PersonKind },
  how: { provedBy: string; client: Client },
): Promise<{ cookie: string; sessionHash: string }> {
  const lucia = luciaOn(db, person.kind);
  const session = await lucia.createSession(person.id, {
    provedBy: how.provedBy,
    ipAddress: how.client.ipAddress,
    userAgent: how.client.userAgent.slice(0, 400),
  });
  return { cookie: lucia.createSessionCookie(session.id).serialize(), sessionHash: sha256(session.id) };
}

export async function findStaffSession(db: Db, cookies: string | null): Promise<SignedIn<Staff> | null> {
  const found = await findSession(db, "staff", cookies);
  if (!found?.user.role) return null;
  const { id, name, email, role } = found.user;
  return { ...found.proof, person: { kind: "staff", id, name, email, role } };
}

export async function findProspectSession(db: Db, cookies: string | null): Promise<SignedIn<Prospect> | null> {
  const found = await findSession(db, "prospect", cookies);
  if (!found?.user.companyAccountId) return null;
  const { id, name, email, title, companyAccountId, companyName } = found.user;
  return {
    ...found.proof,
    person: { kind: "prospect", id, name, email, title, companyAccountId, companyName: companyName ?? "" },
  };
}

/** Ends the session on the server and gives the cookie that clears it in the browser. */
export async function endSession(db: Db, kind: PersonKind, cookies: string | null): Promise<{ cookie: string }> {
  const lucia = luciaOn(db, kind);
  const secret = lucia.readSessionCookie(cookies ?? "");
  if (secret) await lucia.invalidateSession(secret);
  return { cookie: lucia.createBlankSessionCookie().serialize() };
}

export async function endAllSessions(db: Db, personId: string): Promise<void> {
  await db.deleteFrom("session").where("personId", "=", personId).execute();
}

export async function forgetEndedSessions(db: Db): Promise<void> {
  await db
    .deleteFrom("session")
    .where((session) =>
      session.or([session("expiresAt", "<", sql<Date>`now()`), session("absoluteExpiresAt", "<", sql<Date>`now()`)]),
    )
    .execute();
}

async function findSession(db: Db, kind: PersonKind, cookies: string | null) {
  const lucia = luciaOn(db, kind);
  const secret = lucia.readSessionCookie(cookies ?? "");
  if (!secret) return null;
  const { user, session } = await lucia.validateSession(secret);
  if (!user || user.kind !== kind) return null;
  return { user, proof: { sessionHash: sha256(secret), provedBy: session.provedBy } };
}

const isHttps = () => appOrigin().startsWith("https:");

function luciaOn(db: Db, kind: PersonKind) {
  const https = isHttps();
  return new Lucia<SessionAttributes, PersonAttributes>(sessionAdapter(db, kind), {
    sessionExpiresIn: new TimeSpan(sessionLife[kind].idleMinutes, "m"),
    sessionCookie: {
      name: `${https ? "__Host-" : ""}candor_${kind}`,
      expires: false,
      attributes: { secure: https, sameSite: "lax", path: "/" },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });
}

/**
 * Lucia's own adapters keep the cookie's value as the key. This one keeps its SHA-256, so that a copy of the database
 * opens nothing, lets the database's clock decide what has run out, and refuses disabled people at each request.
 */
function sessionAdapter(db: Db, kind: PersonKind): Adapter {
  const life = sessionLife[kind];
  const idleEnd = sql<Date>`least(now() + make_interval(mins => ${life.idleMinutes}), absolute_expires_at)`;

  return {
    getSessionAndUser: (secret) => findSessionRow(db, secret),
    async setSession(session) {
      await db
        .insertInto("session")
        .values({
          id: sha256(session.id),
          personId: session.userId,
          expiresAt: sql`now() + make_interval(mins => ${life.idleMinutes})`,
          absoluteExpiresAt: sql`now() + make_interval(hours => ${life.absoluteHours})`,
          ...session.attributes,
        })
        .execute();
    },
    async updateSessionExpiration(secret) {
      await db
        .updateTable("session")
        .set({ expiresAt: idleEnd, lastSeenAt: sql`now()` })
        .where("id", "=", sha256(secret))
        .execute();
    },
    async deleteSession(secret) {
      await db.deleteFrom("session").where("id", "=", sha256(secret)).execute();
    },
    async deleteUserSessions(personId) {
      await endAllSessions(db, personId);
    },
    async deleteExpiredSessions() {
      await forgetEndedSessions(db);
    },
    getUserSessions: () => Promise.reject(new Error("Sessions are listed by the domain, not by Lucia.")),
  };
}

async function findSessionRow(db: Db, secret: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const row = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.personId")
    .leftJoin("companyAccount", "companyAccount.id", "person.companyAccountId")
    .select(["session.personId", "session.expiresAt", "session.provedBy", "session.ipAddress", "session.userAgent"])
    .select(["person.kind", "person.name", "person.email", "person.title", "person.role", "person.companyAccountId"])
    .select("companyAccount.name as companyName")
    .where("session.id", "=", sha256(secret))
    .where("session.expiresAt", ">", sql<Date>`now()`)
    .where("session.absoluteExpiresAt", ">", sql<Date>`now()`)
    .where("person.disabledAt", "is", null)
    .executeTakeFirst();
  if (!row) return [null, null];
  const { personId, expiresAt, provedBy, ipAddress, userAgent, ...attributes } = row;
  return [
    // Lucia hands this id back to the cookie when it refreshes, so it has to be the secret, not its hash.
    { id: secret, userId: personId, expiresAt, attributes: { provedBy, ipAddress, userAgent } },
    { id: personId, attributes },
  ];
}

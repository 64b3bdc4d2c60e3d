import type { Staff } from "#app/domain/accounts/people.ts";
import type { Db } from "#db/client.server.ts";

export async function securityStaff(db: Db): Promise<Staff> {
  const { id, name, email } = await db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("role", "=", "security")
    .orderBy("createdAt")
    .executeTakeFirstOrThrow();
  return { kind: "staff", id, name, email, role: "security" };
}

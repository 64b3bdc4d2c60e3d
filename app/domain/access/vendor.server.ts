import type { Db } from "#db/client.server.ts";

/** The company whose trust center this is, as mails and stamps call it. */
export async function vendorName(db: Db): Promise<string> {
  const profile = await db.selectFrom("companyProfile").select("name").executeTakeFirst();
  return profile?.name ?? "Trust center";
}

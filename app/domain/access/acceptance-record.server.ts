import { complaints } from "#app/messages/en/complaints.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";

const acceptances = (db: Db) =>
  db
    .selectFrom("ndaAcceptance")
    .innerJoin("ndaVersion", "ndaVersion.id", "ndaAcceptance.ndaVersionId")
    .selectAll("ndaAcceptance")
    .select(["ndaVersion.number as ndaNumber", "ndaVersion.title as ndaTitle", "ndaVersion.body as ndaBody"])
    .select("ndaVersion.format as ndaFormat");

/** For the signer, and for all staff. To anyone else it does not exist. */
export async function getAcceptance(db: Db, viewer: Prospect | Staff, id: string) {
  const acceptance = await acceptances(db).where("ndaAcceptance.id", "=", id).executeTakeFirst();
  if (!acceptance || (viewer.kind === "prospect" && acceptance.personId !== viewer.id)) {
    throw new NotFound("access.acceptance-not-found", complaints.noSuchAcceptance);
  }
  return acceptance;
}

export type Acceptance = Awaited<ReturnType<typeof getAcceptance>>;

export async function listAcceptances(db: Db, filter: { personId?: string; companyAccountId?: string } = {}) {
  let query = db
    .selectFrom("ndaAcceptance")
    .innerJoin("ndaVersion", "ndaVersion.id", "ndaAcceptance.ndaVersionId")
    .select(["ndaAcceptance.id", "ndaAcceptance.ndaVersionId", "ndaAcceptance.fullName", "ndaAcceptance.email"])
    .select(["ndaAcceptance.title", "ndaAcceptance.company", "ndaAcceptance.acceptedAt", "ndaAcceptance.seal"])
    .select(["ndaAcceptance.ndaSha256", "ndaAcceptance.accessRequestId"])
    .select(["ndaVersion.number as ndaNumber", "ndaVersion.title as ndaTitle"]);
  if (filter.personId) query = query.where("ndaAcceptance.personId", "=", filter.personId);
  if (filter.companyAccountId) query = query.where("ndaAcceptance.companyAccountId", "=", filter.companyAccountId);
  return query.orderBy("ndaAcceptance.acceptedAt", "desc").limit(200).execute();
}

import type { Prospect } from "#app/domain/accounts/people.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { vendorName } from "./vendor.server.ts";

type NewRequest = { id: string; reference: string; documents: string[] };

/** Tells the prospect that the request is in, and everyone who may decide that it waits. */
export async function tellOfNewRequest(
  db: Db,
  prospect: Prospect,
  request: NewRequest & { staffKnow: boolean },
): Promise<void> {
  const { reference, documents } = request;
  await notify(db, {
    to: prospect.email,
    template: "request-received",
    props: { company: await vendorName(db), reference, documents, link: linkFor(request.id) },
  });
  if (request.staffKnow) return;
  for (const decider of await listDeciders(db, null)) {
    await notify(db, {
      to: decider.email,
      template: "request-waiting",
      props: {
        reference,
        name: prospect.name,
        company: prospect.companyName,
        documents,
        link: staffLinkFor(request.id),
      },
    });
  }
}

/** Those who may decide, or the one of staff who was named. */
export async function listDeciders(db: Db, only: string | null): Promise<{ email: string }[]> {
  const staff = db.selectFrom("person").select("email").where("disabledAt", "is", null).orderBy("email");
  if (only) return staff.where("id", "=", only).execute();
  return staff.where("role", "in", ["security", "admin"]).execute();
}

export const staffLinkFor = (requestId: string): string => `${appOrigin()}/staff/requests/${requestId}`;

export const linkFor = (requestId: string): string => `${appOrigin()}/portal/requests/${requestId}`;

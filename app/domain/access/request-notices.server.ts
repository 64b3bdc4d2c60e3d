import type { Prospect } from "#app/domain/accounts/people.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { vendorName } from "./vendor.server.ts";

type NewRequest = { id: string; reference: string; documents: string[] };

/** Tells the prospect that the request is in, and everyone who may decide that it waits. */
export async function tellOfNewRequest(db: Db, prospect: Prospect, request: NewRequest): Promise<void> {
  const { reference, documents } = request;
  await notify(db, {
    to: prospect.email,
    template: "request-received",
    props: { company: await vendorName(db), reference, documents, link: linkFor(request.id) },
  });
  const deciders = await db
    .selectFrom("person")
    .select("email")
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .orderBy("email")
    .execute();
  for (const decider of deciders) {
    await notify(db, {
      to: decider.email,
      template: "request-waiting",
      props: {
        reference,
        name: prospect.name,
        company: prospect.companyName,
        documents,
        link: `${appOrigin()}/staff/requests/${request.id}`,
      },
    });
  }
}

export const linkFor = (requestId: string): string => `${appOrigin()}/portal/requests/${requestId}`;

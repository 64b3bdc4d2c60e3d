import { useLoaderData } from "@remix-run/react";
import { decides } from "#app/domain/access/deciders.ts";
import { findCurrentNdaVersion } from "#app/domain/access/nda.server.ts";
import { queueViewFrom } from "#app/domain/access/queue-views.ts";
import { getQueue } from "#app/domain/access/request-queue.server.ts";
import { QueuePage } from "#app/domain/access/ui/queue-page.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = ({ data }: { data?: { selected: { reference: string } | null } }) => [
  { title: `Request ${data?.selected?.reference ?? ""}` },
];

export const loader = forStaff("any", async ({ db, url, params, staff }) => ({
  ...(await getQueue(db, {
    view: queueViewFrom(url.searchParams.get("show")),
    requestId: idFrom(params, "requestId"),
  })),
  ndaNumber: (await findCurrentNdaVersion(db))?.number ?? null,
  decides: decides(staff),
  now: new Date(),
}));

export default function RequestInQueue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}

import { useLoaderData } from "@remix-run/react";
import { decides } from "#app/domain/access/deciders.ts";
import { findCurrentNdaVersion } from "#app/domain/access/nda.server.ts";
import { queueViewFrom } from "#app/domain/access/queue-views.ts";
import { getQueue } from "#app/domain/access/request-queue.server.ts";
import { QueuePage } from "#app/domain/access/ui/queue-page.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Requests" }];

export const loader = forStaff("any", async ({ db, url, staff }) => ({
  ...(await getQueue(db, { view: queueViewFrom(url.searchParams.get("show")) ?? "waiting", requestId: null })),
  ndaNumber: (await findCurrentNdaVersion(db))?.number ?? null,
  decides: decides(staff),
  now: new Date(),
}));

export default function Requests() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}

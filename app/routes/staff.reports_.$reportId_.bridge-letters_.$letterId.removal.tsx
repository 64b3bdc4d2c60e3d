import { useLoaderData } from "@remix-run/react";
import { getBridgeLetter, removeBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { sayRange } from "#app/domain/trust-page/days.ts";
import { RemovalPage } from "#app/domain/trust-page/ui/removal-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Remove a bridge letter" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const reportId = idFrom(params, "reportId");
  const letter = await getBridgeLetter(db, { reportId, letterId: idFrom(params, "letterId") });
  return { reportId, covers: sayRange(letter.coversFrom, letter.coversUntil) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const reportId = idFrom(params, "reportId");
  await removeBridgeLetter(db, staff, { reportId, letterId: idFrom(params, "letterId") });
  return redirectSaying(`/staff/reports/${reportId}`, "Removed the bridge letter");
});

export default function RemoveBridgeLetter() {
  const { reportId, covers } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      title={`Remove the letter for ${covers}?`}
      verb="Remove the letter"
      keepTo={`/staff/reports/${reportId}`}
    >
      <p>The trust page stops saying that these days are covered. The removal stays in the audit trail.</p>
    </RemovalPage>
  );
}

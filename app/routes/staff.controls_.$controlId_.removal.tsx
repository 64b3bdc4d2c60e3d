import { useLoaderData } from "@remix-run/react";
import { getControl, removeControl } from "#app/domain/trust-page/controls.server.ts";
import { RemovalPage } from "#app/domain/trust-page/ui/removal-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Remove a control" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  control: await getControl(db, idFrom(params, "controlId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await removeControl(db, staff, idFrom(params, "controlId"));
  return redirectSaying("/staff/controls", "Removed the control");
});

export default function RemoveControl() {
  const { control } = useLoaderData<typeof loader>();
  return (
    <RemovalPage title={`Remove ${control.code}?`} verb="Remove the control" keepTo={`/staff/controls/${control.id}`}>
      <p>
        It leaves the trust page and the list. Answers that cite it keep its id. The removal stays in the audit trail.
      </p>
    </RemovalPage>
  );
}

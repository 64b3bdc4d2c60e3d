import { useLoaderData } from "@remix-run/react";
import { getSubprocessor, removeSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { RemovalPage } from "#app/domain/trust-page/ui/removal-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Remove a subprocessor" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  subprocessor: await getSubprocessor(db, idFrom(params, "subprocessorId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await removeSubprocessor(db, staff, idFrom(params, "subprocessorId"));
  return redirectSaying("/staff/subprocessors", "Removed the subprocessor");
});

export default function RemoveSubprocessor() {
  const { subprocessor } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      title={`Remove ${subprocessor.name}?`}
      verb="Remove the subprocessor"
      keepTo={`/staff/subprocessors/${subprocessor.id}`}
    >
      <p>
        This is for an entry made by mistake. For a company that you no longer use, enter its last day: it then stays
        listed as removed. The removal stays in the audit trail.
      </p>
    </RemovalPage>
  );
}

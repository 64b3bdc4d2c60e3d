import { useLoaderData } from "@remix-run/react";
import { getCertification, removeCertification } from "#app/domain/trust-page/certifications.server.ts";
import { RemovalPage } from "#app/domain/trust-page/ui/removal-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Remove a certification" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  entry: await getCertification(db, idFrom(params, "certificationId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const { kind } = await removeCertification(db, staff, idFrom(params, "certificationId"));
  return redirectSaying("/staff/certifications", `Removed the ${kind}`);
});

export default function RemoveCertification() {
  const { entry } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      title={`Remove ${entry.name}?`}
      verb={`Remove the ${entry.kind}`}
      keepTo={`/staff/certifications/${entry.id}`}
    >
      <p>
        It leaves the trust page and this list. The removal stays in the audit trail, and a file stays among the
        documents.
        {entry.kind === "certification" && " When it was renewed, change its last day in place of removing it."}
      </p>
    </RemovalPage>
  );
}

import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { Markdown } from "#app/components/markdown.tsx";
import { Hash } from "#app/components/mono.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { getNdaVersion } from "#app/domain/access/nda.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "A version of the NDA" }];

export const loader = forStaff("any", async ({ db, params }) => {
  const { id, title, number, body, format, sha256 } = await getNdaVersion(db, idFrom(params, "ndaVersionId"));
  return { id, title, number, body, format, sha256 };
});

export default function NdaText() {
  const { id, title, number, body, format, sha256 } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader
        title={`${title}, version ${number}`}
        back={{ to: "/staff/nda", label: "NDA" }}
        meta={<Hash kind="sha256" value={sha256} />}
      />
      <StaffBody>
        {format === "pdf" ? (
          <ButtonLink icon={Download} href={`/staff/nda/${id}/file`}>
            Download the agreement
          </ButtonLink>
        ) : (
          <Markdown text={body} topHeading={2} className="max-w-[68ch]" />
        )}
      </StaffBody>
    </>
  );
}

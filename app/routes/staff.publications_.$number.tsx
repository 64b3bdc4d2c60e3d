import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { ChangeList, StatusChangeNote } from "#app/domain/trust-page/ui/change-list.tsx";
import { getHistoryChanges } from "#app/domain/trust-page/unpublished-changes.server.ts";
import { numberFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "A publication" }];

export const loader = forStaff("any", async ({ db, staff, params }) => ({
  ...(await getHistoryChanges(db, { number: numberFrom(params, "number"), now: new Date() })),
  mayRestore: staff.role === "admin",
}));

export default function Publication() {
  const { entry, changes, status, mayRestore } = useLoaderData<typeof loader>();
  const { number, state, madeAt, madeBy, note, restoredFrom } = entry;
  const isPublished = state === "published";
  return (
    <>
      <StaffHeader
        title={isPublished ? `Publication ${number}` : `Draft ${number}, set aside`}
        back={{ to: "/staff/publications", label: "Publish" }}
        meta={
          <>
            {madeBy ?? "Candor"}, <DateTime date={madeAt} />
          </>
        }
      >
        {mayRestore && (
          <ButtonLink size="small" to={`/staff/publications/${number}/restoration`}>
            {isPublished ? "Restore" : "Bring back as the draft"}
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        {restoredFrom !== null && <p>Restored from {restoredFrom}.</p>}
        {note && <p>{note}</p>}
        <StaffSection
          id="changes"
          title={isPublished ? "What it changed for visitors" : "What it would have changed for visitors"}
        >
          {status && (
            <StatusChangeNote change={status} heads={{ from: "Before, as read today", to: "After, as read today" }} />
          )}
          {changes.length === 0 && !status && <p>Nothing that visitors read.</p>}
          <ChangeList changes={changes} />
        </StaffSection>
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { SearchForm } from "#app/components/search-field.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { findControls } from "#app/domain/trust-page/controls.server.ts";
import { controlStatuses, controlStatusNames } from "#app/domain/trust-page/controls.ts";
import { ControlTable } from "#app/domain/trust-page/ui/control-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Controls" }];

export const loader = forStaff("any", async ({ db, staff, url }) => {
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const status = controlStatuses.find((known) => known === url.searchParams.get("status")) ?? null;
  return { ...(await findControls(db, { q, status })), q, status, mayEdit: staff.role !== "sales" };
});

export default function Controls() {
  const { controls, counts, q, status, mayEdit } = useLoaderData<typeof loader>();
  const to = (view: string) => `?${new URLSearchParams({ ...(q && { q }), ...(view && { status: view }) })}`;
  const views = [
    { to: to(""), label: "All", count: counts.all, current: status === null },
    ...controlStatuses.map((each) => ({
      to: to(each),
      label: controlStatusNames[each],
      count: counts[each],
      current: status === each,
    })),
  ];
  return (
    <>
      <StaffHeader title="Controls" meta={`${counts.public} of ${counts.total} on the trust page`}>
        <ButtonLink size="small" href="/#controls">
          View as visitor
        </ButtonLink>
        <ButtonLink size="small" href="/staff/controls/export.csv">
          Export
        </ButtonLink>
        {mayEdit && (
          <ButtonLink size="small" to="/staff/controls/import">
            Import
          </ButtonLink>
        )}
        {mayEdit && (
          <ButtonLink to="/staff/controls/new" variant="primary" size="small" icon={Plus}>
            Add a control
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        <SearchForm label="Find a control or criterion" labelVisible defaultValue={q}>
          {status && <input type="hidden" name="status" value={status} />}
          <Button>Find</Button>
        </SearchForm>
        <FilterLinks label="Status" filters={views} />
        {controls.length === 0 ? (
          <EmptyState title={q || status ? "No control fits" : "No control yet"}>
            {!q && !status && "Add what you do, and map it to criteria. Public ones appear on the trust page."}
          </EmptyState>
        ) : (
          <ControlTable controls={controls} mayEdit={mayEdit} />
        )}
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { draftNotice } from "#app/domain/questionnaires/corrections.server.ts";
import { countToldOtherwise, listToldOtherwise } from "#app/domain/questionnaires/told-otherwise.server.ts";
import { RecallList } from "#app/domain/questionnaires/ui/recall-list.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Corrections" }];

const mostDrafted = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const loader = forStaff(["security", "admin"], async ({ db, url }) => {
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 80) || null;
  const id = (name: string) => (uuid.test(asked(name) ?? "") ? asked(name) : null);
  const filter = { answerId: id("answer"), control: asked("control"), report: id("report") };
  const told = (await listToldOtherwise(db, filter)).slice(0, mostDrafted);
  const drafts = [];
  for (const one of told) drafts.push({ ...one, notice: await draftNotice(db, one) });
  return { drafts, total: await countToldOtherwise(db, filter), filtered: Object.values(filter).some(Boolean) };
});

export default function Corrections() {
  const { drafts, total, filtered } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader
        title="Corrections"
        meta={countOf(total, "account told otherwise", "accounts told otherwise")}
        back={
          filtered
            ? { to: "/staff/corrections", label: "All corrections" }
            : { to: "/staff/answers", label: "Knowledge base" }
        }
      />
      <StaffBody>
        {drafts.length > 0 ? (
          <RecallList drafts={drafts} />
        ) : (
          <EmptyState title="Nobody was told otherwise">
            When an answer that was released changes or is retired, the accounts that have the old words stand here,
            each with a notice to send or to dismiss.
          </EmptyState>
        )}
        {total > drafts.length && <p className="text-13 text-ink2">The newest {drafts.length} are shown.</p>}
      </StaffBody>
    </>
  );
}

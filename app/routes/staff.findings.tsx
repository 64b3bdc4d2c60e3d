import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { findingKinds, findingWords } from "#app/domain/knowledge-base/findings/finding.ts";
import { countFindings, getLook, listFindings } from "#app/domain/knowledge-base/findings.server.ts";
import { FindingList } from "#app/domain/knowledge-base/ui/finding-list.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Findings" }];

export const loader = forStaff(["security", "admin"], async ({ db, url }) => {
  const asked = url.searchParams.get("kind");
  const kind = findingKinds.find((one) => one === asked) ?? null;
  const dismissed = asked === "dismissed";
  const findings = await listFindings(db, { kind, dismissed });
  return { findings, counts: await countFindings(db), look: await getLook(db), kind, dismissed };
});

export default function Findings() {
  const { findings, counts, look, kind, dismissed } = useLoaderData<typeof loader>();
  const total = findingKinds.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const kinds = findingKinds.filter((one) => counts[one]);
  return (
    <>
      <StaffHeader
        title="Findings"
        meta={countOf(total, "finding")}
        back={{ to: "/staff/answers", label: "Knowledge base" }}
      />
      <StaffBody>
        <p className="text-13 text-ink2">
          {look.lookedAt ? (
            <>
              Looked through <DateTime date={look.lookedAt} />.{" "}
              {look.isBehind && "Answers have changed since; they are being looked through again."}
            </>
          ) : (
            "The answers have not been looked through yet."
          )}
        </p>
        {(total > 0 || counts.dismissed) && (
          <FilterLinks
            label="Show"
            filters={[
              { to: "/staff/findings", label: "All", count: total, current: kind === null && !dismissed },
              ...kinds.map((one) => ({
                to: `/staff/findings?kind=${one}`,
                ...{ label: findingWords[one].title, count: counts[one], current: kind === one },
              })),
              ...(counts.dismissed
                ? [
                    {
                      to: "/staff/findings?kind=dismissed",
                      label: "Dismissed",
                      count: counts.dismissed,
                      current: dismissed,
                    },
                  ]
                : []),
            ]}
          />
        )}
        {findings.length > 0 ? (
          <FindingList findings={findings} dismissed={dismissed} />
        ) : (
          <EmptyState title="Nothing was found">
            Approved answers are looked through when they change and once a day: duplicates, conflicts, pointers to
            other answers, promises whose day is past, replaced standards.
          </EmptyState>
        )}
        {findings.length < total && kind === null && (
          <p className="text-13 text-ink2">The first {findings.length} are shown, the gravest first.</p>
        )}
      </StaffBody>
    </>
  );
}

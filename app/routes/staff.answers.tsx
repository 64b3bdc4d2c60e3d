import { useLoaderData } from "@remix-run/react";
import { Plus, Upload } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { SelectField } from "#app/components/field.tsx";
import { Button } from "#app/components/button.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { SearchForm } from "#app/components/search-field.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { answerAudiences, answerStates } from "#app/domain/knowledge-base/answers.ts";
import { countAnswers, listAnswers, listSections } from "#app/domain/knowledge-base/list-answers.server.ts";
import { AnswerTable } from "#app/domain/knowledge-base/ui/answer-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Knowledge base" }];

const oneOf = <Value extends string>(values: readonly Value[], asked: string | null) =>
  values.find((value) => value === asked) ?? null;

export const loader = forStaff("any", async ({ db, staff, url }) => {
  const asked = url.searchParams;
  const filter = {
    state: oneOf([...answerStates, "overdue"] as const, asked.get("state")),
    section: asked.get("section") || null,
    audience: oneOf(answerAudiences, asked.get("audience")),
    text: asked.get("q")?.slice(0, 200) || null,
  };
  const before = asked.get("before")?.slice(0, 20) || null;
  const isKeeper = staff.role !== "sales";
  return {
    ...(await listAnswers(db, staff, { ...filter, before })),
    counts: isKeeper ? await countAnswers(db) : null,
    sections: await listSections(db),
    filter,
    isFirstPage: before === null,
    isKeeper,
  };
});

type Filter = { state: string | null; section: string | null; audience: string | null; text: string | null };

function addressOf({ text, ...filter }: Filter, change: Record<string, string | null> = {}): string {
  const all = Object.entries({ ...filter, q: text, ...change }).filter((one): one is [string, string] =>
    Boolean(one[1]),
  );
  return `/staff/answers?${new URLSearchParams(all)}`;
}

export default function Answers() {
  const { answers, total, older, counts, sections, filter, isFirstPage, isKeeper } = useLoaderData<typeof loader>();
  const filtered = Object.values(filter).some(Boolean);
  const states = [
    { label: "All", state: null, count: undefined },
    { label: "In review", state: "in-review", count: counts?.["in-review"] },
    { label: "Needs re-approval", state: "overdue", count: counts?.overdue },
    { label: "Draft", state: "draft", count: counts?.draft },
    { label: "Approved", state: "approved", count: counts?.approved },
    { label: "Retired", state: "retired", count: counts?.retired },
  ];
  return (
    <>
      <StaffHeader title="Knowledge base" meta={countOf(total, "answer")}>
        {isKeeper && (
          <>
            <ButtonLink to="/staff/findings" size="small">
              Findings
            </ButtonLink>
            <ButtonLink to="/staff/corrections" size="small">
              Corrections
            </ButtonLink>
          </>
        )}
        <ButtonLink to="/staff/words" size="small">
          Own words
        </ButtonLink>
        {isKeeper && (
          <>
            <ButtonLink to="/staff/answers/import" size="small" icon={Upload}>
              Import
            </ButtonLink>
            <ButtonLink to="/staff/answers/new" variant="primary" size="small" icon={Plus}>
              Add an answer
            </ButtonLink>
          </>
        )}
      </StaffHeader>
      <StaffBody>
        {isKeeper && (
          <FilterLinks
            label="Show"
            filters={states.map(({ label, state, count }) => ({
              to: addressOf(filter, { state }),
              ...{ label, count, current: filter.state === state },
            }))}
          />
        )}
        <SearchForm label="Search question, answer and key" defaultValue={filter.text ?? ""} labelVisible>
          {filter.state && <input type="hidden" name="state" value={filter.state} />}
          <SelectField
            label="Section"
            name="section"
            defaultValue={filter.section ?? ""}
            options={[{ value: "", label: "All sections" }, ...sections.map((one) => ({ value: one, label: one }))]}
          />
          <SelectField
            label="Audience"
            name="audience"
            defaultValue={filter.audience ?? ""}
            options={[{ value: "", label: "All" }, ...answerAudiences.map((one) => ({ value: one, label: one }))]}
          />
          <Button>Search</Button>
        </SearchForm>
        {answers.length > 0 ? (
          <>
            <AnswerTable answers={answers} />
            <Pagination
              range={`${answers.length} of ${countOf(total, "answer")}`}
              newer={isFirstPage ? null : addressOf(filter)}
              older={older && addressOf(filter, { before: older })}
            />
          </>
        ) : (
          <EmptyState title={filtered ? "No answer is like this" : "No answer yet"}>
            {filtered ? "Change the filters, or add the answer." : "Add answers one by one, or import those you have."}
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { Upload } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import {
  countQuestionnaires,
  listQuestionnaires,
  type QuestionnaireFilter,
} from "#app/domain/questionnaires/questionnaires.server.ts";
import { QuestionnaireTable } from "#app/domain/questionnaires/ui/questionnaire-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Questionnaires" }];

export const loader = forStaff("any", async ({ db, staff, url }) => {
  const asked = url.searchParams.get("show");
  const show: QuestionnaireFilter = asked === "released" || asked === "withdrawn" || asked === "all" ? asked : "open";
  return {
    show,
    questionnaires: await listQuestionnaires(db, show),
    counts: await countQuestionnaires(db),
    today: new Date().toISOString().slice(0, 10),
    mayTakeIn: staff.role !== "sales",
  };
});

const filters = [
  { show: "open", label: "Open" },
  { show: "released", label: "Released" },
  { show: "withdrawn", label: "Withdrawn" },
  { show: "all", label: "All" },
] as const;

export default function Questionnaires() {
  const { show, questionnaires, counts, today, mayTakeIn } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title="Questionnaires" meta={`${counts.open} open, ${counts.released} released`}>
        <ButtonLink to="/staff/outcomes" size="small">
          How often we were right
        </ButtonLink>
        {mayTakeIn && (
          <ButtonLink to="/staff/questionnaires/new" variant="primary" size="small" icon={Upload}>
            Take in a file
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        <FilterLinks
          label="Show"
          filters={filters.map((one) => ({
            to: `/staff/questionnaires?show=${one.show}`,
            ...{ label: one.label, count: counts[one.show], current: one.show === show },
          }))}
        />
        {questionnaires.length > 0 ? (
          <QuestionnaireTable questionnaires={questionnaires} today={today} />
        ) : (
          <EmptyState title={show === "open" ? "No questionnaire is open" : "There is none of these"}>
            Prospects send theirs in the portal. You can take in a file that came by mail.
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { findOwnCalibration } from "#app/domain/questionnaires/calibration.server.ts";
import { listOutcomes } from "#app/domain/questionnaires/outcomes.server.ts";
import { summariseOutcomes } from "#app/domain/questionnaires/outcomes.ts";
import {
  BuiltInFigures,
  NoOutcomes,
  OutcomesByConfidence,
  OutcomesByMethod,
} from "#app/domain/questionnaires/ui/outcome-sections.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "How often we were right" }];

export const loader = forStaff("any", async ({ db }) => ({
  summary: summariseOutcomes(await listOutcomes(db)),
  learned: (await findOwnCalibration(db)) !== null,
}));

export default function Outcomes() {
  const { summary, learned } = useLoaderData<typeof loader>();
  const { decided, byHand, abstained } = summary;
  return (
    <>
      <StaffHeader
        title="How often we were right"
        back={{ to: "/staff/questionnaires", label: "Questionnaires" }}
        meta={decided > 0 ? `${countOf(decided, "match", "matches")} decided and released` : undefined}
      />
      <StaffBody>
        {decided + byHand + abstained > 0 ? <OutcomesByMethod summary={summary} /> : <NoOutcomes />}
        {decided > 0 && <OutcomesByConfidence summary={summary} />}
        {!learned && <BuiltInFigures />}
      </StaffBody>
    </>
  );
}

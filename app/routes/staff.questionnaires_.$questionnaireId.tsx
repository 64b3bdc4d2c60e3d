import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Form } from "#app/components/form.tsx";
import { Hash } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { findFidelitySummary } from "#app/domain/questionnaires/fidelity-report.server.ts";
import { getQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { answersApartHint } from "#app/domain/questionnaires/questionnaires.ts";
import { AnswerDownloads } from "#app/domain/questionnaires/ui/answer-downloads.tsx";
import { QuestionnaireStatus } from "#app/domain/questionnaires/ui/questionnaire-state.tsx";
import { FillingProgress, ReadingProgress } from "#app/domain/questionnaires/ui/work-in-progress.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Questionnaire" }];

/** Leads on to the page of its state; stays where there is only to wait, to retry, or to look back. */
export const loader = forStaff("any", async ({ db, staff, params }) => {
  const questionnaire = await getQuestionnaire(db, idFrom(params, "questionnaireId"));
  const decides = staff.role !== "sales";
  if (decides && questionnaire.state === "mapping") throw redirect(`/staff/questionnaires/${questionnaire.id}/map`);
  if (decides && questionnaire.state === "in-review")
    throw redirect(`/staff/questionnaires/${questionnaire.id}/review`);
  return { questionnaire, decides, fidelity: await findFidelitySummary(db, questionnaire.id) };
});

export default function Questionnaire() {
  const { questionnaire: one, decides, fidelity } = useLoaderData<typeof loader>();
  const filled = one.accepted + one.edited + one.rejected + one.toDecide + one.blank;
  return (
    <>
      <StaffHeader
        title={one.title}
        back={{ to: "/staff/questionnaires", label: "Questionnaires" }}
        meta={<QuestionnaireStatus state={one.state} />}
      />
      <StaffBody>
        {one.state === "received" && <ReadingProgress questionnaireId={one.id} />}
        {one.state === "filling" && (
          <FillingProgress {...{ filled }} questionnaireId={one.id} questions={one.questions} mayCancel={decides} />
        )}
        {one.failure && (
          <Note tone="lapsed" title="Failed">
            {one.failure} The file is kept.
          </Note>
        )}
        <Facts>
          <Fact term="File">
            {one.fileName} <Hash value={one.fileSha256} kind="sha256" />
          </Fact>
          <Fact term="Account">{one.accountName ?? "None"}</Fact>
          <Fact term="Received">
            <DateTime date={one.receivedAt} /> from {one.senderName ?? "nobody known"}
          </Fact>
          {one.releasedAt && (
            <Fact term="Released">
              <DateTime date={one.releasedAt} /> by {one.releaserName}: {one.answered} of {one.questions} answered
            </Fact>
          )}
          {one.answersApart && <Fact term="Comes back as">{answersApartHint}</Fact>}
          {fidelity && (
            <Fact term="Compared with what came">
              {fidelity} <a href={`/staff/questionnaires/${one.id}/fidelity.json`}>Fidelity report</a>
            </Fact>
          )}
          {one.state === "in-review" && (
            <Fact term="Decided">
              {one.accepted + one.edited + one.rejected} of {one.questions}
            </Fact>
          )}
        </Facts>
        {one.state === "released" && (
          <>
            <ButtonRow>
              <ButtonLink variant="primary" href={`/staff/questionnaires/${one.id}/export`}>
                Download the released file
              </ButtonLink>
            </ButtonRow>
            <AnswerDownloads at={`/staff/questionnaires/${one.id}/answers`} />
          </>
        )}
        {decides && one.state === "failed" && (
          <Form action={`/staff/questionnaires/${one.id}/retry`}>
            <Button variant="primary">Try again</Button>
          </Form>
        )}
        {decides && one.state !== "released" && one.state !== "withdrawn" && (
          <Form action={`/staff/questionnaires/${one.id}/withdrawal`}>
            <Button variant="negative">Withdraw it from the desk</Button>
          </Form>
        )}
      </StaffBody>
    </>
  );
}

import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { PaneLayout } from "#app/components/pane-layout.tsx";
import { ProgressSegments } from "#app/components/progress-segments.tsx";
import { findLearnedWording } from "#app/domain/knowledge-base/learned-wordings.server.ts";
import { getDrafting } from "#app/domain/questionnaires/drafts.server.ts";
import { getQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { findNextToDecide, getDeskQuestion, listDeskQuestions } from "#app/domain/questionnaires/review-desk.server.ts";
import { countNearExact } from "#app/domain/questionnaires/review.server.ts";
import { deskAddress, showFrom } from "#app/domain/questionnaires/shown-questions.ts";
import { DeskActions } from "#app/domain/questionnaires/ui/desk-actions.tsx";
import { DeskDraft, DraftingOffer } from "#app/domain/questionnaires/ui/desk-draft.tsx";
import { DeskEvidence } from "#app/domain/questionnaires/ui/desk-evidence.tsx";
import { DeskKeys } from "#app/domain/questionnaires/ui/desk-keys.tsx";
import { DeskList } from "#app/domain/questionnaires/ui/desk-list.tsx";
import { DeskQuestion } from "#app/domain/questionnaires/ui/desk-question.tsx";
import { Due } from "#app/domain/questionnaires/ui/questionnaire-table.tsx";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Review" }];

export const loader = forStaff(["security", "admin"], async ({ db, params, url }) => {
  const id = idFrom(params, "questionnaireId");
  const questionnaire = await getQuestionnaire(db, id);
  if (questionnaire.state !== "in-review") throw redirect(`/staff/questionnaires/${id}`);
  const show = showFrom(url.searchParams.get("show"));
  const list = await listDeskQuestions(db, id, show);
  const asked = url.searchParams.get("question");
  const currentId = asked ? idFrom({ asked }, "asked") : (list.questions[0]?.id ?? null);
  const before = url.searchParams.get("undo");
  const undo = before ? idFrom({ before }, "before") : null;
  return {
    ...{ questionnaire, show, list, currentId, undo },
    question: currentId ? await getDeskQuestion(db, id, currentId) : null,
    nextId: currentId ? await findNextToDecide(db, id, currentId) : null,
    learned: undo ? await findLearnedWording(db, undo) : null,
    nearExact: await countNearExact(db, id),
    drafting: await getDrafting(db, id),
    today: new Date().toISOString().slice(0, 10),
  };
});

export default function Review() {
  const loaded = useLoaderData<typeof loader>();
  const { questionnaire, show, list, currentId, question, nextId, undo, learned, nearExact, drafting, today } = loaded;
  const { id, accepted, edited, rejected, toDecide, blank } = questionnaire;
  return (
    <>
      <StaffHeader
        title={questionnaire.title}
        back={{ to: "/staff/questionnaires", label: "Questionnaires" }}
        meta={
          <>
            {questionnaire.accountName ?? "No account"}, from {questionnaire.senderName ?? "nobody known"}. Due{" "}
            <Due dueOn={questionnaire.dueOn} today={today} />
            {undo && (
              <>
                . <Link to={deskAddress(id, { show: "done", question: undo })}>Back to the last decision</Link>
                {learned && `, remembered for ${learned.answerKey}`}
              </>
            )}
          </>
        }
      >
        {nearExact > 0 && (
          <Form method="post" action={`/staff/questionnaires/${id}/near-exact`}>
            <Button size="small">Accept {nearExact} near-exact</Button>
          </Form>
        )}
        <DraftingOffer questionnaireId={id} drafting={drafting} />
        <ButtonLink size="small" href={`/staff/questionnaires/${id}/export`}>
          Export a draft
        </ButtonLink>
        <ButtonLink
          size="small"
          variant={toDecide === 0 ? "primary" : "alternative"}
          to={`/staff/questionnaires/${id}/release`}
        >
          Release
        </ButtonLink>
      </StaffHeader>
      <div className="border-b border-line px-5 pt-2.5 pb-3">
        <ProgressSegments
          label={`${questionnaire.questions} questions`}
          segments={[
            { label: "accepted", count: accepted, fill: "solid" },
            { label: "edited", count: edited, fill: "striped" },
            { label: "left blank", count: rejected, fill: "old" },
            { label: "to decide", count: toDecide, fill: "empty" },
            { label: "blank, no answer fits", count: blank, fill: "hatched" },
          ]}
        />
      </div>
      <PaneLayout
        list={<DeskList questionnaireId={id} {...list} show={show} currentId={currentId} />}
        listLabel="Questions"
        workLabel={question ? `Question ${question.ref ?? question.position + 1}` : "Question"}
        evidence={
          question && (
            <DeskEvidence
              explanation={question.explanation}
              grounds={question.candidates[0]?.grounds ?? null}
              account={questionnaire.accountName}
              toldBefore={question.toldBefore}
            />
          )
        }
        narrowRail
      >
        {question ? (
          <>
            <DeskQuestion question={question} />
            <DeskDraft questionnaireId={id} question={question} show={show} />
            <DeskActions
              key={question.id + question.version}
              questionnaireId={id}
              {...{ question, show }}
              skipTo={nextId && deskAddress(id, { show, question: nextId })}
            />
          </>
        ) : (
          <p>Nothing to decide here. Choose another filter, or release.</p>
        )}
      </PaneLayout>
      <DeskKeys />
    </>
  );
}

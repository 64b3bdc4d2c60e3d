import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Counts } from "#app/components/facts.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { getQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { answersApartHint, releaseForm } from "#app/domain/questionnaires/questionnaires.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { ReleaseList } from "#app/domain/questionnaires/ui/release-list.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Release" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const id = idFrom(params, "questionnaireId");
  const questionnaire = await getQuestionnaire(db, id);
  if (questionnaire.state !== "in-review") throw redirect(`/staff/questionnaires/${id}`);
  const plan = await planRelease(db, id);
  const named = ({
    id,
    ref,
    position,
    question,
  }: {
    id: string;
    ref: string | null;
    position: number;
    question: string;
  }) => ({
    ...{ id, question },
    ref: ref ?? `Question ${position + 1}`,
  });
  return {
    id,
    title: questionnaire.title,
    recipient: questionnaire.accountName,
    mailed: questionnaire.senderKind === "prospect" ? questionnaire.senderName : null,
    digest: plan.digest,
    apart: questionnaire.answersApart,
    leaving: plan.leaving.map((one) => ({
      ...named(one),
      cells: [one.planned.answer, one.planned.comment].flatMap((write) =>
        write ? [{ cell: questionnaire.answersApart ? null : write.cell, text: write.text }] : [],
      ),
      commentReason: one.planned.commentReason,
      source: one.state === "edited" ? `Edited by ${one.deciderName}` : `${one.answerKey} version ${one.answerVersion}`,
    })),
    blank: plan.blank.map((one) => ({ ...named(one), why: one.why })),
    unwritable: plan.blank.filter(({ state }) => state === "accepted" || state === "edited").length,
    blocking: plan.blocking.map((one) => ({ ...named(one), problem: one.problem })),
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "questionnaireId");
  const form = await parseForm(request, releaseForm);
  if (!form.ok) return json({ errors: { form: ["Read the list again, then release."] } }, { status: 422 });
  const released = await attempt(() => releaseQuestionnaire(db, staff, { id, shown: form.value.shown }));
  if (!released.ok) return json({ errors: released.errors }, { status: 409 });
  const { answered, blank } = released.value;
  throw await redirectSaying(`/staff/questionnaires/${id}`, `Released ${countOf(answered, "answer")}, ${blank} blank`);
});

export default function Release() {
  const { id, title, recipient, mailed, digest, apart, leaving, blank, unwritable, blocking } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const undecided = blank.filter(({ why }) => why === "Not decided.").length;
  return (
    <>
      <StaffHeader
        title={`Release ${title}?`}
        back={{ to: `/staff/questionnaires/${id}/review`, label: "Review" }}
        meta={
          mailed
            ? `${mailed} gets a mail; members of ${recipient} download it`
            : (recipient ?? "No account: you hand it on")
        }
      />
      <StaffBody>
        <Counts
          counts={[
            { label: "leave", count: leaving.length },
            { label: "stay blank", count: blank.length },
            { label: "of them not decided", count: undecided },
            { label: "accepted, but cannot be written", count: unwritable },
          ]}
        />
        <Form>
          <FormErrors errors={sent?.errors} />
          <input type="hidden" name="shown" value={digest} />
          <ButtonRow>
            {blocking.length === 0 && leaving.length > 0 && (
              <Button variant="primary">Release {countOf(leaving.length, "answer")}</Button>
            )}
            <ButtonLink to={`/staff/questionnaires/${id}/review`}>Back to the review</ButtonLink>
          </ButtonRow>
          {apart && (
            <Note tone="none" title="Comes back as">
              {answersApartHint}
            </Note>
          )}
          <p className="hint">A release cannot be taken back. What was delivered stays on record.</p>
        </Form>
        <ReleaseList questionnaireId={id} {...{ leaving, blank, blocking }} />
      </StaffBody>
    </>
  );
}

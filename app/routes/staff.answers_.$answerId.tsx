import { Link, useLoaderData } from "@remix-run/react";
import { Note } from "#app/components/note.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { PaneLayout } from "#app/components/pane-layout.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { DateText } from "#app/components/time.tsx";
import { listAliases } from "#app/domain/knowledge-base/aliases.server.ts";
import { listFindingsOf } from "#app/domain/knowledge-base/findings.server.ts";
import { findReturnReason, getAnswer } from "#app/domain/knowledge-base/versions.server.ts";
import { AliasTable } from "#app/domain/knowledge-base/ui/alias-table.tsx";
import { AnswerActions } from "#app/domain/knowledge-base/ui/answer-actions.tsx";
import { AnswerEvidence } from "#app/domain/knowledge-base/ui/answer-evidence.tsx";
import { AnswerStatus } from "#app/domain/knowledge-base/ui/answer-state.tsx";
import { CitationTable } from "#app/domain/knowledge-base/ui/citation-table.tsx";
import { FindingNotes } from "#app/domain/knowledge-base/ui/finding-list.tsx";
import { VersionDiff } from "#app/domain/knowledge-base/ui/version-diff.tsx";
import { WhyToReapprove } from "#app/domain/knowledge-base/ui/why-to-reapprove.tsx";
import { getDeliveries } from "#app/domain/questionnaires/ledger.server.ts";
import { countToldOtherwise } from "#app/domain/questionnaires/told-otherwise.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Answer" }];

export const loader = forStaff("any", async ({ db, staff, params, url }) => {
  const answer = await getAnswer(db, staff, idFrom(params, "answerId"));
  const asked = Number(url.searchParams.get("version"));
  const shown = answer.versions.find(({ number }) => number === asked) ?? answer.current;
  const before =
    shown === answer.current && answer.approved && answer.approved !== shown
      ? answer.approved
      : (answer.versions.find(({ number }) => number === shown.number - 1) ?? null);
  return {
    answer,
    shown,
    before,
    returned: await findReturnReason(db, answer),
    aliases: await listAliases(db, answer.id),
    deliveries: await getDeliveries(db, answer.id),
    nextReview: new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10),
    isKeeper: staff.role !== "sales",
    findings: await listFindingsOf(db, answer.id),
    toldOtherwise: staff.role === "sales" ? 0 : await countToldOtherwise(db, { answerId: answer.id }),
  };
});

export default function Answer() {
  const { answer, shown, before, returned, aliases, deliveries, nextReview, isKeeper, findings, toldOtherwise } =
    useLoaderData<typeof loader>();
  const isCurrent = shown.number === answer.current.number;
  const noteOf = (number: number) => (number === answer.approvedVersion ? "approved" : "not approved");
  return (
    <>
      <StaffHeader
        title={`${answer.key}: ${isCurrent ? "newest" : "earlier"} version`}
        back={{ to: "/staff/answers", label: "Knowledge base" }}
        meta={<AnswerStatus standing={answer} />}
      />
      <PaneLayout
        workLabel={answer.key}
        evidence={<AnswerEvidence answer={answer} deliveries={deliveries} />}
        evidenceLabel={`About ${answer.key}`}
      >
        <div>
          <p className="text-13 text-ink2">
            <Id>{answer.key}</Id> {shown.section}
          </p>
          <h2 className="mt-1 text-xl">{shown.question}</h2>
        </div>
        {answer.overdue && <WhyToReapprove stale={answer.stale} reviewBy={answer.reviewBy} />}
        {toldOtherwise > 0 && (
          <Note tone="ageing" title={`${countOf(toldOtherwise, "account was", "accounts were")} told otherwise`}>
            <Link to={`/staff/corrections?answer=${answer.id}`}>See who, and send each a correction</Link>
          </Note>
        )}
        {isKeeper && findings.length > 0 && <FindingNotes findings={findings} />}
        {returned && (
          <Note tone="pending" title={`${returned.by} asked for changes`}>
            “{returned.reason}”, <DateText date={returned.at} />
          </Note>
        )}
        <StaffSection id="words" title={`Version ${shown.number}`}>
          <Facts>
            <Fact term="Short">{shown.short ?? "None"}</Fact>
            <Fact term="Answer">
              <span className="whitespace-pre-wrap">{shown.text}</span>
            </Fact>
          </Facts>
        </StaffSection>
        {before && (
          <StaffSection id="difference" title="What changed" intro={shown.reason && `“${shown.reason}”`}>
            <VersionDiff
              {...{ before, after: shown }}
              beforeNote={noteOf(before.number)}
              afterNote={noteOf(shown.number)}
            />
          </StaffSection>
        )}
        <CitationTable citations={answer.citations} />
        <AliasTable answerId={answer.id} aliases={aliases} mayRemove={isKeeper} />
        {isKeeper && isCurrent && (
          <StaffSection id="decide" title="Next step">
            <AnswerActions {...{ nextReview }} id={answer.id} state={answer.state} version={answer.version} />
          </StaffSection>
        )}
      </PaneLayout>
    </>
  );
}

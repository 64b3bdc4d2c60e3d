import { Form, Link, useLoaderData } from "@remix-run/react";
import { FlaskConical, Plus } from "lucide-react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { formatDateTime } from "#app/components/dates.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { decides } from "#app/domain/access/deciders.ts";
import { namesForRules } from "#app/domain/access/rules/rule-names.server.ts";
import { findRuleSet, getRuleDraft } from "#app/domain/access/rules/rule-sets.server.ts";
import { sentenceOf } from "#app/domain/access/rules/rule-words.ts";
import { RuleList } from "#app/domain/access/ui/rule-list.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Rules" }];

export const loader = forStaff("any", async ({ db, staff }) => {
  const [draft, saved, names] = [await getRuleDraft(db), await findRuleSet(db), await namesForRules(db)];
  return {
    rules: draft.rules.map((rule) => ({ id: rule.id, name: rule.name, sentence: sentenceOf(rule, names) })),
    differs: draft.differs,
    saved: saved && { number: saved.number, by: saved.savedByName, at: saved.savedAt, active: saved.active },
    mayChange: decides(staff),
  };
});

export default function Rules() {
  const { rules, differs, saved, mayChange } = useLoaderData<typeof loader>();
  const version = saved
    ? `Version ${saved.number}, saved by ${saved.by} on ${formatDateTime(saved.at)}`
    : "No rule acts yet";
  return (
    <>
      <StaffHeader title="Rules" meta={version}>
        {mayChange && (
          <>
            {(differs || rules.length > 0) && (
              <ButtonLink
                variant={differs ? "primary" : undefined}
                size="small"
                icon={FlaskConical}
                to="/staff/rules/trial"
              >
                {differs ? "Try and save" : "Try"}
              </ButtonLink>
            )}
            <ButtonLink variant={differs ? undefined : "primary"} size="small" icon={Plus} to="/staff/rules/new">
              Add a rule
            </ButtonLink>
          </>
        )}
      </StaffHeader>
      <StaffBody>
        {saved && !saved.active && (
          <Note tone="ageing" title="The rules rest">
            {saved.by} saved them and may not decide any more. Requests wait for a person until someone saves them
            again.
          </Note>
        )}
        {differs && (
          <Note tone="ageing" title="These changes do not act yet">
            <p>Try them on the newest requests, then save them.</p>
            <Form method="post" action="/staff/rules/draft-removal">
              <Button variant="quiet">Drop the changes</Button>
            </Form>
          </Note>
        )}
        <StaffSection
          id="rules"
          title="In this order"
          intro="The first rule that fits a new request decides. Staff are told each time, and can undo it."
        >
          {rules.length > 0 ? (
            <RuleList rules={rules} mayChange={mayChange} />
          ) : (
            <EmptyState title="No rule yet">
              <p>Every request waits for a person. A rule approves, holds, routes or declines what it fits.</p>
            </EmptyState>
          )}
        </StaffSection>
        <StaffSection
          id="doubts"
          title="What is never approved by a rule"
          intro="A rule that would approve holds instead."
        >
          <ul className="list-disc pl-5 text-sm">
            <li>
              An address at a free mailbox provider, or a disposable one (see the{" "}
              <Link to="/staff/rules/mail-domains">lists</Link>)
            </li>
            <li>A domain that looks like a confirmed one, is internationalised, or mixes scripts</li>
            <li>Someone whose grant was revoked</li>
            <li>A document that is no longer given, or one under NDA while there is no NDA</li>
          </ul>
        </StaffSection>
      </StaffBody>
    </>
  );
}

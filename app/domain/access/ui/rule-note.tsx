import { ButtonLink } from "#app/components/button.tsx";
import { formatDateTime } from "#app/components/dates.ts";
import { Note } from "#app/components/note.tsx";
import type { RuleOutcome } from "#db/schema/access.ts";

export type ShownRuleDecision = {
  ruleName: string;
  ruleSetNumber: number;
  outcome: RuleOutcome;
  why: string[];
  at: string;
  undoneAt: string | null;
  undoneByName: string | null;
};

const did: Record<RuleOutcome, string> = {
  approve: "approved it",
  hold: "held it for a person",
  route: "held it for one person",
  decline: "declined it",
};

/** Which rule acted, of which version, and why. */
export function RuleNote(props: { requestId: string; rule: ShownRuleDecision; mayUndo: boolean }) {
  const { requestId, rule, mayUndo } = props;
  const decided = rule.outcome === "approve" || rule.outcome === "decline";
  return (
    <Note
      tone={decided && !rule.undoneAt ? "current" : "pending"}
      title={`The rule “${rule.ruleName}” ${did[rule.outcome]}`}
    >
      <p>{rule.why.join(". ")}.</p>
      <p className="text-ink2">
        Version {rule.ruleSetNumber} of the rules, {formatDateTime(rule.at)}
        {rule.undoneAt && `. Undone by ${rule.undoneByName ?? "a colleague"}, ${formatDateTime(rule.undoneAt)}`}
      </p>
      {decided && !rule.undoneAt && mayUndo && (
        <p className="pt-2">
          <ButtonLink size="small" to={`/staff/requests/${requestId}/rule-undo`}>
            Undo
          </ButtonLink>
        </p>
      )}
    </Note>
  );
}

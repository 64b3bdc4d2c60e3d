import { EvidenceSection } from "#app/components/pane-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { MatchGrounds } from "#app/domain/questionnaires/match-grounds.ts";
import type { MatchExplanation } from "#app/domain/questionnaires/questionnaires.ts";
import { Grounds } from "#app/domain/questionnaires/ui/grounds.tsx";

export interface DeskEvidenceProps {
  explanation: MatchExplanation;
  /** What speaks for the best of the matches; null when there is none. */
  grounds: MatchGrounds | null;
  account: string | null;
  toldBefore: {
    id: string;
    deliveredAt: string;
    title: string;
    questionText: string;
    short: string | null;
    text: string;
    key: string | null;
    answerVersion: number | null;
  }[];
}

export function DeskEvidence({ explanation, grounds, account, toldBefore }: DeskEvidenceProps) {
  const { sentences, vetoes } = explanation;
  return (
    <>
      {grounds && (
        <EvidenceSection title="Why these two met">
          <div className="grid gap-2 text-13">
            <Grounds grounds={grounds} />
            {sentences[0] && <p className="text-ink2">Nearest sentence: “{sentences[0]}”</p>}
            {vetoes.length === 0 && <Status tone="current" word="No veto" />}
            {vetoes.map(({ code, sentence }) => (
              <Status key={code} tone="lapsed" word="Veto:">
                {sentence}
              </Status>
            ))}
          </div>
        </EvidenceSection>
      )}
      <EvidenceSection
        title={account ? `Told ${account} before` : "Told before"}
        aside={toldBefore.length || undefined}
      >
        {toldBefore.length === 0 ? (
          <p className="text-13 text-ink2">
            {account ? "Nothing about this yet." : "No account, so nothing to compare with."}
          </p>
        ) : (
          <ul className="grid gap-3 text-13">
            {toldBefore.map((told) => (
              <li key={told.id} className="border-l-2 border-edge pl-3">
                <b>
                  <DateText date={told.deliveredAt} />
                </b>
                , {told.title}
                <br />“{[told.short, told.text].filter(Boolean).join(". ").slice(0, 300)}”
                {told.key && (
                  <span className="block text-ink2">
                    From <span className="id">{told.key}</span> version {told.answerVersion}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </EvidenceSection>
    </>
  );
}

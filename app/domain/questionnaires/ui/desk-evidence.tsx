import { EvidenceSection } from "#app/components/pane-layout.tsx";
import { Status } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { MatchExplanation } from "#app/domain/questionnaires/questionnaires.ts";

export interface DeskEvidenceProps {
  explanation: MatchExplanation;
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

export function DeskEvidence({ explanation, account, toldBefore }: DeskEvidenceProps) {
  const { matched, missing, concepts, sentences, vetoes } = explanation;
  const explained = matched.length + missing.length + concepts.length > 0;
  return (
    <>
      {explained && (
        <EvidenceSection title="Why these two met">
          <div className="grid gap-2 text-13">
            <Words label="Same words" words={matched} marked />
            <Words label="Same meaning" words={concepts} marked />
            <Words label="Not in the answer" words={missing} />
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

function Words({ label, words, marked }: { label: string; words: string[]; marked?: boolean }) {
  if (words.length === 0) return null;
  return (
    <p>
      <span className="text-ink2">{label}: </span>
      {words.map((word, at) => (
        <span key={word}>
          {at > 0 && ", "}
          {marked ? <mark>{word}</mark> : word}
        </span>
      ))}
    </p>
  );
}

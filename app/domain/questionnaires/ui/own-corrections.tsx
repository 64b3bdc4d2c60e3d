import { Fact, Facts } from "#app/components/facts.tsx";
import { DateText } from "#app/components/time.tsx";
import { useWords } from "#app/messages/speech.ts";

export interface OwnCorrection {
  id: string;
  title: string;
  questionText: string;
  told: string;
  nowText: string | null;
  decidedAt: string;
}

/** What an account was told, and what it was told instead. */
export function OwnCorrections({ corrections }: { corrections: OwnCorrection[] }) {
  const said = useWords().questionnaires;
  return (
    <ul className="grid gap-6">
      {corrections.map(({ id, title, questionText, told, nowText, decidedAt }) => (
        <li key={id} className="grid gap-2">
          <p className="text-13 text-ink2">{said.corrected({ title, on: <DateText date={decidedAt} /> })}</p>
          <Facts>
            <Fact term={said.asked}>{questionText}</Fact>
            <Fact term={said.told}>
              <span className="whitespace-pre-wrap">{told}</span>
            </Fact>
            <Fact term={said.holdsNow}>
              <span className="whitespace-pre-wrap">{nowText ?? said.holdsNoMore}</span>
            </Fact>
          </Facts>
        </li>
      ))}
    </ul>
  );
}

import type { MatchGrounds } from "#app/domain/questionnaires/match-grounds.ts";

/** What an answer has of the question, and what it lacks. */
export function Grounds({ grounds: { matched, missing, concepts } }: { grounds: MatchGrounds }) {
  if (matched.length + concepts.length === 0) return <p className="text-ink2">It has no word of the question.</p>;
  return (
    <>
      <Words label="Same words" words={matched} marked />
      <Words label="Same meaning" words={concepts} marked />
      <Words label="Not in the answer" words={missing} />
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

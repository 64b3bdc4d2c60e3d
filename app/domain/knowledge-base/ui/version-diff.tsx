import type { ReactNode } from "react";
import { Fact, Facts } from "#app/components/facts.tsx";
import { DateText } from "#app/components/time.tsx";
import { countWords, type DiffPart, wordDiff } from "#app/domain/knowledge-base/word-diff.ts";

export interface ShownVersion {
  number: number;
  question: string;
  text: string;
  short: string | null;
  section: string;
  audience: string;
  authorName: string | null;
  createdAt: string;
}

export interface VersionDiffProps {
  before: ShownVersion;
  after: ShownVersion;
  beforeNote: string;
  afterNote: string;
}

/** Two versions side by side: struck through what is gone, underlined what is new. */
export function VersionDiff({ before, after, beforeNote, afterNote }: VersionDiffProps) {
  const text = wordDiff(before.text, after.text);
  const fields = [
    { term: "Question", parts: wordDiff(before.question, after.question), when: before.question !== after.question },
    { term: "Short", parts: wordDiff(before.short ?? "none", after.short ?? "none"), when: true },
    { term: "Long", parts: text, when: true },
    { term: "Section", parts: wordDiff(before.section, after.section), when: before.section !== after.section },
    { term: "Audience", parts: wordDiff(before.audience, after.audience), when: before.audience !== after.audience },
  ].filter(({ when }) => when);
  const side = (kind: "removed" | "added") =>
    fields.map(({ term, parts }) => (
      <Fact key={term} term={term}>
        <Words parts={parts} side={kind} />
      </Fact>
    ));
  return (
    <div>
      <div className="paper grid md:grid-cols-2">
        <Side version={before} note={beforeNote}>
          {side("removed")}
        </Side>
        <Side version={after} note={afterNote}>
          {side("added")}
        </Side>
      </div>
      <p className="mt-2 text-13 text-ink2">
        {countWords(text, "removed")} words removed, {countWords(text, "added")} added. Approving counts for exactly
        this text: if it changes, you are asked again.
      </p>
    </div>
  );
}

function Side({ version, note, children }: { version: ShownVersion; note: string; children: ReactNode }) {
  return (
    <div>
      <div className="paper-head">
        <span>
          <b>Version {version.number}</b>, {note}
        </span>
        <span>
          {version.authorName ?? "Candor"}, <DateText date={version.createdAt} />
        </span>
      </div>
      <div className="p-3.5">
        <Facts compact>{children}</Facts>
      </div>
    </div>
  );
}

function Words({ parts, side }: { parts: DiffPart[]; side: "removed" | "added" }) {
  const shown = parts.filter(({ kind }) => kind === "same" || kind === side);
  return (
    <span className="whitespace-pre-wrap">
      {shown.map(({ kind, text }, at) =>
        kind === "same" ? text : kind === "removed" ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>,
      )}
    </span>
  );
}

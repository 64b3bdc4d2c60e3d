import { Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Form } from "#app/components/form.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import type { Tone } from "#app/components/tones.ts";
import { type FindingKind, findingWords } from "#app/domain/knowledge-base/findings/finding.ts";

type Shown = { id: string; kind: FindingKind; sentence: string; shown: string[] };

const graver = new Set<FindingKind>(["conflict", "short-form", "past-promise"]);
const toneOf = (kind: FindingKind): Tone => (graver.has(kind) ? "ageing" : "pending");

/** Findings on the page of one of their answers. */
export function FindingNotes({ findings }: { findings: Shown[] }) {
  return findings.map(({ id, kind, sentence, shown }) => (
    <Note key={id} tone={toneOf(kind)} title={findingWords[kind].title}>
      {sentence} <Quotes shown={shown} /> <Link to={`/staff/findings?kind=${kind}`}>See it among the findings</Link>
    </Note>
  ));
}

export interface FindingListProps {
  findings: (Shown & { answers: { id: string; key: string; version: number }[]; dismissedBecause: string })[];
  dismissed: boolean;
}

export function FindingList({ findings, dismissed }: FindingListProps) {
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => (
        <li key={finding.id} className="paper p-3.5">
          <Note tone={toneOf(finding.kind)} title={findingWords[finding.kind].title}>
            {finding.sentence} {findingWords[finding.kind].hint}
          </Note>
          <div className="mt-2 grid gap-2">
            {finding.answers.map(({ id, key }, at) => (
              <p key={id} className="text-13">
                <Link to={`/staff/answers/${id}`}>
                  <Id>{key}</Id>
                </Link>{" "}
                <q>{finding.shown[at] ?? finding.shown[0]}</q> <Link to={`/staff/answers/${id}/edit`}>Edit</Link>
              </p>
            ))}
          </div>
          {dismissed ? (
            <Form action={`/staff/findings/${finding.id}/restoration`}>
              <p className="text-13 text-ink2">Dismissed: {finding.dismissedBecause}</p>
              <Button size="small">Take it up again</Button>
            </Form>
          ) : (
            <Fold summary="Nothing is wrong here" variant="link">
              <Form action={`/staff/findings/${finding.id}/dismissal`}>
                <TextField label="Why" name="reason" required maxLength={500} />
                <Button size="small">Dismiss</Button>
              </Form>
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}

function Quotes({ shown }: { shown: string[] }) {
  return shown.map((words) => (
    <q key={words} className="text-ink2">
      {words}
    </q>
  ));
}

import { useEffect, useRef } from "react";
import { saidIn } from "#app/messages/complaints.ts";
import { useSpeech } from "#app/messages/speech.ts";

export interface FormErrorsProps {
  /** Complaints by field name. Those under "" or "form" belong to the form as a whole. */
  errors?: Record<string, string[] | undefined> | null;
  title?: string;
  /** Field ids, where they are not the names. */
  ids?: Record<string, string>;
}

const wholeForm = new Set(["", "form"]);

/** What is wrong, at the head of the form, with a link to each field. It takes the focus when it appears. */
export function FormErrors({ errors, title, ids = {} }: FormErrorsProps) {
  const { language, words } = useSpeech();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);

  const complaints = Object.entries(errors ?? {}).flatMap(([name, complaint]) =>
    (complaint ?? []).map((sentence) => ({ name, word: saidIn(language, sentence) })),
  );
  if (complaints.length === 0) return null;

  const heading = title ?? words.layout.thingsToPutRight(complaints.length);
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={summary} autoFocus>
      <h2>{heading}</h2>
      <ul>
        {complaints.map(({ name, word }) => (
          <li key={name + word}>{wholeForm.has(name) ? word : <a href={`#${ids[name] ?? name}`}>{word}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

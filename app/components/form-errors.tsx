import { useEffect, useRef } from "react";

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
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);

  const complaints = Object.entries(errors ?? {}).flatMap(([name, words]) =>
    (words ?? []).map((word) => ({ name, word })),
  );
  if (complaints.length === 0) return null;

  const heading =
    title ?? (complaints.length === 1 ? "One thing to put right" : `${complaints.length} things to put right`);
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

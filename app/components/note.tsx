import type { ReactNode } from "react";
import { Glyph } from "#app/components/glyph.tsx";
import type { Tone } from "#app/components/tones.ts";

interface NoteProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
}

/** A fact that belongs to one part of the page. */
export function Note({ tone, title, children }: NoteProps) {
  return (
    <div className="note" data-tone={tone}>
      {title && (
        <p className="status">
          {tone && <Glyph of={tone} />}
          <b>{title}</b>
        </p>
      )}
      {children && <div className="note-body">{children}</div>}
    </div>
  );
}

/** A fact about the whole page. One at a time: the gravest. */
export function Banner({ tone, title, children }: NoteProps) {
  return (
    <section className="note" data-tone={tone} aria-label="Notice">
      <p>
        {tone && <Glyph of={tone} className="note-glyph" />} {title && <b>{title}</b>} {children}
      </p>
    </section>
  );
}
